"""Names of notes: such as every system takes and Obsidian can link, none like another but for case."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from biograph.exports.facts import one_line
from biograph.model import short_hash

# What Windows forbids (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), and what ends a link.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|#^\[\]]')
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)
_LONGEST = 150  # bytes of UTF-8, of 255 that a file's name may have, so that something can be added


def names(titles: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """A name for each key by its title, and by what it is, or in need a hash of the key, where several share the title.

    Names are told apart by more than case, as some systems do not see it.
    """
    shared = Counter(_folded(safe(title)) for title, _ in titles.values())
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, (title, kind) in sorted(titles.items()):
        plain, hashed = safe(title), short_hash(key)[:8]
        unshared = [plain] if plain and shared[_folded(plain)] == 1 else []
        candidates = [*unshared, f"{plain} ({safe(kind)})".strip(), f"{plain} ({hashed})".strip()]
        found[key] = next(name for name in candidates if _folded(name) not in taken)
        taken.add(_folded(found[key]))
    return found


def safe(title: str) -> str:
    """A title as a file's name without ending, at most 150 bytes long; empty where nothing of it can be in one."""
    visible = (c for c in _FORBIDDEN.sub(" ", one_line(title)) if unicodedata.category(c)[0] != "C")
    name = unicodedata.normalize("NFC", " ".join("".join(visible).split()))
    name = name.encode()[:_LONGEST].decode(errors="ignore").strip(". ")
    return f"_{name}" if _RESERVED.match(name) else name


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())
