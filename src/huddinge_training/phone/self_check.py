"""Fetches the page from this computer before the QR code is shown, and says what blocks it.

It cannot see what a firewall does to other devices, so that one phone should be tried as well.
"""

import http.client
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from huddinge_training.errors import SessionError
from huddinge_training.language import message

PATIENCE_SECONDS = 4.0


def check_page(url: str, secret: str, patience_seconds: float = PATIENCE_SECONDS) -> None:
    """Raises SessionError with what to do unless the page at the address is ours."""
    # Phones on the same network use no proxy, and neither must this.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    address = urlsplit(url).netloc
    try:
        with opener.open(url, timeout=patience_seconds) as answer:
            found = answer.read(len(secret) + 1)
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
            found = b""
        elif isinstance(_cause(error), TimeoutError):
            raise SessionError(
                message(
                    "Nothing came back from {address}. A firewall on this computer seems to block "
                    "it. Ask IT to let Kompassen through, or vote with cards.",
                    address=address,
                )
            ) from error
        else:
            raise SessionError(
                message(
                    "This computer cannot reach {address}. Choose another address, "
                    "or check that the computer is on the network.",
                    address=address,
                )
            ) from error
    if found != secret.encode():
        raise SessionError(
            message(
                "Something else than Kompassen answers at {address}. "
                "Close the other program, or choose another address.",
                address=address,
            )
        )


def _cause(error: BaseException) -> object:
    return error.reason if isinstance(error, urllib.error.URLError) else error
