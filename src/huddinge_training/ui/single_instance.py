"""One program a login and data folder: a second start raises the first window.

Another login at the same computer has a window of its own over the same folder: SQLite lets
both work, and nobody has to log out the one who left the computer on.
"""

import getpass
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

CONNECT_MS = 1000


class SingleInstance(QObject):
    """Holds the lock of a login on a folder; after a kill the stale lock is taken over."""

    raised = Signal()

    def __init__(self, data_dir: Path) -> None:
        super().__init__()
        who_and_where = f"{getpass.getuser()} {data_dir.resolve()}"
        key = hashlib.sha256(who_and_where.encode("utf-8")).hexdigest()[:16]
        self._name = f"huddinge-training-{key}"
        self._lock = QLockFile(str(Path(QDir.tempPath()) / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Whether this is the first program on the folder; otherwise the first is told."""
        if self._lock.tryLock(0):
            return True
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  not before the first window

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(CONNECT_MS):
            socket.disconnectFromServer()
        return False

    def listen(self) -> None:
        """Hears of later starts; not needed before the window is shown."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_connected)
        self._server.listen(self._name)

    def close(self) -> None:
        """Gives the folder free."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connected(self) -> None:
        assert self._server is not None
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.close()
            connection.deleteLater()
        self.raised.emit()
