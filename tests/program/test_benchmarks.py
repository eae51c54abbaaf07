"""Every benchmark is gathered, and its figures go to their own place in the document."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "benchmarks"


def load_gather() -> Any:
    spec = importlib.util.spec_from_file_location("gather", FOLDER / "gather.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gather = load_gather()
DOCUMENT = "# Times\n\nBefore.\n\n<!-- a -->\nold\n<!-- /a -->\n\nAfter.\n<!-- b -->\n<!-- /b -->\n"


def test_every_script_that_measures_is_gathered() -> None:
    scripts = {
        file.stem
        for file in FOLDER.glob("*.py")
        if "argparse.ArgumentParser" in file.read_text(encoding="utf-8")
    }
    assert scripts - {"gather"} == set(gather.BENCHMARKS)


def test_every_benchmark_has_its_place_in_the_document() -> None:
    text = gather.DOCUMENT.read_text(encoding="utf-8")
    places = [text.index(f"<!-- {name} -->") for name in gather.BENCHMARKS]
    assert places == sorted(places)
    for name in gather.BENCHMARKS:
        assert gather.command(name) in gather.with_figures(text, name, gather.command(name))


def test_figures_that_stand_in_the_document_are_those_of_its_own_command() -> None:
    text = gather.DOCUMENT.read_text(encoding="utf-8")
    for name in gather.BENCHMARKS:
        _, _, rest = text.partition(f"<!-- {name} -->\n")
        figures, _, _ = rest.partition(f"<!-- /{name} -->")
        assert figures.strip().startswith(gather.command(name))


def test_figures_replace_the_old_ones_and_nothing_else() -> None:
    written = gather.with_figures(DOCUMENT, "a", "| new |")
    assert written == DOCUMENT.replace("old\n", "\n| new |\n\n")
    assert gather.with_figures(written, "a", "| new |") == written


def test_figures_without_a_place_are_refused() -> None:
    with pytest.raises(ValueError, match="has no place for c"):
        gather.with_figures(DOCUMENT, "c", "| new |")
