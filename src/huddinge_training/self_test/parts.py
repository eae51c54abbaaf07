"""Tries the parts of the program that no page of the window shows."""

import importlib
import pkgutil
import urllib.request

import huddinge_training
from huddinge_training.language import Message, counted
from huddinge_training.phone.server import PhoneServer

LOOPBACK = "127.0.0.1"
PATIENCE_SECONDS = 20


def import_all() -> Message:
    """Imports all modules, which no single way through the program does."""
    package = huddinge_training
    names = [
        module.name
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not module.name.endswith(".__main__")
    ]
    for name in names:
        importlib.import_module(name)
    return counted("one module", "{count} modules", len(names))


def serve_phones() -> Message:
    """Fetches the page as a phone does, from this computer."""
    server = PhoneServer(LOOPBACK, None, 0)
    try:
        url = f"http://{server.typed_address}/"
        # A proxy of the computer's knows nothing of this computer.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(url, timeout=PATIENCE_SECONDS) as page:
            size = len(page.read())
    finally:
        server.close()
    return counted("one byte", "{count} bytes", size)
