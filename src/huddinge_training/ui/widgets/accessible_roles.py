"""What widgets of our own are to a screen reader, where Qt has no class for it: headings, parts."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Group(QWidget):
    """Controls that belong together; its accessible name is said when one comes into it.

    Not ``Grouping``: Orca reads every text in such a group each time one comes into it, and so
    the feedback twice.
    """

    accessible_role = QAccessible.Role.Form


_interfaces: dict[int, QAccessibleInterface] = {}


def _interface(_class_name: str, target: QObject) -> QAccessibleInterface | None:
    role = getattr(target, "accessible_role", None)
    if role is None or not isinstance(target, QWidget):
        return None
    key = id(target)
    if key not in _interfaces:
        # Qt keeps no reference to the Python object; without ours it would be collected.
        _interfaces[key] = QAccessibleWidget(target, role)
        target.destroyed.connect(lambda: _interfaces.pop(key, None))
    return _interfaces[key]


def install_accessible_roles() -> None:
    """Gives every widget with an ``accessible_role`` that role; called once at start."""
    QAccessible.installFactory(_interface)
