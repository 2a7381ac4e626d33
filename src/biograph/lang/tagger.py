"""A trained tagger of Korean names: which morphemes name a person, body, place or thing, and how sure that is."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from biograph.lang.tagger_chain import Chain, Floats
from biograph.lang.tagger_features import Cues, View, names, views
from biograph.model import Sentence, Span

__all__ = ["Cues", "Model", "TaggedSpan", "load", "runs", "tag"]

_MOST_VIEWS = 200_000  # remembered at a time: some tens of megabytes
_ROOM = 20_000  # views, to begin with


@dataclass(frozen=True, slots=True, order=True)
class TaggedSpan:
    """A name: code-point offsets into the text, its kind, and the probability that exactly this is one (0 to 1)."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, eq=False)
class Model:
    """A linear chain over BIO tags: the row of each feature in `states`, and `steps[a, b]` for tag b after tag a.

    The last row of `states` is zero: that of a view about whose features nothing is known.
    """

    tags: tuple[str, ...]
    rows: Mapping[str, int]
    states: NDArray[np.float32]
    steps: Floats


class _Numbers(dict[View, int]):
    """Views, numbered as they are first asked for."""

    def __missing__(self, view: View) -> int:
        number = self[view] = len(self)
        return number


class _Scorer:
    """Scores tokens with a model; every view of a token is weighed once and then remembered."""

    def __init__(self, model: Model, cues: Cues) -> None:
        self._model, self._cues = model, cues
        self._forget()

    def _forget(self) -> None:
        self._at = _Numbers()
        self._sums: Floats = np.zeros((_ROOM, len(self._model.tags)))

    def scores(self, sentences: Iterable[list[list[View]]]) -> list[Floats]:
        """The score of every tag at every token (tokens by tags), for each sentence given by its tokens' views."""
        if len(self._at) > _MOST_VIEWS:
            self._forget()
        read, before = list(sentences), len(self._at)
        tokens = [own for sentence in read for own in sentence]
        ids = [self._at[view] for own in tokens for view in own]
        self._weigh(list(itertools.islice(reversed(self._at), len(self._at) - before))[::-1], before)
        starts = list(itertools.accumulate((len(own) for own in tokens[:-1]), initial=0))
        every = np.add.reduceat(self._sums[ids], starts, axis=0)
        return np.split(every, list(itertools.accumulate(len(sentence) for sentence in read[:-1])))

    def _weigh(self, new: Sequence[View], first: int) -> None:
        """Remembers the summed weights of new views, of which the first has the number `first`."""
        row_of, nothing = self._model.rows.get, len(self._model.states) - 1
        rows: list[int] = []
        starts: list[int] = []
        for view in new:
            starts.append(len(rows))
            rows += [row for name in names(view, self._cues) if (row := row_of(name)) is not None] or [nothing]
        beyond = first + len(starts)
        if beyond > len(self._sums):
            self._sums = np.vstack([self._sums, np.zeros((max(beyond, len(self._sums)), self._sums.shape[1]))])
        if starts:
            self._sums[first:beyond] = np.add.reduceat(self._model.states[rows], starts, axis=0)


_scorer = lru_cache(maxsize=2)(_Scorer)


@lru_cache(maxsize=1)
def load() -> Model:
    """The model of the package, `models/klue-ner`."""
    path = files("biograph") / "models" / "klue-ner" / "model.npz"
    with path.open("rb") as file, np.load(file) as arrays:
        features = bytes(arrays["features"]).decode().split("\n")
        states = padded(arrays["states"].astype(np.float32) * arrays["unit"])
        steps = np.where(arrays["allowed"], arrays["steps"].astype(np.float64), -np.inf)
        tags = tuple(bytes(arrays["tags"]).decode().split("\n"))
    return Model(tags, {name: i for i, name in enumerate(features)}, states, steps)


def padded(states: NDArray[np.float32]) -> NDArray[np.float32]:
    """The weights with the row of zeros that a model ends in."""
    return np.vstack([states, np.zeros_like(states[:1])])


def tag(
    text: str,
    sentences: Sequence[Sentence],
    cues: Cues,
    known: Iterable[tuple[Span, str]] = (),
    *,
    least: float = 0.5,
    wanted: Callable[[int, int, str], bool] = lambda start, end, label: True,
    model: Model | None = None,
) -> list[TaggedSpan]:
    """The names in sentences of `text` with at least the probability `least`, in order, none overlapping.

    `known` are names that a lexicon found, with their types: evidence, not a verdict. Labels are those of the model.
    Only of names that are `wanted`, by start, end and label, is told how probable they are.
    """
    model = model or load()
    read = [s for s in sentences if s.tokens]
    if not read:
        return []
    hits = _by_sentence(read, known)
    scores = _scorer(model, cues).scores(views(text, s, own) for s, own in zip(read, hits, strict=True))
    best = Chain(scores, model.steps).best()
    named = [
        (i, first, last, label, start, end)
        for i, tags in enumerate(best)
        for first, last, label in runs([model.tags[t] for t in tags])
        for start, end in [(read[i].tokens[first].span.start, read[i].tokens[last].span.end)]
        if wanted(start, end, label)
    ]
    if not named:
        return []
    places = {i: place for place, i in enumerate(dict.fromkeys(i for i, *_ in named))}
    chain = Chain([scores[i] for i in places], model.steps)
    found = []
    for i, first, last, label, start, end in named:
        inside = model.tags.index("I-" + label)
        score = round(chain.probability(places[i], first, best[i][first : last + 1], inside), 4)
        if score >= least:
            found.append(TaggedSpan(start, end, label, score))
    return found


def runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First place, last place and label of every name in a row of BIO tags."""
    first: int | None = None
    for i, own in enumerate([*tags, "O"]):
        if first is not None and own != "I-" + tags[first][2:]:
            yield first, i - 1, tags[first][2:]
            first = None
        if own.startswith("B-"):
            first = i


def _by_sentence(sentences: Sequence[Sentence], known: Iterable[tuple[Span, str]]) -> list[list[tuple[Span, str]]]:
    """The known names inside each of the sentences."""
    starts = [s.span.start for s in sentences]
    found: list[list[tuple[Span, str]]] = [[] for _ in sentences]
    for span, type_ in known:
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and sentences[at].span.contains(span):
            found[at].append((span, type_))
    return found
