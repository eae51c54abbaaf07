"""A guest at the window: everything is in memory, and each module ends with a receipt."""

from functools import partial

from huddinge_training.domain.person import Person
from huddinge_training.domain.receipt import Receipt
from huddinge_training.language import message
from huddinge_training.services.receipt_pages import ReceiptPages
from huddinge_training.services.receipts import Receipts
from huddinge_training.services.visit import Visit
from huddinge_training.ui.desk import Desk
from huddinge_training.ui.guest.receipt_page import GivenReceipt, ReceiptPage
from huddinge_training.ui.learner.sitting import Sitting
from huddinge_training.ui.page import Page
from huddinge_training.ui.places import HOME, Visitor
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.saving import hand_over


class GuestSitting(Sitting):
    """The receipts are the guest's only trace; they are sealed by the computer, and not kept."""

    visitor = Visitor.GUEST

    def __init__(self, desk: Desk, person: Person, receipts: Receipts, pages: ReceiptPages) -> None:
        super().__init__(desk, person, self._receipt_page)
        self._receipts = receipts
        self._pages = pages
        self._given: dict[Visit, Receipt] = {}

    def leave(self) -> None:
        """Forgets everything."""
        self._given.clear()
        self._desk.workspace.close()

    def _receipt_page(self, presentation: Presentation, visit: Visit) -> Page:
        if visit not in self._given:
            self._given[visit] = self._receipts.give(visit.module)
        receipt = self._given[visit]
        return self._page_of(presentation, {visit: receipt}, is_end=True)

    def _all_receipts_page(self, presentation: Presentation) -> Page:
        return self._page_of(presentation, self._given, is_end=False)

    def _page_of(
        self, presentation: Presentation, receipts: dict[Visit, Receipt], *, is_end: bool
    ) -> Page:
        given = tuple(
            GivenReceipt(visit.module, receipt, self._pages.squares(receipt))
            for visit, receipt in receipts.items()
        )
        page = ReceiptPage(presentation, given, is_end=is_end)
        page.went_home.connect(self.show_home)
        page.receipt_asked.connect(self._on_receipt_asked)
        return page

    def _on_certificate_asked(self) -> None:
        """Where others get a certificate, a guest sees the receipts again."""
        with self._desk.window.telling_problems():
            self._desk.window.show_page(self._all_receipts_page, HOME)

    def _on_receipt_asked(self, receipt: object) -> None:
        if isinstance(receipt, Receipt):
            make = partial(self._pages.document, receipt)
            hand_over(self._desk, message("Save the receipt"), make)
