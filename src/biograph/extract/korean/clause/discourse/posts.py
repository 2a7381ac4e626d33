"""Posts: whose office, or which text, a clause means without a name: `부회장에는 A가 뽑혔다`, `집필은 A가 맡았다`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.syntax.reading import Reading
from biograph.model import Span

# What an implied object may be, as the headings of frames say it.
BODY, TEXT = "Organization", "Publication"
KINDS = (BODY, TEXT)
# Of two such bodies that a sentence names either may be meant in the next.
_RIVALS = ("Company", "Association", "University", "Hospital", "ResearchInstitute", "GovernmentBody")
# Characters: about three sentences. What was named further back is no longer implied.
NEAR = 300

Kind = Callable[[Named, str], bool]


class Posts:
    """The body that the sentences of one paragraph are about, whoever their subjects are, and the text at hand."""

    def __init__(self, kind: Kind, paragraphs: Iterable[int]) -> None:
        self._kind, self._starts = kind, frozenset(paragraphs)
        self._body: Named | None = None
        self._texts: list[Named] = []
        self._journals: set[str] = set()

    def implied(self, type_: str, before: Span) -> tuple[Named, ...]:
        """The body or text that a sentence leaves out; none where it was named too far back."""
        if type_ == BODY:
            found = [self._body] if self._body else []
        else:
            found = [n for n in self._texts if n.entity not in self._journals][-1:]
        return tuple(n for n in found if before.start - n.span.end < NEAR)

    def carry(self, reading: Reading, about: NounPhrase | None) -> None:
        """Go on to the next sentence: a paragraph begins with the protagonist, if the text has one."""
        if reading.span.start in self._starts:
            named = about.names if about else []
            self._body = next((n for n in named if self._kind(n, BODY)), None)

    def hear(self, reading: Reading, setting: Setting) -> None:
        """Remember the body that a sentence is about; of several none, nor one that only has what it is about."""
        for event in reading.events:
            for np in event.args:
                named = [n for n in np.heads(setting) if self._kind(n, TEXT)]
                self._texts += named
                if np.case == "to":  # `A를 B에 실었다`: who writes A does not write B
                    self._journals.update(n.entity for n in named)
        here = [n for e in reading.events for np in e.args for n in np.names if self._kind(n, BODY)]
        main = [a for e in reading.events if e.head is None and (a := e.arg("topic") or e.arg("subj"))]
        for np in main[:1]:
            bodies = [n for n in np.heads(setting) if self._kind(n, BODY)]
            if len(bodies) == 1 and len(np.heads(setting)) == 1:
                self._body = bodies[0]
            elif bodies or any(self._kind(n, BODY) and n not in self._own(np, setting) for n in np.names):
                self._body = None
        if self._body and any(n.entity != self._body.entity and self._alike(n, self._body) for n in here):
            self._body = None

    def _alike(self, one: Named, other: Named) -> bool:
        return any(self._kind(one, type_) and self._kind(other, type_) for type_ in _RIVALS)

    def _own(self, np: NounPhrase, setting: Setting) -> list[Named]:
        """The bodies that only say where the person who is the subject comes from: `A 교수는`."""
        persons = [n for n in np.heads(setting) if n.entity in setting.people]
        return np.names if persons else []
