"""Finds a unit of the organisation by typing a few letters; it cannot make up a spelling."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from huddinge_training.domain.unit import Organisation, Unit
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.widgets.choices import Check
from huddinge_training.ui.widgets.enter_keys import ENTER_KEYS
from huddinge_training.ui.widgets.labels import paragraph, set_paragraph

SHOWN_ROWS = 5


class SearchField(QLineEdit):
    """A line whose down arrow goes into the list of hits."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the list, everything else is typing."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
            return
        super().keyPressEvent(event)


class UnitPicker(QWidget):
    """A search line, the hits, and *Min enhet saknas* for who finds nothing."""

    changed = Signal()

    def __init__(self, presentation: Presentation, organisation: Organisation) -> None:
        super().__init__()
        self.say = presentation.language.say
        self._organisation = organisation
        self._unit: Unit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.field = SearchField()
        self.field.setObjectName("unit_search")
        self.field.setPlaceholderText(self.say("Type a few letters of your workplace"))
        self.field.textEdited.connect(self._on_text_edited)
        self.field.left_downwards.connect(self._on_left_downwards)
        self.hits = QListWidget()
        self.hits.setObjectName("unit_hits")
        self.hits.setAccessibleName(self.say("Units that match"))
        self.hits.setTabKeyNavigation(False)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.setWordWrap(True)
        self.hits.itemClicked.connect(self._on_hit_chosen)
        self.chosen = paragraph("", "strong", name="unit_chosen")
        self.missing = Check(presentation.theme, self.say("My unit is missing from the list"))
        self.missing.setObjectName("unit_missing")
        self.missing.toggled.connect(self._on_missing_toggled)
        for widget in (self.field, self.hits, self.chosen, self.missing):
            column.addWidget(widget)
        self.hits.hide()
        self._show_choice()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the marked or the first of the hits, and then does not go on as well."""
        if event.key() in ENTER_KEYS and not self.hits.isHidden():
            self._on_hit_chosen(self.hits.item(max(0, self.hits.currentRow())))
        else:
            super().keyPressEvent(event)

    @property
    def unit_code(self) -> str:
        """The code of the chosen unit, or nothing."""
        return self._unit.code if self._unit and not self.missing.isChecked() else ""

    @property
    def is_missing(self) -> bool:
        """Whether the person's unit is not in the list."""
        return self.missing.isChecked()

    def fill(self, code: str, *, is_missing: bool) -> None:
        """Shows the unit with this code as chosen, or that it is missing, or neither."""
        self._unit = self._organisation.unit(code)
        self.missing.setChecked(is_missing)
        self.field.setText(self._unit.name if self._unit else "")
        self.hits.hide()
        self._show_choice()

    def choose(self, unit: Unit) -> None:
        """Takes a unit of the list."""
        self._unit = unit
        self.missing.setChecked(False)
        self.field.setText(unit.name)
        self.hits.hide()
        self._show_choice()
        self.changed.emit()

    def _on_text_edited(self, letters: str) -> None:
        # What stands in the field is no longer what was chosen.
        self._unit = None
        self.hits.clear()
        found = self._organisation.search(letters) if letters.strip() else ()
        for unit in found:
            item = QListWidgetItem(f"{unit.name} – {unit.department}")
            item.setData(Qt.ItemDataRole.UserRole, unit)
            self.hits.addItem(item)
        self.hits.setVisible(bool(found))
        height = self.hits.sizeHintForRow(0) if found else 0
        self.hits.setFixedHeight(height * min(len(found), SHOWN_ROWS) + 16)
        if letters.strip() and not found:
            set_paragraph(
                self.chosen,
                self.say("No unit begins like that. Try other letters of its name."),
            )
            self.chosen.show()
        else:
            self._show_choice()
        self.changed.emit()

    def _on_left_downwards(self) -> None:
        if not self.hits.isHidden():
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hits.setCurrentRow(0)

    def _on_hit_chosen(self, item: QListWidgetItem) -> None:
        unit = item.data(Qt.ItemDataRole.UserRole)
        self.choose(unit)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_missing_toggled(self, is_missing: bool) -> None:
        if is_missing:
            self._unit = None
            self.field.clear()
            self.hits.hide()
        self._show_choice()
        self.changed.emit()

    def _show_choice(self) -> None:
        if self.missing.isChecked():
            text = self.say("HR will see that your unit is missing, and add it.")
        elif self._unit is not None:
            text = self.say(
                "Chosen: {unit}, {department}",
                unit=self._unit.name,
                department=self._unit.department,
            )
        else:
            text = ""
        set_paragraph(self.chosen, text)
        self.chosen.setVisible(bool(text))
