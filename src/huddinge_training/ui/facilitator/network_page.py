"""*Testa nätet*: which address phones should use, whether it answers, and what to do if not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit

from huddinge_training.services.phone_line import Candidate
from huddinge_training.ui.facilitator.parts import card, labelled
from huddinge_training.ui.guest.qr_picture import Squares, qr_label
from huddinge_training.ui.page import Page
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.boxes import InfoBar
from huddinge_training.ui.widgets.buttons import button
from huddinge_training.ui.widgets.choices import Radio
from huddinge_training.ui.widgets.flow_layout import FlowLayout
from huddinge_training.ui.widgets.labels import paragraph

QR_SIDE = 220


class NetworkPage(Page):
    """Nothing of a meeting is needed for it; the page that opens says only that it works."""

    tested = Signal(str)
    went_back = Signal()

    def __init__(
        self,
        presentation: Presentation,
        candidates: Sequence[Candidate],
        advice: str,
        *,
        is_testing: bool = False,
        address: str = "",
        squares: Squares = (),
        problem: str = "",
    ) -> None:
        super().__init__(presentation)
        self.add_heading(self.say("Test the network"))
        self.add(paragraph(advice, "reading", name="advice"))
        self._group = QButtonGroup(self)
        frame, column = card(self.say("Which address?"), "address_card")
        for number, candidate in enumerate(candidates):
            words = f"{candidate.address} · {candidate.label}"
            if not candidate.is_likely:
                words = self.say("{address} (hardly this one)", address=words)
            radio = Radio(presentation.theme, words)
            radio.setObjectName(f"radio_{candidate.address}")
            radio.setProperty("address", candidate.address)
            radio.setChecked(number == 0)
            self._group.addButton(radio)
            column.addWidget(radio)
        self._other = QLineEdit()
        self._other.setObjectName("other_address")
        labelled(column, self.say("Or another address"), self._other)
        self.add(frame)
        test = button(self.say("Test it"), "test_network", self._on_tested, role="primary")
        test.setEnabled(not is_testing)
        self.add(FlowLayout(test))
        if is_testing:
            self.add(paragraph(self.say("Testing. It takes some seconds."), name="testing"))
        if problem:
            self.add(InfoBar(presentation, "problem", problem, "network_problem"))
        if address:
            words = self.say(
                "The page answers here at {address}. Now try with one phone: scan the code. "
                "If it says that the network works, everybody can vote by phone.",
                address=address,
            )
            self.add(InfoBar(presentation, "info", words, "network_works"))
            self.add(qr_label(squares, QR_SIDE, self.say("QR code of {url}", url=address)))
        words = self.say(
            "Does the phone get no answer? Guest networks often keep devices apart. Put the phones "
            "on the same network as this computer, or share the network of a phone. Otherwise "
            "vote with cards, hands or slips: it counts as much."
        )
        self.add(paragraph(words))
        self.add(FlowLayout(button(self.say("Back"), "went_back", self.went_back.emit)))

    def draft(self) -> object:
        """The address that is typed or chosen."""
        return self._other.text()

    def restore(self, draft: object) -> None:
        """Fills it in again."""
        self._other.setText(str(draft))

    def _on_tested(self) -> None:
        chosen = self._group.checkedButton()
        listed = str(chosen.property("address")) if chosen is not None else ""
        self.tested.emit(self._other.text().strip() or listed)
