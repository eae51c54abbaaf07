"""The port on which phones are waited for, and what to do where it cannot be had."""

import errno
import socket
import sys

from huddinge_training.errors import SessionError
from huddinge_training.language import Message, message

MOST_FILES = 16_384
# What the rest of the program has open: database, log, windows, files.
OTHER_FILES = 256
WINDOWS_PLACES = 2_048
WSAEACCES = 10_013


def listening_socket(address: str, port: int) -> socket.socket:
    """A socket bound to the address and port; raises SessionError with what to do."""
    # The protocol is named, because asyncio sends small answers at once over such sockets only.
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((address, port))
        # Now, and not when the server starts: only then is it known that nobody else listens.
        found.listen(4_096)
    except OSError as error:
        found.close()
        raise SessionError(_advice(error, address, port)) from error
    found.setblocking(False)
    return found


def places() -> int:
    """How many connections the system lets the program have, asked for more beforehand."""
    if sys.platform == "win32":
        return WINDOWS_PLACES
    import resource  # noqa: PLC0415  there is none on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return most - OTHER_FILES


def _advice(error: OSError, address: str, port: int) -> Message:
    if error.errno == errno.EADDRINUSE:
        return message(
            "Another program uses port {port} of this computer, perhaps a second Kompassen. "
            "Close it, or ask IT for another port.",
            port=port,
        )
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return message(
            "This computer does not have the address {address} any more. "
            "Check that it is on the network, and choose the address again.",
            address=address,
        )
    if error.errno in (errno.EACCES, WSAEACCES):
        return message(
            "The system does not let the program use port {port}. "
            "Ask IT to allow it, or to set another port.",
            port=port,
        )
    return message(
        "The page for phones could not be opened at {address}: {detail}. "
        "Choose another address, or vote with cards.",
        address=address,
        detail=error.strerror or type(error).__name__,
    )
