"""Parties: who `방문단`, `일행` are and where they go, told in one sentence and on the way in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.events import Event
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.protagonist import LEAD
from biograph.extract.korean.clause.reading import Reading

_WHITHER = ("obj", "to", "into")


@dataclass(frozen=True)
class Party:
    """`leaders`: those whose journey it is, who stand for the party wherever it goes; `joined`: who came along, of whom
    no more is said than that they went to the `destination`.
    """

    leaders: tuple[Named, ...] = ()
    joined: tuple[Named, ...] = ()
    destination: tuple[Named, ...] = ()

    @property
    def everybody(self) -> tuple[Named, ...]:
        """All who travel."""
        return _once((*self.leaders, *self.joined))


def find(readings: Sequence[Reading], setting: Setting, geographic: Callable[[Named], bool]) -> Party:
    """The party that a document speaks of; nobody if it speaks of none.

    `A가 보스턴을 찾았다. 대표단에는 B도 합류했다.` → led by A, joined by B, to 보스턴.
    `geographic`: whether a name is a country or city, where a journey goes, rather than a house.
    """
    events = [(at, event) for at, reading in enumerate(readings) for event in reading.events]
    if not any(_party(np, setting.grammar) for _, event in events for np in _phrases(event)):
        return Party(destination=_accompanied([event for _, event in events], setting, geographic))
    leaders = [n for at, event in events for n in _leaders(event, setting, leading=at < LEAD)]
    joined = [n for _, event in events if _joins(event, setting.grammar) for n in _subject(event, setting)]
    led = {n.entity for n in leaders}
    return Party(
        _once(leaders),
        _once(n for n in joined if n.entity not in led),
        next(
            (
                d
                for _, e in events
                if _travels(e, setting.grammar) or _sends(e, setting.grammar)
                if (d := _whither(e, led, setting, geographic))
            ),
            (),
        ),
    )


def _accompanied(events: Sequence[Event], setting: Setting, geographic: Callable[[Named], bool]) -> tuple[Named, ...]:
    """Where somebody went whom others are said to have gone with, `A의 방문에는 B가 함께했다`: the last place before."""
    with_whom = (i for i, e in enumerate(events) if e.stem in setting.grammar.escorts and _journey(e, setting.grammar))
    before = events[: next(with_whom, 0)]
    places = (_places(e, geographic) for e in reversed(before) if _travels(e, setting.grammar))
    return next((p for p in places if p), ())


def _journey(event: Event, grammar: Grammar) -> bool:
    return any(np.case == "to" and np.common.endswith(grammar.journeys) for np in event.args)


def _once(found: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted({named.entity: named for named in reversed(list(found))}.values()))


def _leaders(event: Event, setting: Setting, *, leading: bool) -> Iterator[Named]:
    """Who opens the text by travelling, `leading`, and who the party is said to be of or led by."""
    if leading and event.head is None and _travels(event, setting.grammar) and not _joins(event, setting.grammar):
        yield from _subject(event, setting)
    for np in _phrases(event):
        if _party(np, setting.grammar):
            # `대표단, B와 협의`: B, listed beside the party, is not it
            other = {n for m in np.members()[1:] for p in m for n in p.mentions} if _ahead(np, setting.grammar) else set()
            yield from (n for n in (*np.heads(setting), *np.leaders(setting)) if n not in other)
    if _sends(event, setting.grammar):
        yield from _subject(event, setting)


def _ahead(np: NounPhrase, grammar: Grammar) -> bool:
    """Whether the party is the first member of a list."""
    members = np.members()
    return len(members) > 1 and grammar.is_party(NounPhrase(members[0], "").common)


def _subject(event: Event, setting: Setting) -> list[Named]:
    return event.subject.heads(setting) if event.subject else []


def _whither(event: Event, led: set[str], setting: Setting, geographic: Callable[[Named], bool]) -> tuple[Named, ...]:
    """Where a journey of the party goes."""
    travellers = [np for np in (event.subject, event.head) if np is not None]
    if not _sends(event, setting.grammar) and not any(
        _party(np, setting.grammar) or led & {n.entity for n in np.heads(setting)} for np in travellers
    ):
        return ()
    return _places(event, geographic)


def _places(event: Event, geographic: Callable[[Named], bool]) -> tuple[Named, ...]:
    members = (member for np in event.args if np.case in _WHITHER for member in np.members())
    places = ([n for p in member for n in p.mentions if geographic(n)][-1:] for member in members)
    return tuple(n for place in places for n in place)


def _travels(event: Event, grammar: Grammar) -> bool:
    return event.stem in grammar.travel


def _sends(event: Event, grammar: Grammar) -> bool:
    """`A가 사절단을 꾸려`, `B에 대표단을 보냈다`."""
    party = event.arg("obj")
    return party is not None and event.stem in (*grammar.leading, *grammar.sending) and _party(party, grammar)


def _joins(event: Event, grammar: Grammar) -> bool:
    alone = event.stem == "동행하" and not any(np.case in ("with", "together", "to") for np in event.args)
    return alone or (event.stem in grammar.escorts and any(_party(np, grammar) for np in event.args))


def _phrases(event: Event) -> list[NounPhrase]:
    return [np for np in (*event.args, event.head) if np is not None]


def _party(np: NounPhrase, grammar: Grammar) -> bool:
    return grammar.is_party(np.common)
