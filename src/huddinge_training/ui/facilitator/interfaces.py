"""What the system says of this computer's networks, for the phone line to judge."""

from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

from huddinge_training.services.phone_line import InterfaceKind, NetworkInterface

Kind = QNetworkInterface.InterfaceType
Flag = QNetworkInterface.InterfaceFlag
KINDS = {
    Kind.Wifi: InterfaceKind.WIFI,
    Kind.Ethernet: InterfaceKind.ETHERNET,
    Kind.Virtual: InterfaceKind.VIRTUAL,
    Kind.Ppp: InterfaceKind.POINT_TO_POINT,
}


def network_interfaces() -> tuple[NetworkInterface, ...]:
    """Every IPv4 address with its interface."""
    found = []
    for interface in QNetworkInterface.allInterfaces():
        flags = interface.flags()
        kind = KINDS.get(interface.type(), InterfaceKind.UNKNOWN)
        if flags & Flag.IsPointToPoint:
            kind = InterfaceKind.POINT_TO_POINT
        is_running = bool(flags & Flag.IsUp) and bool(flags & Flag.IsRunning)
        found += [
            NetworkInterface(
                name=interface.name(),
                kind=kind,
                address=entry.ip().toString(),
                is_running=is_running and not flags & Flag.IsLoopBack,
                label=interface.humanReadableName(),
            )
            for entry in interface.addressEntries()
            if entry.ip().protocol() is QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
        ]
    return tuple(found)
