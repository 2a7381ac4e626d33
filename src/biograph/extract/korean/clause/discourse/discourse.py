"""What earlier sentences were about: whom `이 회사`, `양측` or a dropped subject stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from biograph.extract.drafts import Named, Names
from biograph.extract.korean.clause.discourse import occasion, parties, posts, protagonist
from biograph.extract.korean.clause.discourse.occasion import Occasion
from biograph.extract.korean.clause.discourse.parties import Party
from biograph.extract.korean.clause.discourse.posts import Posts
from biograph.extract.korean.clause.discourse.references import References, plain, pointing
from biograph.extract.korean.clause.discourse.together import Together
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.syntax.reading import Reading
from biograph.model import Span
from biograph.vocabulary import Ontology

_SIZES = (("세", 3), ("3", 3), ("네", 4), ("4", 4))


class Discourse:
    """The names in play as a reader goes from sentence to sentence."""

    def __init__(self, names: Names, grammar: Grammar, ontology: Ontology, paragraphs: Sequence[Span] = ()) -> None:
        self._entities, self._mentions = names.entities, names.mentions
        self._references = References(names.entities, grammar, ontology)
        self._named: list[Named] = []  # every name given before the sentence that is being read
        self._referred: dict[str, tuple[Named, ...]] = {}
        self._pairs = {form.replace(" ", "") for form in grammar.pairs}
        self._place_pairs = {form.replace(" ", "") for form in grammar.place_pairs}
        self._groups = {form.replace(" ", "") for form in grammar.groups}
        self._grammar = grammar
        self._party = Party()
        self._subjects: tuple[Named, ...] = ()
        self._together = Together()
        self._before: list[Named] = []  # the organisations of the sentence before
        self._topic: NounPhrase | None = None
        self._givers: set[str] = set()  # who did to a firm what the text may leave it out of
        self._given: tuple[Named, ...] = ()
        self._recalled: NounPhrase | None = None
        self._protagonist: str | None = None
        self._arguments: list[NounPhrase] = []  # of the sentence that is being read
        self._paragraph = 0  # where that of the sentence begins
        self._starts = {p.start for p in paragraphs}
        self.occasion = Occasion(names.mentions, self._kind, self._starts, grammar)
        self._opening = False  # whether a paragraph begins, with `이 회사` for the protagonist
        self._posts = Posts(self._kind, self._starts)

    def meet(self, readings: Sequence[Reading], setting: Setting) -> None:
        """Learn who travels together and whom the text is about, before the first sentence: a later one may tell."""
        party = parties.find(readings, self._ahead(readings, setting), self._kind)
        leaders, joined, suite = (
            tuple(n for n in who if self._kind(n, "Agent")) for who in (party.leaders, party.joined, party.suite)
        )
        self._party = Party(leaders, joined, party.destination, party.event, suite)
        self._protagonist = protagonist.find(readings, self._mentions, setting, lambda n: self._kind(n, "Agent"))

    def _ahead(self, readings: Sequence[Reading], setting: Setting) -> list[Setting]:
        """What each sentence is read against before the text is: of all references, `두 기관` after `A와 B가` alone."""
        settings, pair = [setting], tuple[Named, ...]()
        for reading in readings:
            subjects = (e.subject.heads(settings[-1]) for e in reading.events if e.subject)
            pair = next((tuple(heads) for heads in subjects if len(heads) == 2), pair)
            settings.append(Setting(setting.grammar, setting.people, partial(self._either, pair)))
        return settings

    def _either(self, pair: tuple[Named, ...], words: str, at: int) -> tuple[Named, ...]:
        return pair if plain(words) in self._pairs else ()

    def refer(self, words: str, at: int) -> tuple[Named, ...]:
        """Whom a pronoun-like noun at an offset stands for; empty when it is no such noun, or nobody fits.

        Of several that fit, `이 회사` is what the sentence before was about, and `회사` what the text has spoken of
        most, and first: the article's company, not the investor in the sentence before.
        """
        words = plain(words)
        if words in self._pairs:
            return self._counted(2)
        if words in self._place_pairs:
            for np in self._arguments:
                self._place(np, at)
            return self._together.places
        if words in self._groups:
            size = next((n for digit, n in _SIZES if digit in words), 0)
            if size:
                return self._counted(size)
            return self._listed(at) or (self._together.last if len(self._together.last) > 1 else ())
        if self._grammar.is_party(words):
            return tuple(sorted({*self._party.leaders, *self._party.suite}))
        if nearest := self._in_sentence(words, at):
            return nearest
        if words not in self._referred:
            self._referred[words] = self._antecedent(words)
        return self._referred[words]

    def _listed(self, at: int) -> tuple[Named, ...]:
        """`투자사는 A, B이며 이들은 …`: the last list that the sentence itself gave before."""
        before = (np for np in reversed(self._arguments) if np.span.end <= at and len(np.members()) > 1)
        listed = (
            [n for n in np.names if self._kind(n, "Agent")] for np in before if len(np.names) == len(np.members())
        )
        return tuple(next((names for names in listed if len(names) > 1), ()))

    def _place(self, np: NounPhrase, end: int) -> None:
        if np.span.end <= end and np.names and all(self._kind(n, "Place") for n in np.names):
            self._together.place(np.names)

    def _counted(self, size: int) -> tuple[Named, ...]:
        """`두 기관`, `세 회사`: those of the sentence before if it names so many, else those told together."""
        before = tuple({n.entity: n for n in reversed(self._before)}.values())
        if len(before) == size:
            return tuple(sorted(before))
        return self._together.of_size(size, self._paragraph, self._named)

    def _in_sentence(self, words: str, at: int) -> tuple[Named, ...]:
        """Whom the same sentence named last before `이 회사`: `A는 B에 투자했으며, 이 회사는 …`."""
        if not pointing(words):
            return ()
        before = (n for np in self._arguments if np.span.end <= at and np.case != "at" for n in np.names)
        return tuple(sorted(self._references.typed(words, before))[-1:])

    def _antecedent(self, words: str) -> tuple[Named, ...]:
        fitting = self._references.fitting(words, self._named)
        if not fitting:
            return ()
        count = Counter(n.entity for n in fitting)
        if pointing(words) and self._opening and self._protagonist in count:
            return (next(n for n in reversed(fitting) if n.entity == self._protagonist),)
        if pointing(words) and len(self._subjects) == 1 and self._subjects[0].entity in count:
            return self._subjects
        return (max(fitting, key=lambda n: (count[n.entity], -n.span.start)),)

    def _kind(self, named: Named, type_: str) -> bool:
        return self._references.kind(named, type_)

    def implied(self, type_: str, before: Span, setting: Setting) -> tuple[Named, ...]:
        """Whom a clause leaves out: where it takes place, where the party goes, else what the text is about."""
        if type_ == "Place":
            return self._party.destination
        if type_ == "Trip":
            return self._party.event
        if type_ in occasion.KINDS:
            return self.occasion.implied(type_, before)
        if type_ in posts.KINDS:
            return self._posts.implied(type_, before)
        topic = self._topic.heads(setting) if self._topic else []
        firm = len(topic) == 1 and self._entities[topic[0].entity].type == "Company"
        return tuple(topic) if firm and topic[0].entity not in self._givers else self._given

    def remember(self, giver: str, given: Named) -> None:
        """Keep whom something was done to: `A가 100억원을 넣었다. B도 참여했다` tells of the same firm."""
        self._givers.add(giver)
        self._given = (given,)

    def carry(self, reading: Reading) -> None:
        """Go on to the next sentence, with what was named before it."""
        self._named = [n for n in self._mentions if n.span.end <= reading.span.start]
        self._paragraph = self.occasion.paragraph(reading.span)
        self._opening = reading.span.start in self._starts
        self._referred.clear()
        self._arguments = [np for event in reading.events for np in event.args]
        about = self._about()
        self._posts.carry(reading, about)
        if about:
            if self._topic is None or reading.span.start in self._starts:
                self._topic, self._recalled = about, self._topic
            else:
                self._recalled = None
        self.inherit(reading)

    def _about(self) -> NounPhrase | None:
        """The protagonist, as the subject of a clause that leaves it out."""
        entity = self._protagonist
        return protagonist.phrase(entity, self._named, self._entities[entity].name) if entity else None

    def inherit(self, reading: Reading) -> None:
        """Give the topic of the sentences before to clauses that have no subject of their own."""
        for event in reading.events:
            if self._topic and event.subject is None and event.head is None:
                event.inherited, event.recalled = self._topic, self._recalled

    def hear(self, reading: Reading, setting: Setting) -> None:
        """Remember what a sentence was about."""
        self.occasion.hear(reading)
        self._posts.hear(reading, setting)
        for event in reading.events:
            if self._party.leaders and any(self._grammar.is_party(np.common) for np in event.args):
                self._together.tell(self._party.everybody, self._paragraph)
            for np in event.args:
                heads = np.heads(setting)
                self._place(np, reading.span.end)
                if np.case in ("subj", "topic") and len(heads) > 1:
                    self._together.tell(heads, self._paragraph)
                elif np.case in ("with", "together") and heads:
                    self._join(event, np, setting)
        self._before = [n for e in reading.events for np in e.args for n in np.names if self._kind(n, "Organization")]
        self._follow(reading, setting)

    def _follow(self, reading: Reading, setting: Setting) -> None:
        """Take up what a sentence was about; a subject without a name ends what was said of the one before it."""
        for case in ("topic", "subj"):
            main = next((a for e in reversed(reading.events) if (a := e.arg(case)) and a.heads(setting)), None)
            if main is not None:
                self._topic, self._subjects = main, tuple(main.heads(setting))
                return
        bare = [a for e in reversed(reading.events) if e.head is None and (a := e.arg("topic") or e.arg("subj"))]
        if bare:
            self._topic = self._owner(bare[0], setting)

    def _owner(self, np: NounPhrase, setting: Setting) -> NounPhrase | None:
        """Who has what a sentence was about, `A의 행보가 …`: it is told of A."""
        if np.phrases[0].case != "gen":
            return None
        owner = NounPhrase(np.phrases[:1], "topic")
        heads = [n for n in owner.heads(setting) if self._kind(n, "Agent")]
        return owner if len(heads) == 1 else None

    def _join(self, event: Event, np: NounPhrase, setting: Setting) -> None:
        subject = event.subject.heads(setting) if event.subject else []
        if subject:
            self._together.tell(dict.fromkeys([*subject, *np.heads(setting)]), self._paragraph)
