"""The mention layer of English: which spans of a document name which entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from biograph.extract import lexicon
from biograph.extract.drafts import Named, Names
from biograph.extract.english import aliases, chunks, compounds, words
from biograph.extract.english.candidates import Reader, text
from biograph.extract.english.chunks import Run
from biograph.extract.english.evidence import type_of
from biograph.extract.lexicon import Entry
from biograph.lang import english
from biograph.model import Document, Entity, Mention, Sentence, Span, entity_id, unique
from biograph.vocabulary import Ontology

_PLACES = frozenset({"Country", "Region", "City", "Facility", "Cluster"})  # the gazetteer puts them into a country
_SHORTEST_PRODUCT = 7  # letters of a lower-case drug name such as `axitinib`; shorter endings meet ordinary words


@dataclass
class _Board:
    """Work in progress on one document: name forms, their sites, types, and which form stands for which."""

    reader: Reader
    sites: dict[str, list[Run]] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)

    def add(self, run: Run, name: str | None = None) -> None:
        self.sites.setdefault(name or text(run), []).append(run)

    def root(self, name: str) -> str:
        while self.same.get(name, name) != name:
            name = self.same[name]
        return name

    def join(self, alias: str, name: str) -> None:
        """Make one form an alias of another."""
        if self.root(alias) != self.root(name):
            self.same[self.root(alias)] = self.root(name)


def find(document: Document, ontology: Ontology) -> tuple[Names, tuple[Sentence, ...]]:
    """The named entities of an English document, where they are named, and its sentences."""
    reader = Reader(words.load(ontology.directory), lexicon.load(ontology.directory))
    sentences = english.sentences(document.text, document.body)
    board = _Board(reader)
    headlines = [s for s in sentences if s.tokens and chunks.title_case(s)]
    for sentence in sentences:
        if sentence.tokens and sentence not in headlines:
            _collect(sentence, board)
    _type(board)
    _shorten(board)
    for sentence in headlines:
        _recognise(sentence, board)
    return _names(document, board), sentences


def _collect(sentence: Sentence, board: _Board) -> None:
    for run in chunks.runs(sentence, board.reader.words, board.reader.lexicon):
        if not _bracketed_name(run, board):
            for piece in board.reader.pieces(run):
                board.add(_with_tail(piece, board.reader))
    for at, token in enumerate(sentence.tokens):
        if _product(token.form, board.reader):
            board.add(Run(sentence, at, at + 1))


def _with_tail(run: Run, reader: Reader) -> Run:
    """An unknown name with the common noun that makes it a facility: `the Harbor building`."""
    known = reader.known(text(run)) or reader.headed(run) or len(run.words) > 3
    tail = reader.words.is_("tail", run.after()) and run.before() in {"the", "former", "old", "new"}
    return run.part(run.first, run.last + 1) if tail and not known else run


def _product(form: str, reader: Reader) -> bool:
    """Whether a lower-case word is a drug: in the lexicon, or by the ending of an international nonproprietary name."""
    if not form.islower() or not form.isalpha():
        return False
    entry = reader.known(form)
    if entry:
        return entry.type == "Product"
    return len(form) >= _SHORTEST_PRODUCT and reader.words.suffix(form) == "Product"


def _bracketed_name(run: Run, board: _Board) -> bool:
    """Read `Full Name (FN)`: both are added as one; a run that is itself inside such a bracket is done already."""
    tokens = run.sentence.tokens
    if run.before() == "(" and run.after() == ")" and text(run) in board.sites:
        return True
    where = aliases.bracketed(tokens, run.last)
    if where is None:
        return False
    short = Run(run.sentence, *where)
    start = aliases.acronym_start(tokens, run.last, short.words[0]) if len(short.words) == 1 else None
    entry = board.reader.known(text(short))
    if start is None and entry and entry.type in {"Country", "City", "Region"}:
        return False
    pieces = list(board.reader.pieces(run))
    if not pieces or (start is None and not _alias_like(text(short), pieces[-1])):
        return False
    full = Run(run.sentence, start if start is not None else pieces[-1].first, run.last)
    for piece in pieces:
        if piece.last <= full.first:
            board.add(piece)
    board.add(full)
    board.add(short)
    board.join(text(short), text(full))
    return True


def _alias_like(short: str, full: Run) -> bool:
    capitals = sum(c.isupper() for c in short)
    return full.last == full.first + len(full.words) and (
        (capitals > 1 and short[0] == full.words[0][0]) or short in full.words
    )


def _type(board: _Board) -> None:
    kinds = board.reader.words.kinds
    for name, sites in board.sites.items():
        entry = board.reader.known(name)
        idle = name in kinds["plain"] or name in kinds["demonym"] or name in kinds["calendar"]
        if entry:
            board.types[name] = entry.type
        elif not idle and (found := _product_or(type_of(sites, board.reader), name)):
            board.types[name] = found
    for name in board.sites:  # an alias takes the type of its full form, or lends it its own
        root = board.root(name)
        if root != name and (root in board.types or name in board.types):
            board.types[root] = board.types[name] = board.types.get(root) or board.types[name]


def _product_or(found: str | None, name: str) -> str | None:
    return "Product" if name.islower() else found


def _shorten(board: _Board) -> None:
    """Join names that the lexicon knows as one, capital and small first letters, and shortened names."""
    by_entry: dict[Entry, str] = {}
    order = sorted(board.sites, key=lambda name: board.sites[name][0].span.start)
    for name in order:
        entry = board.reader.known(name)
        if entry and board.root(name) == name:
            board.join(name, by_entry.setdefault(entry, name))
        if name[0].isupper() and name[0].lower() + name[1:] in board.sites:
            board.join(name, name[0].lower() + name[1:])
            board.types[name] = board.types.get(board.root(name), "Product")
    for name in order:
        if board.reader.known(name) is None and board.root(name) == name:
            longer = aliases.short_form_of(name, board.types, board.reader, order)
            if longer:
                board.join(name, longer)
                board.types[name] = board.types[longer]


def _recognise(sentence: Sentence, board: _Board) -> None:
    """In a title-case headline only names found elsewhere or in the lexicon count."""
    at = 0
    while at < len(sentence.tokens):
        ends = range(min(len(sentence.tokens), at + 8), at, -1)
        hit = next((run for end in ends if _recognised(run := Run(sentence, at, end), board)), None)
        if hit:
            board.add(hit)
            if text(hit) not in board.types and (entry := board.reader.known(text(hit))):
                board.types[text(hit)] = entry.type
        at = hit.last if hit else at + 1


def _recognised(run: Run, board: _Board) -> bool:
    name = text(run)
    return run.words[0][0].isupper() and (name in board.types or bool(board.reader.known(name)))


def _names(document: Document, board: _Board) -> Names:
    groups: dict[str, list[str]] = {}
    for name in board.sites:
        if board.root(name) in board.types and name in board.types:
            groups.setdefault(board.root(name), []).append(name)
    entities: dict[str, Entity] = {}
    mentions: list[Named] = []
    for root, forms in groups.items():
        entity = _entity(document, root, forms, board)
        entities[entity.id] = entity
        mentions += [Named(m.span, entity.id) for m in entity.mentions]
    names = Names(entities, tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))))
    return compounds.add(document, names, [run.sentence for run in _all(board)], board.reader)


def _all(board: _Board) -> Iterator[Run]:
    seen: set[Span] = set()
    for runs in board.sites.values():
        for run in runs:
            if run.sentence.span not in seen:
                seen.add(run.sentence.span)
                yield run


def _entity(document: Document, root: str, forms: list[str], board: _Board) -> Entity:
    spans = sorted({run.span for form in forms for run in board.sites[form]})
    short = {f for f in forms if board.types[f] == "Person" and " " not in f}
    ordered = sorted((f for f in forms if f not in short), key=lambda f: (-len(f), f)) or forms
    entry = next((e for f in ordered if (e := board.reader.known(f))), None)
    type_ = board.types[root]
    name = ordered[0]
    return Entity(
        entity_id(type_, name),
        type_,
        name,
        unique(ordered[1:]),
        tuple(Mention(span, span.of(document.text)) for span in spans),
        entry.same_as if entry else (),
        board.reader.lexicon.country(entry) if entry and type_ in _PLACES else None,
    )
