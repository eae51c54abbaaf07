"""Which address of this computer phones should use: that of the network they are most likely on.

The windows hand in what the system says of its interfaces. Types alone are not enough: Docker's
bridge and many VPNs call themselves Ethernet, so that names count as well.
"""

import re
from collections.abc import Sequence
from ipaddress import AddressValueError, IPv4Address

from huddinge_training.language import Message, message
from huddinge_training.services.phone_line import Candidate, InterfaceKind, NetworkInterface

# Bridges, containers and virtual machines; then tunnels; then what reaches one device only.
NOT_THE_ROOM = re.compile(
    r"docker|podman|^br-|bridge|^veth|virbr|lxc|lxd|^cni|flannel|vmnet|vmware|vbox|virtualbox|"
    r"vethernet|hyper-v|\bwsl|virtual|npcap|"
    r"^tun|^tap|\btap-|^utun|^wg|wireguard|^ppp|^zt|zerotier|tailscale|vpn|anyconnect|"
    r"globalprotect|pangp|fortinet|fortissl|zscaler|nordlynx|"
    r"bluetooth|^bnep|^awdl|^llw|^p2p|wi-fi direct",
    re.IGNORECASE,
)
WIRELESS = re.compile(r"^wl|wi-?fi|wlan|wireless|trådlös", re.IGNORECASE)
WIRED = re.compile(r"^e(n|th)|ethernet", re.IGNORECASE)
LIKELY = 10


def candidates(interfaces: Sequence[NetworkInterface]) -> tuple[Candidate, ...]:
    """The addresses that phones could use, the likeliest first; each address once."""
    found: dict[str, tuple[int, NetworkInterface]] = {}
    for interface in interfaces:
        points = score(interface)
        if points is not None and points > found.get(interface.address, (-1, interface))[0]:
            found[interface.address] = points, interface
    ordered = sorted(found.values(), key=lambda pair: -pair[0])
    return tuple(
        Candidate(interface.address, interface.label or interface.name, points >= LIKELY)
        for points, interface in ordered
    )


def score(interface: NetworkInterface) -> int | None:
    """How likely phones reach the address; None where they cannot."""
    try:
        address = IPv4Address(interface.address)
    except AddressValueError:
        return None
    is_for_all = not (address.is_loopback or address.is_multicast or address.is_unspecified)
    return _points(interface, address) if interface.is_running and is_for_all else None


def _points(interface: NetworkInterface, address: IPv4Address) -> int:
    names = (interface.name, interface.label)
    if interface.kind in (InterfaceKind.VIRTUAL, InterfaceKind.POINT_TO_POINT) or any(
        NOT_THE_ROOM.search(name) for name in names
    ):
        return 2
    if address.is_link_local:
        return 1  # no network has given it an address
    if interface.kind is InterfaceKind.WIFI or any(WIRELESS.search(name) for name in names):
        return 30
    if interface.kind is InterfaceKind.ETHERNET or any(WIRED.search(name) for name in names):
        return 20
    return LIKELY


def advice(found: Sequence[Candidate]) -> Message:
    """What to do about the network, in at most two sentences."""
    if not found:
        return message(
            "This computer is on no network that phones can reach. "
            "Connect it to the Wi-Fi, or vote with cards."
        )
    likely = [candidate for candidate in found if candidate.is_likely]
    if not likely:
        return message(
            "This computer seems to be on a VPN or a virtual network only. "
            "Connect it to the Wi-Fi of the room, or vote with cards."
        )
    if len(likely) > 1:
        return message(
            "This computer is on several networks. Choose the one that the phones are on."
        )
    return message("Phones have to be on the same network as this computer.")


def advice_when_nobody_joins() -> Message:
    """What to try when no phone has come in after half a minute."""
    return message(
        "Nobody has joined yet. Guest networks often keep devices apart: "
        "try another Wi-Fi or a phone’s hotspot, or vote with cards."
    )
