"""The hashes of what an author wrote: every word counts, the way it is written in YAML does not."""

from collections.abc import Iterable, Mapping
from typing import Any

from huddinge_training.domain.course import hash_of


def scenario_hash(written: Mapping[str, Any]) -> str:
    """Over everything but the review; rules and contacts count by their ids only."""
    return hash_of({key: value for key, value in written.items() if key != "review"})


def module_hash(written: Mapping[str, Any], scenario_hashes: Iterable[str]) -> str:
    """Over the module's own texts and its scenarios; not over its illustration."""
    texts = {key: value for key, value in written.items() if key != "illustration"}
    return hash_of(texts, scenario_hashes)


def edition_hash(
    course: Mapping[str, Any],
    rules: Mapping[str, Any],
    glossary: Mapping[str, Any],
    pictures: Mapping[str, Any],
    module_hashes: Iterable[str],
) -> str:
    """Over every word that is taught; not over contacts, which the municipality fills in."""
    words = {"course": course, "rules": rules, "glossary": glossary, **pictures}
    return hash_of(words, module_hashes)
