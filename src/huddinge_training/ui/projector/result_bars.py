"""Draws both results side by side: steps as three steps, counts in proportion."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from huddinge_training.domain.outcome import Step
from huddinge_training.services.room_signs import letter_of, sign_of
from huddinge_training.ui.projector.signs import draw_sign
from huddinge_training.ui.projector.slide import Bars, Results, Size

if TYPE_CHECKING:
    from huddinge_training.ui.projector.view import ProjectorView

ROW, BAR = 2.2, 0.95
STEP_PARTS = {Step.NONE: 0.0, Step.SOME: 0.5, Step.MANY: 1.0}
COLUMN_GAP = 0.04
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ResultBars:
    """Made for one painting; a bar has its letter on the left and its value below."""

    def __init__(self, view: "ProjectorView", results: Results) -> None:
        self._view = view
        self._results = results
        self._unit = view.pixels(Size.READING)

    def height(self, width: float) -> float:
        """The caption and a row for each option, and what is written below."""
        return self._bars_height + self._note_height(width)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """The first vote on the left, the second on the right; one alone has all the width."""
        gap = area.width() * COLUMN_GAP
        width = (area.width() - gap) / 2 if len(self._results.bars) > 1 else area.width()
        for number, bars in enumerate(self._results.bars):
            left = area.left() + number * (width + gap)
            self._paint_bars(painter, bars, QRectF(left, area.top(), width, area.height()))
        painter.setPen(self._view.colour("on_stage"))
        painter.setFont(self._view.font_of(Size.SMALL))
        painter.drawText(area.adjusted(0, self._bars_height, 0, 0), WRAP, self._results.note)

    @property
    def _bars_height(self) -> float:
        rows = max(len(bars.values) for bars in self._results.bars)
        return self._unit * (1.6 + ROW * rows)

    def _note_height(self, width: float) -> float:
        if not self._results.note:
            return 0.0
        metrics = QFontMetricsF(self._view.font_of(Size.SMALL))
        return metrics.boundingRect(QRectF(0, 0, width, 1e6), WRAP, self._results.note).height()

    def _caption_font(self, caption: str, width: float) -> QFont:
        """Letters of a grown picture become smaller again where the caption needs it."""
        font = self._view.font_of(Size.READING)
        needed = QFontMetricsF(font).horizontalAdvance(caption)
        if needed > width:
            font.setPixelSize(max(1, int(font.pixelSize() * width / needed)))
        return font

    def _paint_bars(self, painter: QPainter, bars: Bars, area: QRectF) -> None:
        unit, ink = self._unit, self._view.colour("on_stage")
        painter.setPen(ink)
        painter.setFont(self._caption_font(bars.caption, area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, bars.caption)
        painter.setFont(self._view.font_of(Size.READING))
        for place, value in enumerate(bars.values):
            top = area.top() + unit * (1.6 + ROW * place)
            painter.setPen(ink)
            painter.drawText(
                QRectF(area.left(), top, unit * 1.2, unit * 1.3),
                Qt.AlignmentFlag.AlignLeft, letter_of(place),
            )  # fmt: skip
            track = QRectF(
                area.left() + unit * 1.4, top + unit * 0.15, area.width() * 0.62, unit * BAR
            )
            sign = sign_of(place)
            part = part_of(bars, place)
            if part:
                filled = QRectF(track.left(), track.top(), track.width() * part, track.height())
                colour, ground = self._view.colour(sign.token), self._view.colour("stage")
                draw_sign(painter, filled, sign.pattern, (colour, ground), unit * 0.8)
            painter.setPen(QPen(ink, max(1.0, unit * 0.05)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(track)
            if bars.outcome.steps is not None:
                middle = track.center().x()
                painter.drawLine(int(middle), int(track.top()), int(middle), int(track.bottom()))
            words = QRectF(track.right() + unit * 0.4, top, area.width(), unit * 1.3)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft, value)


def part_of(bars: Bars, place: int) -> float:
    """How much of the bar is filled: of all votes, so that both votes can be compared."""
    option = bars.options[place]
    outcome = bars.outcome
    if outcome.counts is not None:
        return outcome.counts[option] / outcome.total
    assert outcome.steps is not None
    return STEP_PARTS[outcome.steps[option]]
