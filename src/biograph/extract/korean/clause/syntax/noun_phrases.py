"""Noun phrases: phrases that belong together, the names that head them, and the common nouns in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.syntax.phrases import DOTS, Phrase
from biograph.model import Span, Token

if TYPE_CHECKING:
    from biograph.extract.korean.clause.syntax.events import Event

# What counts goods rather than money or time.
_GOODS = frozenset(("어치", "개", "대", "병", "톤", "회분", "명분", "도즈", "마리", "상자", "세트"))
# Of what is counted in parts, each stands for the whole: `센터 5층에`, `사업 2단계에`, `프로그램 3기에`.
_PARTS = frozenset(("층", "단계", "기", "번지"))
_MONEY = ("원", "달러", "유로", "엔", "위안", "파운드", "프랑")
_CLOSING_QUOTES = ("'", "’", "」", "』", "》", ">", '"', "”")


@dataclass(frozen=True)
class Setting:
    """What noun phrases are read against: the grammar, who is a person, and what `이 회사`, `양측` refer to at a place.

    `heads` and `own_heads` keep, for one sentence, what each phrase stands for: many frames ask the same.
    """

    grammar: Grammar
    people: frozenset[str] = frozenset()
    refer: Callable[[str, int], tuple[Named, ...]] = lambda words, at: ()
    heads: dict[NounPhrase, list[Named]] = field(default_factory=dict)
    own_heads: dict[NounPhrase, list[Named]] = field(default_factory=dict)


@dataclass(eq=False)
class NounPhrase:
    """A noun with all that leads up to it: genitives, compounds, coordinated members, relative clauses.

    Its phrases stay as they are once it is made. `equals` is what a copula says it is the same as: in `A는 … 기업이다`
    the 기업 is A.
    """

    phrases: list[Phrase]
    case: str
    modifiers: list[Event] = field(default_factory=list)
    equals: NounPhrase | None = None

    @cached_property
    def span(self) -> Span:
        return Span(self.phrases[0].span.start, self.phrases[-1].span.end)

    @property
    def comma(self) -> bool:
        return self.phrases[-1].comma

    @cached_property
    def numeric(self) -> bool:
        """Whether it gives a number, a sum or a share, that is not one of goods: `30만달러어치 키트`, `키트 10만개`."""
        nouns = [t for p in self.phrases for t in p.nouns]
        return any(t.tag == "SN" for t in nouns) and not any(t.form in _GOODS for t in nouns)

    @cached_property
    def priced(self) -> bool:
        """Whether it says for how much: `1200억원에`, `3000만달러에`."""
        return self.case == "to" and self.numeric and not self.names and self.words[-1].endswith(_MONEY)

    @cached_property
    def names(self) -> list[Named]:
        """Every name in the phrase, in order."""
        return [m for p in self.phrases for m in p.mentions]

    @cached_property
    def common(self) -> str:
        """The common nouns in one string, without blanks; pronouns such as 무엇 do not count."""
        return "".join(self.words)

    @cached_property
    def words(self) -> list[str]:
        """The common nouns, one string for each eojeol that has any."""
        named = [m.span for m in self.names]
        nouns = (
            [form for t in p.nouns if t.tag != "NP" and (form := _unnamed(t, p.nouns, named))] for p in self.phrases
        )
        return ["".join(word) for word in nouns if word]

    def heads(self, setting: Setting) -> list[Named]:
        """The names that the phrase as a whole stands for; empty when an unnamed common noun heads it.

        `A와 B` → both; `A, B 등 세 곳` → both; `A 측` → A; `홍길동 A 회장` → the person; `A의 대표` → none;
        `양측` → the two that were named before.
        """
        if self not in setting.heads:
            found = list(self._own_heads(setting) or self._referents(setting))
            party = setting.grammar.is_party(self.common)
            if self.case in ("subj", "topic") or not party:
                # `A가 이끄는 대표단에 합류했다`: to join it is not to join A; `A가 이끄는 B` is B alone.
                lead = setting.grammar.leading if found and not party else ()
                found += [n for event in self.modifiers if event.stem not in lead for n in _led(event, setting)]
            if not found and self.equals is not None:
                found = self.equals._own_heads(setting)
            setting.heads[self] = sorted(set(found))
        return setting.heads[self]

    def headed(self, setting: Setting) -> bool:
        """Whether a name in the phrase heads it."""
        return bool(self._own_heads(setting))

    def leaders(self, setting: Setting) -> list[Named]:
        """Who is in a group by the clauses that describe it: `A가 이끄는 대표단`."""
        return [named for event in self.modifiers for named in _led(event, setting)]

    def described(self, setting: Setting) -> list[Named]:
        """Whom a clause before the phrase describes: its heads, else the owners that it opens with.

        `보스턴에서 활동하는 A의 사무실` → A.
        """
        party = setting.grammar.is_party(self.common)
        if not party and self.equals is not None and not self._own_heads(setting) and (owners := self.owners(setting)):
            return owners  # `A는 B가 지은 C의 운영사다`: what B built is C
        if heads := self._travellers(setting) if party else self.heads(setting):
            return heads
        first = self.members()[0]
        if len(first) < len(self.phrases) and (heads := NounPhrase(first, "")._own_heads(setting)):
            return heads  # `원장을 지낸 A 회장, B와 C 임직원`: who is named next
        return self.owners(setting)

    def _travellers(self, setting: Setting) -> list[Named]:
        """Whom a party is named after, and who is in it: `보스턴을 찾은 한국 대표단`."""
        members = (NounPhrase(member, "") for member in self.members())
        party = next((np for np in members if setting.grammar.is_party(np.common)), self)
        words = "".join(t.form for t in party.phrases[-1].nouns)
        return [*party._own_heads(setting), *setting.refer(words, self.span.start)]

    def owners(self, setting: Setting) -> list[Named]:
        """Whose the phrase says it is, first: A in `A의 홍길동 대표`."""
        cut = next((i + 1 for i, p in enumerate(self.phrases) if p.case == "gen"), 0)
        return NounPhrase(self.phrases[:cut], "gen")._own_heads(setting) if cut else []

    def owner_referents(self, setting: Setting) -> list[Named]:
        """Whose it is where a pronoun-like noun says so: `일행의 행선지는`, `이 회사의 대표는`."""
        cut = next((i + 1 for i, p in enumerate(self.phrases) if p.case == "gen"), 0)
        words = "".join(p.words for p in self.phrases[:cut])
        return list(setting.refer(words, self.span.start)) if words and not self.names else []

    def _referents(self, setting: Setting) -> list[Named]:
        """Whom a bare noun stands for: `회사는`, `본사를 둔 이 회사는`, but not `지난해 세운 회사`."""
        words = "".join(t.form for p in self.phrases for t in p.nouns)
        party = setting.grammar.is_party(words)
        if self.names or (self.modifiers and not words.startswith("이") and not party):
            return []
        if party and self.case not in ("subj", "topic"):
            return []  # who travels is told by what the party does; `대표단에 합류했다` tells who is in it
        # Who is named in the clause that describes it is somebody else: `A가 투자한 이 회사는`.
        start = min([self.span.start, *(event.span.start for event in self.modifiers)])
        return list(setting.refer(words, start))

    def _own_heads(self, setting: Setting) -> list[Named]:
        if self not in setting.own_heads:
            setting.own_heads[self] = self._heading(setting)
        return setting.own_heads[self]

    def _heading(self, setting: Setting) -> list[Named]:
        elements = self.members()
        found: list[Named] = []
        for position, element in enumerate(reversed(elements)):
            head = _element_head(element, setting)
            if head is None and position == 0 and not _closes(element, setting.grammar):
                break
            found += [head] if head else []
        return found

    def members(self) -> list[list[Phrase]]:
        """The members of a list, each with its own genitives; one where nothing is coordinated."""
        elements: list[list[Phrase]] = [[]]
        for phrase in self.phrases:
            elements[-1].append(phrase)
            if phrase.case in ("with", "conj") or phrase.comma or phrase.tokens[-1].form in DOTS:
                elements.append([])
        return [e for e in elements if e]


def _unnamed(token: Token, nouns: Sequence[Token], named: Sequence[Span]) -> str:
    """What a noun says beside the names; the office that grows out of a name (`가나병원장`) is the head of its kind."""
    over = next((s for s in named if s.overlaps(token.span)), None)
    if over is not None:
        return token.form if token.form.endswith("장") and token.span.end == over.end + 1 else ""
    if token.form == "장" and any(s.end == token.span.start for s in named):
        before = next((t for t in nouns if t.span.end == token.span.start), None)
        return (before.form[-2:] if before else "") + "장"
    return token.form


def _led(event: Event, setting: Setting) -> list[Named]:
    """Who is in a group by the clause that describes it: `A를 비롯한 …`, `A 같은 …`, `A가 단장을 맡은 …`."""
    grammar = setting.grammar
    office = event.arg("obj")
    held = office is not None and event.stem in grammar.holding and office.common in grammar.leaders
    if event.stem in grammar.leading or held:
        return event.subject.heads(setting) if event.subject else []
    chief = event.arg("into")
    if event.stem in grammar.inclusion or (
        event.stem == "하" and chief is not None and chief.common in grammar.leaders
    ):
        return [h for np in event.args if np.case == "obj" for h in np.heads(setting)]
    if event.stem in grammar.likeness:
        return [h for np in event.args if np.case == "" for h in np.heads(setting)]
    return []


def _element_head(element: list[Phrase], setting: Setting) -> Named | None:
    names = [m for p in element for m in p.mentions]
    persons = [m for m in names if m.entity in setting.people]
    if persons and not _owns(persons[-1], element):
        return persons[-1]
    last = element[-1]
    if name := last.closing_name() or _quoted_name(element, names):
        return name
    before: Named | None = None
    for token in (t for p in element for t in p.nouns):
        named = next((m for m in names if m.span.contains(token.span)), None)
        if named:
            before = named
        elif before and token.form in setting.grammar.closers and not _owns(before, element):
            return before
        elif before and token.form in setting.grammar.offices:
            before = None  # `A 회장 등을 거쳤다`: posts, not A
    closing = "".join(t.form for t in last.nouns if not any(m.span.overlaps(t.span) for m in names))
    part = last.nouns and last.nouns[-1].form in _PARTS
    return before if closing in setting.grammar.deputies or part else None


def _owns(owner: Named, element: list[Phrase]) -> bool:
    """Whether what one has follows: `홍길동 교수의 논문`, `A 등 3개사의 공장`."""
    return any(p.case == "gen" and p.span.end > owner.span.end for p in element[:-1])


def _quoted_name(element: list[Phrase], names: list[Named]) -> Named | None:
    """`'글로벌 밍글' 사업`: a name in quotation marks heads the class noun that explains it."""
    marks = [t for p in element for t in p.tokens if t.form in _CLOSING_QUOTES]
    if not names or not any(t.span.start == names[-1].span.end for t in marks):
        return None
    after = [p for p in element if p.span.start >= names[-1].span.end]
    owning = any(p.case == "gen" and names[-1] in p.mentions for p in element[:-1])  # `'X'의 임상`
    return names[-1] if len(after) <= 1 and not owning else None


def _closes(element: list[Phrase], grammar: Grammar) -> bool:
    """Whether a list ends in its number, `A, B 등 3개사`, and not in what they have: `A, B 등 3개사의 공장`."""
    closers = [i for i, p in enumerate(element) if any(t.form in grammar.closers for t in p.nouns)]
    return bool(closers) and not any(p.case == "gen" for p in element[closers[0] : -1])
