"""The address that phones should use, of those that a computer has."""

import pytest

from huddinge_training.phone.join_address import advice, candidates, score
from huddinge_training.phone.line import LocalPhoneLine
from huddinge_training.services.phone_line import Candidate, InterfaceKind, NetworkInterface

WIFI, WIRED, VIRTUAL, TUNNEL, UNKNOWN = InterfaceKind
LAPTOP = [
    NetworkInterface("docker0", WIRED, "172.17.0.1"),
    NetworkInterface("tun0", TUNNEL, "10.8.0.2"),
    NetworkInterface("eth0", WIRED, "10.1.2.3"),
    NetworkInterface("wlp2s0", WIFI, "192.168.1.23"),
    NetworkInterface("lo", UNKNOWN, "127.0.0.1"),
]


def test_wifi_comes_before_cable_and_both_before_the_rest() -> None:
    found = candidates(LAPTOP)
    assert [candidate.address for candidate in found] == [
        "192.168.1.23", "10.1.2.3", "172.17.0.1", "10.8.0.2",
    ]  # fmt: skip
    assert [candidate.is_likely for candidate in found] == [True, True, False, False]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("docker0", ""),
        ("br-5f2e", ""),
        ("veth12ab", ""),
        ("virbr0", ""),
        ("vmnet8", ""),
        ("vboxnet0", ""),
        ("{6F1A}", "vEthernet (WSL)"),
        ("{6F1A}", "VirtualBox Host-Only Network"),
        ("{6F1A}", "Cisco AnyConnect"),
        ("{6F1A}", "Fortinet SSL VPN"),
        ("{6F1A}", "Bluetooth-nätverksanslutning"),
        ("wg0", ""),
        ("tailscale0", ""),
        ("zt3jn", ""),
        ("utun3", ""),
        ("awdl0", ""),
    ],
)
def test_a_bridge_or_a_tunnel_is_known_by_its_name_whatever_it_calls_itself(
    name: str, label: str
) -> None:
    disguised = NetworkInterface(name, WIRED, "10.0.0.5", label=label)
    assert not candidates([disguised])[0].is_likely


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("wlan0", "", UNKNOWN),
        ("enp0s31f6", "", UNKNOWN),
        ("{0A1B}", "Wi-Fi", UNKNOWN),
        ("{0A1B}", "Ethernet 2", UNKNOWN),
        ("en0", "", WIFI),
        ("usb0", "", UNKNOWN),
    ],
)
def test_an_ordinary_network_is_likely(name: str, label: str, kind: InterfaceKind) -> None:
    assert candidates([NetworkInterface(name, kind, "10.0.0.5", label=label)])[0].is_likely


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "0.0.0.0", "224.0.0.1", "fe80::1", "nonsense", ""]
)
def test_what_phones_cannot_reach_is_no_candidate(address: str) -> None:
    assert score(NetworkInterface("eth0", WIRED, address)) is None


def test_what_is_down_is_no_candidate() -> None:
    assert candidates([NetworkInterface("eth0", WIRED, "10.0.0.5", is_running=False)]) == ()


def test_an_address_that_no_network_has_given_is_unlikely() -> None:
    found = candidates([NetworkInterface("eth0", WIRED, "169.254.3.4")])
    assert [candidate.is_likely for candidate in found] == [False]


def test_each_address_stands_there_once_with_its_name_for_people() -> None:
    found = candidates(
        [
            NetworkInterface("docker0", WIRED, "10.0.0.5"),
            NetworkInterface("wlan0", WIFI, "10.0.0.5", label="Wi-Fi"),
            NetworkInterface("br-1", WIRED, "10.0.0.5"),
        ]
    )
    assert found == (Candidate("10.0.0.5", "Wi-Fi", is_likely=True),)


@pytest.mark.parametrize(
    ("interfaces", "sentence"),
    [
        ([], "is on no network"),
        (LAPTOP[:2], "on a VPN or a virtual network only"),
        (LAPTOP, "on several networks"),
        (LAPTOP[3:], "on the same network"),
    ],
)
def test_there_is_advice_for_each_case(interfaces: list[NetworkInterface], sentence: str) -> None:
    line = LocalPhoneLine()
    assert sentence in line.advice(line.candidates(interfaces)).msgid
    assert "Guest networks" in line.advice_when_nobody_joins().msgid
    assert advice(candidates(interfaces)) == line.advice(line.candidates(interfaces))
