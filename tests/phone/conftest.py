"""A room for each test."""

from collections.abc import Iterator

import pytest
from phone.room import Room, room


@pytest.fixture
def classroom() -> Iterator[Room]:
    """A session with room for twelve phones, and its server."""
    with room() as opened:
        yield opened
