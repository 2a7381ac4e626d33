"""Parties: who `방문단`, `일행` are and where they go, told in one sentence and on the way in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.discourse.protagonist import LEAD
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.syntax.reading import Reading

_WHITHER = ("obj", "to", "into", "")  # headlines leave out the particle
_GEOGRAPHIC = ("Country", "Region", "City")  # where a journey goes, rather than to a house
Kind = Callable[[Named, str], bool]


@dataclass(frozen=True)
class Party:
    """`leaders`: those whose journey it is, who stand for the party wherever it goes, with their `suite`; `joined`: who
    came along, of whom no more is said than that they went to the `destination` and to the `event` it went there for.
    """

    leaders: tuple[Named, ...] = ()
    joined: tuple[Named, ...] = ()
    destination: tuple[Named, ...] = ()
    event: tuple[Named, ...] = ()
    suite: tuple[Named, ...] = ()

    @property
    def everybody(self) -> tuple[Named, ...]:
        """All who travel."""
        return _once((*self.leaders, *self.joined))


def find(readings: Sequence[Reading], settings: Sequence[Setting], kind: Kind) -> Party:
    """The party that a document speaks of; nobody if it speaks of none.

    `A가 보스턴을 찾았다. 대표단에는 B도 합류했다.` → led by A, joined by B, to 보스턴.
    `settings`: what each reading is read against; `kind`: whether a name is of a type.
    """
    events = [(at, event, settings[at]) for at, reading in enumerate(readings) for event in reading.events]
    if not any(_party(np, setting.grammar) for _, event, setting in events for np in _phrases(event)):
        return Party(destination=_accompanied([(event, setting) for _, event, setting in events], kind))
    leaders = [n for at, event, setting in events for n in _leaders(event, setting, leading=at < LEAD)]
    joined = [n for _, event, setting in events if _joins(event, setting.grammar) for n in _subject(event, setting)]
    led = {n.entity for n in leaders}
    told = [(e, s) for _, e, s in events]
    journeys = ((e, s) for e, s in told if _travels(e, s.grammar) or _sends(e, s.grammar))
    places = (_whither(e, led, s, kind) for e, s in journeys)
    return Party(
        _once(leaders),
        _once(n for n in joined if n.entity not in led),
        next((place for place in places if place), ()),
        next((n for e, s in told if (n := _attends(e, led, s, kind))), ()),
        _once(n for e, s in told if _joins(e, s.grammar) and _serves(e, s.grammar) for n in _subject(e, s)),
    )


def _accompanied(events: Sequence[tuple[Event, Setting]], kind: Kind) -> tuple[Named, ...]:
    """Where somebody went in company, `A의 방문에는 B가 함께했다`: the last place before."""
    with_whom = (i for i, (e, s) in enumerate(events) if e.stem in s.grammar.escorts and _journey(e, s.grammar))
    before = events[: next(with_whom, 0)]
    places = (_places(e, kind) for e, s in reversed(before) if _travels(e, s.grammar))
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
            apart = _apart(np, setting.grammar)
            yield from (n for n in (*np.heads(setting), *np.leaders(setting)) if n not in apart)
    if _sends(event, setting.grammar):
        yield from _subject(event, setting)


def _apart(np: NounPhrase, grammar: Grammar) -> set[Named]:
    """Who is listed after the party and is none of it: B in `대표단, B와 협의`."""
    first, *others = np.members()
    ahead = bool(others) and grammar.is_party(NounPhrase(first, "").common)
    return {n for member in others for p in member for n in p.mentions} if ahead else set()


def _subject(event: Event, setting: Setting) -> list[Named]:
    return event.subject.heads(setting) if event.subject else []


def _whither(event: Event, led: set[str], setting: Setting, kind: Kind) -> tuple[Named, ...]:
    """Where a journey of the party goes."""
    goes = _sends(event, setting.grammar) or _theirs(event, led, setting)
    return _places(event, kind) if goes else ()


def _attends(event: Event, led: set[str], setting: Setting, kind: Kind) -> tuple[Named, ...]:
    """The event that the party attends or holds."""
    if event.stem not in setting.grammar.attending or not _theirs(event, led, setting):
        return ()
    args = (np for np in event.args if np.case in ("obj", "to", "at"))
    return tuple(n for np in args for n in np.heads(setting) if kind(n, "Event"))[:1]


def _theirs(event: Event, led: set[str], setting: Setting) -> bool:
    """Whether it is the party, or who leads it, that does something."""
    doers = [np for np in (event.subject, event.head) if np is not None]
    return any(_party(np, setting.grammar) or led & {n.entity for n in np.heads(setting)} for np in doers)


def _places(event: Event, kind: Kind) -> tuple[Named, ...]:
    members = (member for np in event.args if np.case in _WHITHER for member in np.members())
    places = (
        [n for p in member for n in p.mentions if any(kind(n, t) for t in _GEOGRAPHIC)][-1:] for member in members
    )
    return tuple(n for place in places for n in place)


def _travels(event: Event, grammar: Grammar) -> bool:
    return event.stem in grammar.travel


def _sends(event: Event, grammar: Grammar) -> bool:
    """`A가 사절단을 꾸려`, `B에 대표단을 보냈다`."""
    party = event.arg("obj")
    return party is not None and event.stem in (*grammar.leading, *grammar.sending) and _party(party, grammar)


def _serves(event: Event, grammar: Grammar) -> bool:
    """`수행단에는 A가 들었다`: who serves those who travel is with them everywhere."""
    return any(np.common.endswith(grammar.suites) for np in event.args)


def _joins(event: Event, grammar: Grammar) -> bool:
    alone = event.stem == "동행하" and not any(np.case in ("with", "together", "to") for np in event.args)
    return alone or (event.stem in grammar.escorts and any(_party(np, grammar) for np in event.args))


def _phrases(event: Event) -> list[NounPhrase]:
    return [np for np in (*event.args, event.head) if np is not None]


def _party(np: NounPhrase, grammar: Grammar) -> bool:
    return grammar.is_party(np.common)
