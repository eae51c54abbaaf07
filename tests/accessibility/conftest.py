"""Data folders filled once, and the cache of the shipped course."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility.screens import build_stage, clock_of_today

from huddinge_training.content.library import load_course
from huddinge_training.content.organisation_file import load_organisation
from huddinge_training.paths import bundled


@pytest.fixture(scope="session")
def stage_copy(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Callable[[str], Path]:
    """Gives a copy of a filled data folder by its name."""
    cache = tmp_path_factory.mktemp("cache")
    load_course(bundled("quizzes"), cache)
    load_organisation(bundled("resources") / "organisation.yaml", cache)
    filled: dict[str, Path] = {}

    def copy(name: str) -> Path:
        if name not in filled:
            filled[name] = tmp_path_factory.mktemp(name)
            shutil.copytree(cache, filled[name] / "cache")
            build_stage(name, filled[name], clock_of_today())
        target = tmp_path_factory.mktemp(f"{name}-copy") / "data"
        return Path(shutil.copytree(filled[name], target))

    return copy
