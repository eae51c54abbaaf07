"""The seven states of an option: told apart by the eye, and those with a meaning also in words."""

from collections import Counter

import pytest
from accessibility.contrast import contrast
from examples import make_option
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget
from ui.desktop import settle

from huddinge_training.domain.preferences import Preferences, Theme
from huddinge_training.domain.scenario import Grade
from huddinge_training.paths import bundled
from huddinge_training.ui.presentation import Presentation
from huddinge_training.ui.presenter import Presenter
from huddinge_training.ui.widgets.focus_ring import GAP, WIDTH, FocusRing
from huddinge_training.ui.widgets.grade_badge import GRADE_WORDS
from huddinge_training.ui.widgets.option_card import OptionCard

WITHOUT_WORDS = ("idle", "hover", "focus", "chosen")
GRADES = {"best": Grade.BEST, "acceptable": Grade.ACCEPTABLE, "poor": Grade.POOR}
STATES = (*WITHOUT_WORDS, *GRADES)
THEMES: tuple[Theme, ...] = ("light", "dark")


class Stand(QMainWindow):
    """One option in a window with its ring."""

    def __init__(self, presentation: Presentation, state: str) -> None:
        super().__init__()
        body = QWidget()
        body.setObjectName("page_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 24, 24, 24)
        option = make_option("a", grade=GRADES.get(state, Grade.BEST))
        self.card = OptionCard(presentation, option, "A")
        column.addWidget(self.card)
        elsewhere = QPushButton("Elsewhere")
        column.addStretch(1)
        column.addWidget(elsewhere)
        self.setCentralWidget(body)
        self.ring = FocusRing(self, presentation.theme)
        self.resize(480, 360)
        self.show()
        self.activateWindow()
        elsewhere.setFocus()
        settle()
        if state == "hover":
            self.card.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
            self.card.update()
        elif state == "focus":
            self.card.radio.setFocus()
        elif state == "chosen":
            self.card.radio.setChecked(True)
        elif state in GRADES:
            self.card.reveal(is_chosen=False)
        settle()

    def frame(self) -> QImage:
        """The upper part of the card with what is around it, which is as high in all states."""
        corner = self.card.mapTo(self, QPoint(0, 0))
        return self.grab(
            QRect(corner.x() - 8, corner.y() - 8, self.card.width() + 16, 44)
        ).toImage()

    def edge(self) -> str:
        """The colour of the border, or of the ring around it, on the left."""
        reach = GAP + WIDTH // 2 + 1 if self.card.radio.hasFocus() else 0
        point = self.card.mapTo(self, QPoint(-reach, 20))
        return self.grab().toImage().pixelColor(point).name()


@pytest.fixture(params=THEMES)
def presentation(qapp: QApplication, request: pytest.FixtureRequest) -> Presentation:
    qapp.setStyle("Fusion")
    presenter = Presenter(qapp, bundled("resources"))
    return presenter.present(Preferences(language="en", theme=request.param))


def colours_of(image: QImage) -> Counter[int]:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return Counter(memoryview(image.constBits()).cast("I"))


def test_no_two_states_look_the_same(presentation: Presentation) -> None:
    looks = {}
    for state in STATES:
        stand = Stand(presentation, state)
        looks[state] = colours_of(stand.frame())
        stand.close()
    same = [(a, b) for a in looks for b in looks if a < b and looks[a] == looks[b]]
    assert same == []


@pytest.mark.parametrize("state", STATES)
def test_the_border_of_every_state_can_be_seen(presentation: Presentation, state: str) -> None:
    stand = Stand(presentation, state)
    look = presentation.theme.look
    assert contrast(stand.edge(), look.colours["bg"]) >= 3
    assert contrast(stand.edge(), look.colours["surface"]) >= 3
    stand.close()


@pytest.mark.parametrize("state", sorted(GRADES))
def test_a_grade_is_an_icon_and_a_word_beside_the_colour(
    presentation: Presentation, state: str
) -> None:
    stand = Stand(presentation, state)
    labels = [label for label in stand.card.findChildren(QLabel) if label.isVisible()]
    words = presentation.language.say(GRADE_WORDS[GRADES[state]])
    assert words in [label.text() for label in labels]
    assert [label for label in labels if not label.pixmap().isNull()]
    assert words in stand.card.radio.accessibleName()
    stand.close()


def test_the_three_grades_have_pictures_of_different_shape(presentation: Presentation) -> None:
    """They are told apart also where no colour is seen."""
    shapes = []
    for state in GRADES:
        stand = Stand(presentation, state)
        labels = [label for label in stand.card.findChildren(QLabel) if label.isVisible()]
        (icon,) = [label for label in labels if not label.pixmap().isNull()]
        image = icon.pixmap().toImage()
        points = [(x, y) for x in range(image.width()) for y in range(image.height())]
        shapes.append([image.pixelColor(x, y).alpha() > 127 for x, y in points])
        stand.close()
    assert all(a != b for number, a in enumerate(shapes) for b in shapes[number + 1 :])


def test_the_ring_and_what_is_chosen_are_two_things(presentation: Presentation) -> None:
    stand = Stand(presentation, "chosen")
    stand.card.radio.setFocus()
    settle()
    focus = QColor(presentation.theme.look.colours["focus"]).rgb()
    primary = QColor(presentation.theme.look.colours["primary"]).rgb()
    seen = colours_of(stand.frame())
    assert seen[focus] > 100
    assert seen[primary] > 100
    stand.close()
