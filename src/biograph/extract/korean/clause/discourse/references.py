"""References: which earlier names `이 회사`, `이번 행사`, `협회` may stand for, by class noun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from biograph.extract.drafts import Named
from biograph.extract.korean import found
from biograph.extract.korean.clause.grammar import Grammar
from biograph.model import Entity
from biograph.vocabulary import Ontology


class References:
    """What class nouns mean in one document."""

    def __init__(self, entities: Mapping[str, Entity], grammar: Grammar, ontology: Ontology) -> None:
        self._entities, self._ontology = entities, ontology
        self._own_names = grammar.own_names
        self._types: dict[str, list[str]] = {}
        for type_, forms in grammar.references.items():
            for form in forms:
                self._types.setdefault(form.replace(" ", ""), []).append(type_)
        self._heads = found.tables(ontology.directory).heads
        self._bearing: dict[str, frozenset[str]] = {}

    def kind(self, named: Named, type_: str) -> bool:
        """Whether a name is of a type; an investor counts as a company."""
        actual = self._entities[named.entity].type
        return self._ontology.is_a(actual, type_) or (type_ == "Company" and actual == "Investor")

    def fitting(self, words: str, named: Sequence[Named]) -> list[Named]:
        """Those of `named` that nouns, without blanks, can stand for: who bears them, else who is of their type.

        협회 after 바이오협회 is that association, `이 밸리` the cluster of that name.
        """
        bearers = self._bearers(words)
        found = [n for n in named if n.entity in bearers] if bearers else []
        return found if found or words in self._own_names else self.typed(words, named)

    def typed(self, words: str, named: Iterable[Named]) -> list[Named]:
        """Those of `named` that are of the type which nouns name."""
        types = self._meant(words)
        return [n for n in named if any(self.kind(n, type_) for type_ in types)] if types else []

    def _meant(self, words: str) -> list[str]:
        if words in self._types:
            return self._types[words]
        return [head.type for head in self._heads.get(_noun(words), ())] if pointing(words) else []

    def _bearers(self, words: str) -> frozenset[str]:
        """The entities of the document that have a class noun in their names."""
        noun = _noun(words)
        if noun not in self._bearing:
            entities = self._entities.values() if len(noun) > 1 else ()
            self._bearing[noun] = frozenset(e.id for e in entities if e.name.endswith(noun) and e.name != noun)
        return self._bearing[noun]


def plain(words: str) -> str:
    """`이번행사` and `해당행사` as `이행사`."""
    for pointer in ("이번", "해당"):
        if words.startswith(pointer) and len(words) > len(pointer):
            return "이" + words.removeprefix(pointer)
    return words


def pointing(words: str) -> bool:
    """Whether nouns point at one named just before: `이회사`."""
    return words.startswith("이")


def _noun(words: str) -> str:
    return words.removeprefix("이") if len(words) > 2 else words
