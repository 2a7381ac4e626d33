"""Cuts capitalised runs into the names they hold, and says what the words of a name alone tell about its type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from biograph.extract.english.chunks import Run
from biograph.extract.english.words import Words
from biograph.extract.lexicon import Entry, Lexicon
from biograph.lang.english import NUMBER, POSSESSIVE

_NUMERALS = frozenset(["I", "II", "III", "IV", "V", "VI", "VII"])
_JOINED = frozenset({"of", "for"})
_ORGANISATIONS = frozenset({"Company", "GovernmentBody", "Association", "University", "Hospital", "Investor"})


@dataclass(frozen=True)
class Reader:
    """The tables that cutting and typing need."""

    words: Words
    lexicon: Lexicon

    def known(self, text: str) -> Entry | None:
        """The most usual entry of the lexicon with this name."""
        entries = self.lexicon.named(text) or self.lexicon.named(
            self.words.kinds["short"].get(text, "").replace("_", " ")
        )
        return entries[0] if entries else None

    def pieces(self, run: Run) -> Iterator[Run]:
        """The parts of a run that may be names: cut at titles, dates, demonyms and between known names."""
        for part in self._cut(run):
            if self.known(text(part)):
                yield part
            else:
                yield from self._apart(self._bare(part))

    def headed(self, run: Run) -> str | None:
        """The type that the head of a name gives: its last words, or those before `of` and `for`."""
        names = list(run.words)
        if self.words.is_("tail", names[-1]) and len(names) > 1:
            return "Facility"
        if found := self._head(names[-3:]) if "of" in names[-3:] else None:
            return found
        joint = next((i for i, word in enumerate(names) if word in _JOINED), None)
        if joint and (found := self._head(names[:joint])):
            return found
        while len(names) > 1 and (names[-1] in _NUMERALS or names[-1].isdigit()):
            names.pop()
        return self._head(names) if len(names) > 1 else None

    def _head(self, names: list[str]) -> str | None:
        for size in (3, 2, 1):
            if len(names) >= size and (found := self.words.head("_".join(names[-size:]))):
                return found
        return None

    def _cut(self, run: Run) -> Iterator[Run]:
        """The stretches of a run between titles and calendar words."""
        first = run.first
        for at in range(run.first, run.last + 1):
            if at == run.last or self._cuts(run, at):
                if at < run.last and self._portfolio(run, first, at):
                    first = at + 1
                    continue
                yield from self._trimmed(run, first, at)
                first = at + 1

    def _portfolio(self, run: Run, first: int, title: int) -> bool:
        """`Health Minister Kim`: an ordinary word before a title names nothing."""
        word = run.sentence.tokens[first].form
        plain = title - first == 1 and word[1:].islower() and not self.known(word)
        return plain and bool(self.words.title(run.sentence.tokens[title].form))

    def _cuts(self, run: Run, at: int) -> bool:
        if self.known(text(run)) or (self.headed(run) and not self.words.title(run.words[0])):
            return False
        word = run.sentence.tokens[at].form
        return bool(self.words.title(word)) or self.words.is_("calendar", word) or word in {"Vice", "Dr.", "Mr.", "Ms."}

    def _trimmed(self, run: Run, first: int, last: int) -> Iterator[Run]:
        tokens = run.sentence.tokens
        while first < last and (tokens[first].form in _JOINED | {"and", "&"} or tokens[first].tag == POSSESSIVE):
            first += 1
        while first < last and (tokens[last - 1].form in _JOINED | {"and", "&"} or tokens[last - 1].tag == POSSESSIVE):
            last -= 1
        if first < last and not (last - first == 1 and tokens[first].tag == NUMBER):
            yield run.part(first, last)

    def _bare(self, run: Run) -> Run:
        """A run without the demonyms before it, unless they belong to a headed name (`Korean Medical Association`)."""
        first = run.first
        while first < run.last and self._demonym(run, first):
            first += 1
        bare = run.part(first, run.last) if first < run.last else run
        kept = self.headed(run) in {
            "Association",
            "University",
            "Hospital",
            "ResearchInstitute",
            "Event",
            "MediaOutlet",
            "Program",
            "Publication",
        }
        return run if kept and not self.known(text(bare)) else bare

    def _demonym(self, run: Run, at: int) -> bool:
        tokens = run.sentence.tokens
        following = tokens[at + 1].form if at + 1 < run.last else ""
        return self.words.is_("demonym", tokens[at].form) or (
            tokens[at].form in {"South", "North", "Hong", "Latin"} and self.words.is_("demonym", following)
        )

    def _apart(self, run: Run) -> Iterator[Run]:
        """The known names of a run one by one, where they are all there is; the run itself otherwise."""
        parts = [] if self.headed(run) else self._segments(run)
        types = [entry.type for _, entry in parts]
        whole = not parts or (len(parts) == 2 and types[0] in _ORGANISATIONS and types[1] == "Country")
        if whole:
            yield run
        else:
            yield from (part for part, _ in parts)

    def _segments(self, run: Run) -> list[tuple[Run, Entry]]:
        found: list[tuple[Run, Entry]] = []
        first = run.first
        while first < run.last:
            options = (run.part(first, last) for last in range(run.last, first, -1))
            hit = next(((part, entry) for part in options if (entry := self.known(text(part)))), None)
            if hit is None:
                return []
            found.append(hit)
            first = hit[0].last
        return found


def text(run: Run) -> str:
    """The words of a run as one name, single blanks between them and possessives joined."""
    return " ".join(run.words).replace(" 's", "'s").replace(" ’s", "’s").replace(" - ", "-")
