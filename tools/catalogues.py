"""Keeps the Swedish catalogue in step with the English sentences in the source.

    python tools/catalogues.py extract   prints the template (.pot) of all sentences in src/
    python tools/catalogues.py update    merges them into the .po file, for a translator
    python tools/catalogues.py compile   writes the .mo file that the program reads
    python tools/catalogues.py check     says what is missing, fuzzy, unused or different

A sentence is found as the first argument of `say` and `message`, and the first two of
`counted`. Both files are kept in the repository, so that a checkout runs without a build.
"""

import argparse
import io
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
PO_FILE = ROOT / "resources" / "locale" / "sv" / "LC_MESSAGES" / "huddinge_training.po"
KEYWORDS = {"say": None, "message": None, "counted": (1, 2)}
PROJECT = "huddinge_training"
# The same header whoever makes it and whenever: only the sentences change.
MADE_AT = datetime(2026, 1, 1, tzinfo=UTC)


def extracted(source: Path) -> Catalog:
    """All sentences in the source, with the files in which they stand."""
    catalogue = _empty(None)
    found = extract_from_dir(source, [("**.py", "python")], keywords=KEYWORDS)
    for file, _line, msgid, comments, _context in sorted(found, key=lambda row: (row[0], row[1])):
        location = f"{source.name}/{Path(file).as_posix()}"
        catalogue.add(msgid, locations=[(location, 0)], auto_comments=comments)
    return catalogue


def _empty(locale: str | None) -> Catalog:
    return Catalog(
        locale=locale,
        project=PROJECT,
        version="1",
        header_comment="# The sentences of Kompassen; made with tools/catalogues.py.",
        copyright_holder="The Huddinge training contributors",
        msgid_bugs_address="the issues of the project",
        creation_date=MADE_AT,
        revision_date=MADE_AT,
        last_translator="The Huddinge training contributors",
        language_team="Swedish" if locale else "",
        charset="utf-8",
        fuzzy=False,
    )


def read(po_file: Path) -> Catalog:
    """The catalogue in a .po file, or an empty one where there is no file yet."""
    if not po_file.is_file():
        return _empty("sv")
    with po_file.open("rb") as handle:
        return read_po(handle, locale="sv", abort_invalid=True)


def text_of(catalogue: Catalog) -> bytes:
    """The .po (or .pot) file of a catalogue: one file a sentence, no line numbers to churn."""
    handle = io.BytesIO()
    write_po(handle, catalogue, width=100, sort_by_file=True, include_lineno=False)
    return handle.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The .mo file of a catalogue; the same bytes for the same sentences."""
    handle = io.BytesIO()
    write_mo(handle, catalogue)
    return handle.getvalue()


def merged(template: Catalog, catalogue: Catalog) -> Catalog:
    """The catalogue with the sentences of the template; what is no longer said is dropped.

    A sentence that only changed a little keeps its translation, marked as fuzzy.
    """
    catalogue.update(template, update_header_comment=False, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def problems(template: Catalog, catalogue: Catalog) -> list[str]:
    """What a translator has to put right, a line each."""
    found = []
    for wanted in sorted(_sentences(template), key=_name):
        entry = catalogue.get(wanted.id)
        if entry is None or not all(_strings(entry)):
            found.append(f"missing: {_name(wanted)}")
        elif entry.fuzzy:
            found.append(f"fuzzy: {_name(wanted)}")
        else:
            found += _differences(wanted.id, entry)
    for entry in sorted([*_sentences(catalogue), *catalogue.obsolete.values()], key=_name):
        if template.get(entry.id) is None:
            found.append(f"unused: {_name(entry)}")
    return found


def _sentences(catalogue: Catalog) -> Iterable[Message]:
    return (entry for entry in catalogue if entry.id)


def _name(entry: Message) -> str:
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def _strings(entry: Message) -> tuple[str, ...]:
    if isinstance(entry.string, str):
        return (entry.string,)
    return tuple(entry.string or ("",))


def _differences(msgid: str | tuple[str, ...] | list[str], entry: Message) -> list[str]:
    """The translations whose placeholders are not those of the English sentence.

    "one question left" and "{count} questions left": whether the form for one says its
    number is for each language to decide.
    """
    is_plural = not isinstance(msgid, str)
    english = list(msgid) if is_plural else [str(msgid)]
    if is_plural != isinstance(entry.id, list | tuple):
        return [f"one has plural forms, the other has not: {_name(entry)}"]
    found = []
    for form, string in enumerate(_strings(entry)):
        source = english[min(form, len(english) - 1)]
        free = {"count"} if is_plural and form == 0 else set()
        try:
            same = placeholders(source) - free == placeholders(string) - free
        except ValueError as error:
            found.append(f"not a template ({error}): {source!r} / {string!r}")
            continue
        if not same:
            found.append(f"placeholders differ: {source!r} / {string!r}")
    return found


def placeholders(template: str) -> set[str]:
    """The names in braces; raises ValueError when the braces do not match."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def check(source: Path, po_file: Path) -> list[str]:
    """Everything that is wrong with the catalogue in the repository; empty when all is well."""
    if not po_file.is_file():
        return [f"{po_file.name} is not there: run python tools/catalogues.py update"]
    catalogue = read(po_file)
    found = problems(extracted(source), catalogue)
    mo_file = po_file.with_suffix(".mo")
    if not mo_file.is_file() or mo_file.read_bytes() != compiled(catalogue):
        found.append(f"{mo_file.name} is not {po_file.name} compiled: run the command compile")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Exit code 1 when `check` has found something."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("extract", "update", "compile", "check"))
    command = parser.parse_args(arguments).command
    if command == "extract":
        sys.stdout.buffer.write(text_of(extracted(SOURCE)))
    elif command == "update":
        PO_FILE.parent.mkdir(parents=True, exist_ok=True)
        PO_FILE.write_bytes(text_of(merged(extracted(SOURCE), read(PO_FILE))))
    elif command == "compile":
        PO_FILE.with_suffix(".mo").write_bytes(compiled(read(PO_FILE)))
    else:
        found = check(SOURCE, PO_FILE)
        for line in found:
            print(line)
        return 1 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
