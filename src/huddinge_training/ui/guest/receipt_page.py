"""A guest's receipts: the code large, the QR code, and what to do with them."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from huddinge_training.domain.course import Module
from huddinge_training.domain.receipt import Receipt
from huddinge_training.ui.guest.qr_picture import Squares, qr_label
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar, box, inside
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import HeadingLabel, paragraph
from huddinge_training.ui.widgets.line_breaks import HERE

QR_SIDE = 200


@dataclass(frozen=True, slots=True)
class GivenReceipt:
    """A receipt with the module that was done, and its QR code."""

    module: Module
    receipt: Receipt
    squares: Squares


class ReceiptPage(Page):
    """Shown when a module ends, and again for all of them until the guest leaves."""

    went_home = Signal()
    receipt_asked = Signal(object)

    def __init__(
        self, presentation: Presentation, given: tuple[GivenReceipt, ...], *, is_end: bool
    ) -> None:
        super().__init__(presentation)
        if is_end:
            self.add(paragraph(self.say(given[0].module.title), "muted"))
            self.add_heading(self.say("You are done, and this is your receipt"))
        else:
            self.add_heading(self.say("Your receipts"))
        self.add(
            InfoBar(
                presentation,
                "warning",
                self.say(
                    "Take the code along now: write it down, photograph it, or save it. "
                    "It is gone when you leave."
                )
                if given
                else self.say("There is no receipt yet. You get one after each module."),
                "take_along",
            )
        )
        for one in given:
            self.add(self._card(one))
        if given:
            self.add(
                paragraph(
                    self.say(
                        "Give the code and your employee number to HR, or to your manager, who "
                        "passes them on. HR takes the receipt in, and then the module counts as "
                        "done."
                    ),
                    "reading",
                )
            )
        if is_end and given[0].module.takeaways:
            card = box("card", margin=24, spacing=12, name="takeaways")
            title = self.say("Two things to take with you")
            inside(card).addWidget(HeadingLabel(title, "subtitle"))
            for takeaway in given[0].module.takeaways:
                inside(card).addWidget(paragraph(self.say(takeaway), "reading"))
            self.add(card)
        self.add(
            FlowLayout(
                button(self.say("To my modules"), "home", self.went_home.emit, role="primary")
            )
        )

    def _card(self, given: GivenReceipt) -> QFrame:
        receipt = given.receipt
        card = box("card", margin=24, spacing=8, name=f"receipt_{given.module.id}")
        column = inside(card)
        column.addWidget(
            HeadingLabel(
                self.say(
                    "{module}, {day}",
                    module=given.module.title,
                    day=receipt.code.completed_on,
                ),
                "subtitle",
            )
        )
        column.addWidget(paragraph(self.say("Code"), "muted"))
        written = str(receipt.code).replace("-", f"-{HERE}")
        code = paragraph(written, "title", name="receipt_code")
        code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # Letter by letter: read as words, a code is not understood.
        code.setAccessibleName(" ".join(str(receipt.code).replace("-", ",")))
        column.addWidget(code)
        description = self.say("QR code with the whole receipt")
        column.addWidget(qr_label(given.squares, QR_SIDE, description))
        column.addLayout(
            FlowLayout(
                button(
                    self.say("Take it along"),
                    f"take_{given.module.id}",
                    partial(self.receipt_asked.emit, receipt),
                )
            )
        )
        return card
