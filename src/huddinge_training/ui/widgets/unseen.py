"""Parts of a page that are made before they are wanted, so that showing them takes no time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

EXPLICITLY_HIDDEN = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def make_ready(part: QWidget, width: int) -> None:
    """Has a hidden part styled, and its texts broken into lines of the width it will get.

    What lies in it counts as shown from now on, but for what was hidden on purpose; nothing of
    it is seen, by the eye or a screen reader, until the part itself is shown.
    """
    for inner in part.findChildren(QWidget):
        if not inner.testAttribute(EXPLICITLY_HIDDEN):
            inner.show()
    layout = part.layout()
    if layout is not None and layout.hasHeightForWidth():
        part.resize(width, layout.heightForWidth(width))
        # Qt asks for these too, each of which is a height at a width of its own.
        part.sizeHint()
        part.minimumSizeHint()
