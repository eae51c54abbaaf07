"""Folders on the network are told from local ones by the list of mounts or a Windows path."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from huddinge_training.storage.filesystem import (
    current_mounts,
    filesystem_type,
    lies_on_network,
    on_network,
)

MOUNTS = r"""sysfs /sys sysfs rw,nosuid 0 0
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sda3 /home ext4 rw,relatime 0 0
//server/staff /home/amina/H cifs rw,vers=3.1.1 0 0
//server/new /mnt/new smb3 rw 0 0
nas:/export /srv/nfs nfs4 rw 0 0
nas:/old /srv/old nfs rw 0 0
amina@host:/ /home/amina/Remote\040folder fuse.sshfs rw 0 0
host0 /mnt/shared 9p rw 0 0
tmpfs /srv/nfs/cache tmpfs rw 0 0
//server/first /mnt/twice cifs rw 0 0
tmpfs /mnt/twice tmpfs rw 0 0
a-line-that-is-too short
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/kompassen.db", "ext4"),
        ("/home/bo/kompassen.db", "ext4"),
        ("/home/amina/H/kompassen.db", "cifs"),
        ("/home/amina/Hidden/kompassen.db", "ext4"),
        ("/home/amina/Remote folder/kompassen.db", "fuse.sshfs"),
        ("/srv/nfs/kompassen.db", "nfs4"),
        ("/srv/nfs/cache/kompassen.db", "tmpfs"),
        ("/mnt/twice/kompassen.db", "tmpfs"),
    ],
)
def test_the_deepest_and_latest_mount_counts(path: str, kind: str) -> None:
    assert filesystem_type(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/bo/kompassen.db", False),
        ("/home/amina/H/kompassen.db", True),
        ("/home/amina/Remote folder/kompassen.db", True),
        ("/mnt/new/kompassen.db", True),
        ("/mnt/shared/kompassen.db", True),
        ("/srv/nfs/kompassen.db", True),
        ("/srv/old/kompassen.db", True),
        ("/srv/nfs/cache/kompassen.db", False),
    ],
)
def test_shares_are_recognised(path: str, expected: bool) -> None:
    assert on_network(PurePosixPath(path), MOUNTS) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"C:\Users\Amina\kompassen.db", False),
        (r"\\server\staff\amina\kompassen.db", True),
        (r"\\?\UNC\server\staff\kompassen.db", True),
        (r"\\?\C:\Users\Amina\kompassen.db", False),
        (r"\\.\C:\kompassen.db", False),
    ],
)
def test_windows_shares_are_recognised(path: str, expected: bool) -> None:
    assert on_network(PureWindowsPath(path), "") is expected


def test_without_a_list_of_mounts_a_folder_counts_as_local(tmp_path: Path) -> None:
    assert current_mounts(tmp_path / "mounts") == ""
    assert not on_network(PurePosixPath("/home/amina/kompassen.db"), "")


def test_a_link_into_a_local_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    assert not lies_on_network(tmp_path / "link" / "kompassen.db")
