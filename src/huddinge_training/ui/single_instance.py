"""One program a data folder: a second start raises the first window."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS = 1000


class SingleInstance(QObject):
    """Holds the lock of a data folder; after a kill the stale lock is taken over."""

    raised = Signal()

    def __init__(self, data_dir: Path) -> None:
        super().__init__()
        key = hashlib.sha256(str(data_dir.resolve()).encode("utf-8")).hexdigest()[:16]
        self._name = f"huddinge-training-{key}"
        self._lock = QLockFile(str(Path(QDir.tempPath()) / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Whether this is the first program on the folder; otherwise the first is told."""
        if self._lock.tryLock(0):
            return True
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(CONNECT_MS):
            socket.disconnectFromServer()
        return False

    def listen(self) -> None:
        """Hears of later starts; not needed before the window is shown."""
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
