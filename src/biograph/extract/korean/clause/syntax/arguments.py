"""Arguments: what an event offers to the slots of frames, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.frames import purposes
from biograph.extract.korean.clause.frames.frames import Place, Shape, place
from biograph.extract.korean.clause.frames.index import Index
from biograph.extract.korean.clause.syntax.events import COORDINATE, Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase, Setting

WITH = ("with", "together")
MEANS = ("어", "아", "여", "어서", "아서", "여서")


class Arguments:
    """What an event offers to the slots of frames, each kind of slot looked up once."""

    def __init__(self, event: Event, setting: Setting) -> None:
        self.event, self.setting = event, setting
        self.all = list(event.args)
        for np in event.args:
            # Of a noun that names nobody, what the clause before it says: `A가 이끄는 모임에서`.
            if np.modifiers and np.case not in ("clause", "said", "time") and not np.names and not np.heads(setting):
                self.all += [a for m in np.modifiers for a in m.args]
        self.by_case: dict[str, list[NounPhrase]] = {}
        for np in self.all:
            self.by_case.setdefault(np.case, []).append(np)
        if for_what := purposes.of(event):
            self.by_case[purposes.PURPOSE] = for_what
        if "with" not in self.by_case and "together" in self.by_case:
            # `A는 B와 함께 C와 협약했다`: who stands beside the subject is whom it is done with if nobody else is.
            self.by_case["with"] = self.by_case["together"]
        self._found: dict[Place, list[NounPhrase]] = {}
        self._present: dict[Place, set[str]] = {}
        self._named: dict[NounPhrase, list[Named]] = {}
        self._inner: dict[int, Arguments] = {}

    def present(self, index: Index, at: Place) -> set[str]:
        """The nouns that frames ask for and that stand at a place."""
        found = self._present.get(at)
        if found is None:
            found = self._present[at] = {noun for np in self.candidates(at) for noun in index.nouns(np)}
        return found

    def names(self, np: NounPhrase) -> list[Named]:
        """Whom a phrase stands for, as an argument or as the noun that the event describes."""
        found = self._named.get(np)
        if found is None:
            found = np.described(self.setting) if np is self.event.head else np.heads(self.setting)
            self._named[np] = found
        return found

    @cached_property
    def companions(self) -> tuple[Named, ...]:
        """With whom the subject does it: `B와 함께 열었다`, `B와 손잡고 열었다`."""
        event = self.event
        # `A와 X를 만드는 B`: A and B are a list, unless a word says that they do it together.
        jointly = event.head is None or any(np.common.startswith("공동") for np in event.args)
        found = [np for np in event.args if np.case == "together" or (np.case == "with" and jointly)]
        before = event.previous
        own = event.arg("subj") or event.arg("topic")
        if before is not None and before.stem in self.setting.grammar.joining and own in (None, before.subject):
            found += [np for np in before.args if np.case in WITH]
        return tuple(n for np in found for n in self.names(np))

    @cached_property
    def holders(self) -> list[Named]:
        """Whose the subject is where it has no name: A in `A의 본사는 서울에, [연구소는] 대전에 있다`."""
        holder, subject = self.event.holder, self.event.subject
        if holder is None or subject is None or subject.heads(self.setting):
            return []
        return holder.heads(self.setting) or holder.owners(self.setting)

    @cached_property
    def beside(self) -> tuple[Named, ...]:
        """`A는 B와 나란히 C와 협약했다`: who does with the subject what is done with somebody else."""
        found = [np for np in self.event.args if np.case == "together"] if self.event.arg("with") else []
        return tuple(n for np in found for n in self.names(np))

    def carried(self, *, itself: bool) -> list[Named]:
        """Whose a bare noun is by the clause before: `B의 지분을 사들여 [최대주주]가 됐다`.

        With `itself`, it may be that of what the clause before is about: `X를 개발해 [허가]를 받았다`.
        """
        before = self.event.previous
        if before is None or before.phrase.ending_form not in MEANS or (object_ := before.arg("obj")) is None:
            return []
        own = self.event.arg("subj") or self.event.arg("topic")
        if own is not None and own.names and own is not before.subject:
            return []
        return [n for n in object_.names if itself or n not in object_.heads(self.setting)]

    def candidates(self, at: Place) -> list[NounPhrase]:
        """The phrases that may stand at a place, the likeliest first."""
        found = self._found.get(at)
        if found is None:
            found = self._found[at] = list(self._candidates(at))
        return found

    def _candidates(self, at: Place) -> Iterable[NounPhrase]:
        case, shape = at
        if "/" in case:
            return self._along(case, shape)
        if case == "subj":
            return self._subjects(shape)
        found = self.by_case.get(case, [])
        return found if shape.any_verb else [*found, *self._unmarked(case, wants_object=shape.wants_object)]

    def _along(self, path: str, shape: Shape) -> Iterator[NounPhrase]:
        """What stands in the clauses inside a case: `obj/잇/obj`."""
        outer, stem, inner = path.split("/", 2)
        for clause in (clause for np in self.candidates(place(outer, shape)) for clause in np.modifiers):
            # What a purpose clause is about matters, not the verb in it: `성장하도록 돕는다`.
            if clause.stem == stem or outer == "so":
                within = self._inner.setdefault(id(clause), Arguments(clause, self.setting))
                yield from within.candidates(place(inner, shape))

    def _subjects(self, shape: Shape) -> Iterator[NounPhrase]:
        event = self.event
        if own := [np for np in reversed(event.args) if np.case == "subj"]:
            yield from own
            # `국내 기업이 진출하도록 A는 …`: an unnamed subject is a subject, unless it is part of the predicate
            # itself, as in `가교가 되다`.
            # `본사가 파리에 있는 A`: whose it is, the noun after the clause tells.
            described = event.head if event.phrase.ending == "ETM" else None
            yield from [np for np in (event.arg("topic"), described, event.outer) if np and shape.inner_subject]
            return
        yield from (np for np in event.args if np.case == "topic")
        yield from [event.head] if event.head else []
        if self._may_inherit(shape):
            yield from (np for np in (event.inherited, event.recalled) if np)

    def _may_inherit(self, shape: Shape) -> bool:
        """Whether the subject can stand outside the clause: not where the noun after it is itself the subject."""
        event = self.event
        if event.head is None or event.phrase.ending != "ETM" or event.head.case == "time":
            return True
        if event.stem == "이" and event.head.names:
            return False  # `A는 B가 아닌 C를`: that it is not B is said of C
        grammar, words = self.setting.grammar, event.head.words
        return (
            (bool(event.head.described(self.setting)) and not self._describes(event.head))
            or event.head.common in grammar.modal_nouns
            or (
                bool(words)
                and words[-1].endswith(tuple(grammar.agreements | grammar.proposals | grammar.facts | grammar.reports))
            )
            or (event.arg("obj") is None and shape.wants_object)
        )

    def _describes(self, head: NounPhrase) -> bool:
        """`B를 품은 A와 닮았다`: where all else is said, a name that is no place of it is who does it."""
        return self.event.arg("obj") is not None and head.case in ("with", "subj", "gen")

    def _objectless(self) -> bool:
        """`A는 회원사들이 B에 입주하도록`: nobody is moved in, as he would be by `입주시키다`."""
        event = self.event
        return event.stem in self.setting.grammar.intransitive and not any(
            token.form.startswith("시키") for token in event.phrase.tokens
        )

    def _unmarked(self, case: str, *, wants_object: bool) -> Iterator[NounPhrase]:
        """Phrases of another case or none that stand in for a case."""
        event = self.event
        if case == "obj" and (event.arg("obj") or self._objectless()):
            return  # `B를 운영하는 A`: what has an object does not take what it describes as another
        if case == "obj":
            yield from (np for np in event.args[-1:] if np.case in ("", "until", "topic", "other"))
        if case == "to" or (event.nominal and case in ("into", "at", "with")):
            yield from (np for np in event.args[-1:] if np.case == "")
        if case == "obj" or (case == "to" and event.arg("to") is None):
            topics = [np for np in event.args if np.case == "topic"]
            # `A는 B도 올해 시작했다`: of two topics the first is who does it.
            # A verbal noun tells no voice: `A포럼, 부산서 개최`.
            noun = case == "obj" and not event.phrase.tail and event.args[-1:] and event.args[-1].case == "at"
            yield from topics if event.arg("subj") or event.inherited or noun else topics[1:]
            led = case == "obj" and event.phrase.ending == "EC" and event.arg("subj") is not None
            if led and event.outer and event.outer.case == "topic":
                yield event.outer  # `축사는 A가 맡아 힘을 보탰다`: the topic is what the first clause is about
        elsewhere = (
            "pred",
            "together",
            "so",
            "clause",
            "said",
            *self.setting.grammar.shuttling,
            *self.setting.grammar.postpositions,
        )
        # `A가 운영하는 B`: B is what A runs, and not where
        object_ = wants_object and case in ("to", "at") and event.arg("obj") is None and not event.passive
        if event.head and case not in elsewhere and not (case == "with" and event.arg("with")) and not object_:
            yield event.head  # `A가 B와 손잡고 세운 C`: nobody does with C what is done with B
        theme = event.theme if event.theme is not event.subject else None
        if theme and (case == "obj" or (case == "to" and not theme.names)):
            yield theme  # `이번 투자는 A가 이끌고 B가 참여했다`
        if event.nominal and case in ("obj", "to"):
            yield from (np for np in event.args if np.case == "대하")  # `B에 대한 인수 절차를 끝냈다`
        if event.previous and event.previous.stem != "잇" and case in ("to", "from"):
            # `A에 10억원을 받고 이전했다`, `포럼이 열려 B가 참석했다`: what the clause before named is still there.
            yield from (np for np in event.previous.args if np.case == case)
            stood = event.previous.passive or event.previous.stem in self.setting.grammar.intransitive
            leaning = stood and event.previous.phrase.ending_form not in COORDINATE
            host = event.previous.subject if leaning else None
            yield from [host] if host and host is not event.subject and case == "to" else []
