"""What the notes of a vault are called, what is told in which, and the links between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from biograph.exports.obsidian import markdown, naming
from biograph.exports.selection import Selection
from biograph.model import Corpus, Statement

INDEX = "index"
_WORDS = {
    "ko": {
        "made": "biograph가 만든 노트라 다시 내보내면 새로 쓰입니다. 직접 쓸 것은 다른 노트에 적고 여기로 연결하세요.",
        "document": "문서",
        "facts": "말하는 것",
        "named": "이름이 나오는 것",
        "named by": "이름이 나오는 문서",
        "text": "본문",
    },
    "en": {
        "made": "A note by biograph, which the next export writes anew: keep your own words in notes that link here.",
        "document": "document",
        "facts": "What it says",
        "named": "What it names",
        "named by": "Documents that name it",
        "text": "Text",
    },
}


@dataclass(frozen=True)
class Vault:
    """Notes of entities go by their ids, those of documents by their `key`."""

    chosen: Selection

    @property
    def corpus(self) -> Corpus:
        return self.chosen.corpus

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the notes themselves, in the chosen language, else in English."""
        return _WORDS.get(self.chosen.language, _WORDS["en"])

    @staticmethod
    def key(document: str) -> str:
        """A document's id, told apart from those of entities, which begin with a type in capitals."""
        return f"document/{document}"

    def path(self, key: str, folder: str) -> str:
        """Where a note lies in the vault."""
        return f"{naming.safe(folder)}/{self._notes[key]}.md" if folder else f"{self._notes[key]}.md"

    def about(self, key: str) -> Sequence[Statement]:
        """The chosen statements about an entity, or in a document, in order of relation and id."""
        return self._statements.get(key, ())

    def label(self, name: str) -> str:
        """What a type, relation or status is called."""
        return self.chosen.ontology.label(name, self.chosen.language)

    def entity(self, id_: str) -> str:
        """A link to an entity's note; its id where a hand-made dataset says nothing of it."""
        known = self.corpus.entities.get(id_)
        return markdown.link(self._notes[id_], known.name) if known else markdown.text(id_)

    def document(self, id_: str) -> str:
        """A link to a document's note."""
        return markdown.link(self._notes[self.key(id_)], self.corpus.documents[id_].title or id_)

    @cached_property
    def _notes(self) -> Mapping[str, str]:
        titles = {id_: (entity.name, self.label(entity.type)) for id_, entity in self.corpus.entities.items()}
        for id_, document in self.corpus.documents.items():
            titles[self.key(id_)] = (document.title or id_, self.words["document"])
        return naming.names({**titles, INDEX: ("biograph", INDEX)})

    @cached_property
    def _statements(self) -> Mapping[str, Sequence[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        chosen = (s for s in self.corpus.statements if s.status in self.chosen.statuses)
        for statement in sorted(chosen, key=lambda s: (s.predicate, s.id)):
            documents = {self.key(evidence.document) for evidence in statement.evidence}
            for key in {statement.subject, statement.object} | documents:
                found[key].append(statement)
        return found
