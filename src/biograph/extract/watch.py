"""What an onlooker is shown while a document is read, layer by layer: see `extract.explain`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from biograph.extract.drafts import Draft, Names
    from biograph.extract.english.clauses import Event as EnglishEvent
    from biograph.extract.english.reference import Discourse
    from biograph.extract.english.relations import Reading as EnglishReading
    from biograph.extract.english.tagging import Unit
    from biograph.extract.korean.clause.frames.filling import Fits
    from biograph.extract.korean.clause.frames.matching import Implied
    from biograph.extract.korean.clause.syntax.events import Event as KoreanEvent
    from biograph.extract.korean.clause.syntax.noun_phrases import Setting
    from biograph.extract.korean.clause.syntax.reading import Reading as KoreanReading
    from biograph.extract.korean.context import Context
    from biograph.extract.korean.found import Found
    from biograph.model import Sentence


class KoreanWatch(Protocol):
    """Called by the layers of `extract.korean` in their order; what is shown must be looked at within the call."""

    def named(self, context: Context, candidates: Sequence[Found], names: Names) -> None:
        """The names of a document, and the candidates that they were chosen from."""

    def read(
        self,
        sentence: Sentence,
        reading: KoreanReading,
        setting: Setting,
        fits: Fits,
        speakers: Callable[[KoreanEvent], Sequence[str]],
        implied: Implied,
    ) -> None:
        """The events of a sentence, just before they are held against the frames."""

    def drafted(self, drafts: Sequence[Draft]) -> None:
        """Every relation that was read, before domain and range decide."""


class EnglishWatch(Protocol):
    """Called by the layers of `extract.english` in their order; what is shown must be looked at within the call."""

    def named(self, names: Names, sentences: Sequence[Sentence]) -> None:
        """The names of a document."""

    def tagged(self, sentence: Sentence, units: Sequence[Unit]) -> None:
        """The words of a sentence, with the part that each plays."""

    def read(self, event: EnglishEvent, sentence: Sentence, reading: EnglishReading, discourse: Discourse) -> None:
        """An event, just before it is held against the frames."""

    def drafted(self, drafts: Sequence[Draft]) -> None:
        """Every relation that was read, before domain and range decide."""
