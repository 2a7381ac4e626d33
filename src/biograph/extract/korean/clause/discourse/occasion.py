"""The occasion: which event or programme a sentence reports without naming it, and what is on show there."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.reading import Reading
from biograph.model import Span

# Characters: about two sentences. What was named further back is no longer implied.
NEAR = 200
# Characters: two that stand as close are members of a list, of which none is the occasion.
LISTED = 30
# What an implied object may be, as the headings of frames say it: an event where the paragraph tells what is on show.
SCENE = "Scene"
NAMED_AT = ("Event", "Program", "Event|Program")
KINDS = (*NAMED_AT, SCENE)

Kind = Callable[[Named, str], bool]


class Occasion:
    """Where the sentences of one document take place."""

    def __init__(self, mentions: Sequence[Named], kind: Kind, paragraphs: Iterable[int], grammar: Grammar) -> None:
        self._kind, self._starts, self._grammar = kind, sorted(paragraphs), grammar
        self._named = {type_: [n for n in mentions if self._is(n, type_)] for type_ in KINDS}
        self._count = {type_: Counter(n.entity for n in named) for type_, named in self._named.items()}
        self._scene: int | None = None

    def _is(self, named: Named, kinds: str) -> bool:
        return any(self._kind(named, k) for k in kinds.replace(SCENE, "Event").split("|"))

    def implied(self, kinds: str, before: Span) -> tuple[Named, ...]:
        """What a sentence leaves out: its paragraph's last, else one not far back, else the text's most frequent."""
        start = self.paragraph(before)
        if kinds == SCENE and self._scene != start:
            return ()
        named = [n for n in self._named[kinds] if n.span.end <= before.start]
        near = [n for n in named if n.span.start >= start or before.start - n.span.end < NEAR]
        if any(n.entity != near[-1].entity and near[-1].span.start - n.span.end < LISTED for n in near[:-1]):
            return ()
        count = self._count[kinds]
        most = max(count.values(), default=0)
        least = 1 if kinds == SCENE and len(count) == 1 else 2  # the one event of a report needs no second mention
        return tuple(near[-1:] or [n for n in named if count[n.entity] == most >= least][-1:])

    def in_sentence(self, kinds: str, event: Event, reading: Reading) -> tuple[Named, ...]:
        """What an earlier clause of the same sentence named: `포럼이 열려 A가 축사를 했다`."""
        before = [e for e in reading.events if e.head is None and e.phrase.span.end <= event.phrase.span.start]
        named = [n for e in before if e is not event for np in e.args for n in np.names if self._is(n, kinds)]
        return tuple(sorted(named)[-1:])

    def hear(self, reading: Reading) -> None:
        """Notice that a sentence looks around: `전시장에서는`, `첫 연사로 나온 A는`; it holds for its paragraph."""
        phrases = (np for e in reading.events for np in (*e.args, e.head) if np is not None)
        if any(word.endswith(self._grammar.scenes) for np in phrases for word in np.words):
            self._scene = self.paragraph(reading.span)

    def paragraph(self, span: Span) -> int:
        """Where the paragraph begins that a sentence is in."""
        at = bisect_right(self._starts, span.start)
        return self._starts[at - 1] if at else 0
