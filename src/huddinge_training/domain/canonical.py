"""One byte-exact written form of plain data, so that its hash means something."""

import hashlib
import json


def canonical_json(value: object) -> str:
    """JSON with sorted keys and no spaces; the same value always gives the same text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
