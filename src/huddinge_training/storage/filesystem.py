"""Tells whether a folder lies on the network, where SQLite's locks cannot be trusted."""

from pathlib import Path, PurePath, PureWindowsPath

MOUNTS = Path("/proc/self/mounts")
NETWORK_TYPES = frozenset(
    "9p afs ceph cifs davfs fuse.davfs2 fuse.glusterfs fuse.gvfsd-fuse fuse.rclone fuse.sshfs "
    "ncpfs smb3 smbfs".split()
)
ESCAPES = {r"\040": " ", r"\011": "\t", r"\012": "\n", r"\134": "\\"}


def lies_on_network(path: Path) -> bool:
    """Whether this file is on a network share, as far as the operating system tells."""
    # Resolving also turns a mapped Windows drive into the share behind it.
    return on_network(path.resolve(), current_mounts(MOUNTS))


def current_mounts(file: Path) -> str:
    """The text of /proc/self/mounts; empty where there is no such file."""
    return file.read_text("utf-8", "surrogateescape") if file.exists() else ""


def on_network(path: PurePath, mounts: str) -> bool:
    """Whether an absolute path lies on a share, by these mounts or as a Windows UNC path."""
    if isinstance(path, PureWindowsPath):
        drive = path.drive.upper()
        return drive.startswith("\\\\") and (
            drive.startswith("\\\\?\\UNC\\") or not drive.startswith(("\\\\?\\", "\\\\.\\"))
        )
    kind = filesystem_type(path, mounts)
    return kind in NETWORK_TYPES or kind.startswith("nfs")


def filesystem_type(path: PurePath, mounts: str) -> str:
    """The type of the file system that holds the path; the last one mounted in a place counts."""
    deepest, found = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < len(("device", "folder", "type")):
            continue
        point = PurePath(_unescaped(fields[1]))
        if path.is_relative_to(point) and len(point.parts) >= deepest:
            deepest, found = len(point.parts), fields[2]
    return found


def _unescaped(field: str) -> str:
    for escape, character in ESCAPES.items():
        field = field.replace(escape, character)
    return field
