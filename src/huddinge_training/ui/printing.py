"""Prints pages that were drawn as pictures."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from huddinge_training.errors import TrainingError
from huddinge_training.language import message


def print_pictures(info: QPrinterInfo, pictures: list[bytes], title: str) -> None:
    """Sends the pages to the printer; raises TrainingError when there is none or it refuses."""
    if info.isNull():
        raise TrainingError(
            message("There is no printer on this computer. Ask IT, or write the code down.")
        )
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    paint_pages(printer, pictures)


def paint_pages(printer: QPrinter, pictures: list[bytes]) -> None:
    """One picture a page, as large as the paper; raises TrainingError when that fails."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise TrainingError(
            message("It could not be printed. Check that the printer is on, then try again.")
        )
    try:
        for number, picture in enumerate(pictures):
            if number:
                printer.newPage()
            image = QImage.fromData(picture)
            paper = painter.viewport()
            size = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(paper.topLeft(), size), image)
    finally:
        painter.end()
