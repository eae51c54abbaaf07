"""A document on the screen of a kiosk: to be read, printed, or saved in IT's folder."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huddinge_training.ui.kiosk.outline import Block
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph

LOOKS = {1: "subtitle", 2: "subtitle", 3: "strong"}


class DocumentPage(Page):
    """Offers only what IT allows here."""

    print_asked = Signal()
    save_asked = Signal()
    went_back = Signal()

    def __init__(
        self,
        presentation: Presentation,
        title: str,
        blocks: tuple[Block, ...],
        *,
        can_print: bool,
        folder: Path | None,
    ) -> None:
        super().__init__(presentation)
        self.add_heading(title)
        buttons: list[QWidget] = []
        if can_print:
            buttons.append(
                button(self.say("Print"), "print", self.print_asked.emit, role="primary")
            )
        if folder is not None:
            save = button(self.say("Save"), "save_in_folder", self.save_asked.emit)
            save.setAccessibleDescription(self.say("In the folder {folder}", folder=folder))
            buttons.append(save)
        buttons.append(button(self.say("Back"), "back", self.went_back.emit))
        self.add(FlowLayout(*buttons))
        if not can_print and folder is None:
            self.add(
                paragraph(self.say("Nothing can be printed or saved on this computer."), "muted")
            )
        self.add_divider()
        for block in blocks:
            if block.kind == "heading":
                self.add(HeadingLabel(block.text, LOOKS[block.level]))
            elif block.kind == "row":
                self.add(
                    paragraph(self.say("{label}: {value}", label=block.label, value=block.text))
                )
            else:
                self.add(paragraph(block.text, "reading"))
