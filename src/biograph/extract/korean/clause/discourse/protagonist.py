"""The protagonist: whom an article is about, told by its headline, its first sentence and how often it is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.syntax.phrases import Phrase
from biograph.extract.korean.clause.syntax.reading import Reading
from biograph.model import Token

# Named less often, nobody is what a text is about.
LEAST = 3
# Headline, subhead and the sentence that opens the text.
LEAD = 3


def find(
    readings: Sequence[Reading], mentions: Sequence[Named], setting: Setting, fits: Callable[[Named], bool]
) -> str | None:
    """The entity that is a subject in the lead and that the text names most; None where none stands out.

    One that the headline names, too, may be outnumbered by half. Articles that go on to something else have none: it
    must still be named in the second half.
    """
    if len(readings) <= LEAD:
        return None
    count = Counter(m.entity for m in mentions if fits(m))
    middle = readings[len(readings) // 2].span.start
    late = {m.entity for m in mentions if m.span.start >= middle}
    headline = {m.entity for m in mentions if readings[0].span.contains(m.span)}
    subjects = [e for e in _subjects(readings[:LEAD], setting) if e in late and count[e] >= LEAST]
    best = max(subjects, key=lambda e: (e in headline, count[e], e), default=None)
    rival = max((n for e, n in count.items() if e != best), default=0)
    return best if best and count[best] * (1.5 if best in headline else 1) >= rival else None


def _subjects(readings: Sequence[Reading], setting: Setting) -> list[str]:
    """The entities that are subjects of a clause, a headline's topic included."""
    phrases = (np for r in readings for e in r.events for np in (*e.args, e.inherited) if np is not None)
    return [n.entity for np in phrases if np.case in ("subj", "topic") for n in np.heads(setting)]


def phrase(entity: str, named: Sequence[Named], text: str) -> NounPhrase | None:
    """A subject that no sentence spells out, at the place where it was named last; None where it has not been."""
    last = next((n for n in reversed(named) if n.entity == entity), None)
    if last is None:
        return None
    token = Token(text, "NNP", last.span, text)
    return NounPhrase([Phrase([token], [token], [last])], "topic")
