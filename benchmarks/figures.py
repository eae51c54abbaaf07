"""Turns measured times into the few numbers that are written down, and says on what machine."""

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the middle and the greatest of some times, in milliseconds."""

    least: float
    median: float
    greatest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """Of at least one value."""
        return cls(min(values), statistics.median(values), max(values))

    def __str__(self) -> str:
        return f"{self.least:.0f} / {self.median:.0f} / {self.greatest:.0f} ms"


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that so many per cent of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(0, int(rank) - 1)]


def head(*cells: object) -> None:
    """Begins a table."""
    print()
    row(*cells)
    row(*["---"] * len(cells))


def row(*cells: object) -> None:
    """A row of a table; it is there at once, for whoever watches."""
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def verdict(what: str, found: float, goal: float, unit: str = "") -> None:
    """Says in a paragraph of its own whether a goal was met, and with what number."""
    number = f"{found:.2f}{unit}" if found < 10 else f"{found:.0f}{unit}"
    said = "met" if found <= goal else "missed"
    print(f"\nGoal: {what} ≤ {goal:g}{unit}. **{said.capitalize()}**: {number}.", flush=True)


def machine() -> str:
    """System, cores, Python, PySide6 and how busy the machine is, in one line."""
    from PySide6 import __version__ as pyside  # noqa: PLC0415  not every benchmark shows a window

    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, PySide6 {pyside}{load}"
    )
