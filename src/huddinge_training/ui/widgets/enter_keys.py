"""The keys that mean Enter: beside the letters, and beside the digits."""

from PySide6.QtCore import Qt

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
