"""Parties: who `방문단`, `일행` are, told in one sentence and on the way in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.events import Event
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.reading import Reading


def members(readings: Sequence[Reading], setting: Setting) -> tuple[Named, ...]:
    """Everybody of whom a document says that they travel or have joined the party; none if it speaks of no party.

    `A가 보스턴을 찾았다. 대표단에는 B도 합류했다.` → A, B
    """
    events = [event for reading in readings for event in reading.events]
    phrases = (np for event in events for np in (*event.args, event.head) if np is not None)
    if not any(setting.grammar.is_party(np.common) for np in phrases):
        return ()
    found = {named.entity: named for event in reversed(events) for named in _travellers(event, setting)}
    return tuple(sorted(found.values()))


def _travellers(event: Event, setting: Setting) -> Iterator[Named]:
    grammar = setting.grammar
    joined = event.stem in grammar.escorts and any(_party(np, grammar) for np in event.args)
    subject = event.subject
    if subject is not None and (joined or event.stem in grammar.travel):
        yield from subject.heads(setting)
    for np in (*event.args, event.head):
        if np is not None and _party(np, grammar):
            yield from (*np.heads(setting), *np.leaders(setting))


def _party(np: NounPhrase, grammar: Grammar) -> bool:
    return grammar.is_party(np.common)
