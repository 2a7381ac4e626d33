"""What noun phrases alone state: titles, units of bodies, places within places, authors, subsidiaries."""

from __future__ import annotations

from collections.abc import Iterable

from biograph.extract.drafts import Draft, Names
from biograph.extract.korean.aliases import Alias
from biograph.extract.korean.context import Context
from biograph.extract.korean.people import People


def read(context: Context, names: Names, people: People, aliases: Iterable[Alias]) -> tuple[Draft, ...]:
    """Drafts with the sentence as evidence."""
    return ()
