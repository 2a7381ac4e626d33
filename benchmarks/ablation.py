"""What each layer of Korean extraction adds: the scores without it, `ablation.py GOLD [ARTICLES.art-FOLDER …]`.

Each row leaves one layer out and keeps the others. Annotated articles are read from folders of TEXT and JSON pairs, or
of `.art` files (training/annotated.py).
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from biograph import evaluate, reading
from biograph.evaluate.figures import Figures
from biograph.model import Status

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
import annotated

HALVES = Path(__file__).parents[1] / "tests" / "halves.toml"
KOREAN = "biograph.extract.korean"


def nothing(*_: object, **__: object) -> list[object]:
    return []


# Layer → what stands in for it when it is left out.
LAYERS: dict[str, dict[str, Any]] = {
    "lexicon": {f"{KOREAN}.known.find": nothing, f"{KOREAN}.known.further": nothing},
    "class nouns": {f"{KOREAN}.heads.find": nothing},
    "brackets and defined short forms": {f"{KOREAN}.aliases.read": nothing},
    "quotation marks, codes": {f"{KOREAN}.things.quoted.find": nothing, f"{KOREAN}.things.codes.find": nothing},
    "trained tagger": {f"{KOREAN}.tagged.find": nothing},
    "unquoted titles, appositions, predicates, lists, coined words": {
        f"{KOREAN}.{function}": nothing
        for function in (
            "things.things.find",
            "things.journals.find",
            "apposition.find",
            "organisations.actors.find",
            "organisations.coined.find",
            "organisations.apart.find",
            "lists.beside_class",
            "lists.in_list",
        )
    },
    "noun phrases": {f"{KOREAN}.noun_phrases.phrases.read": lambda *_: ()},
    "frames": {f"{KOREAN}.clause.relations.find": nothing},
    "verbal nouns": {f"{KOREAN}.clause.syntax.verbal_nouns.events": lambda *_: iter(())},
    "discourse": {
        f"{KOREAN}.clause.discourse.discourse.Discourse.refer": lambda *_, **__: (),
        f"{KOREAN}.clause.discourse.discourse.Discourse.implied": lambda *_, **__: (),
        f"{KOREAN}.clause.discourse.discourse.Discourse.inherit": lambda *_, **__: None,
    },
    "modality": {f"{KOREAN}.clause.frames.outcomes.status": lambda *_: Status.ASSERTED},
    "entailment": {f"{KOREAN}.entailed": nothing},
}


def folders(arguments: list[str], scratch: Path) -> Iterator[tuple[str, Path, set[str] | None]]:
    """Name, folder and, where only some of its articles are meant, their ids."""
    halves = tomllib.loads(HALVES.read_text(encoding="utf-8"))
    for argument in map(Path, arguments):
        if any(argument.glob("*.art")):
            annotated.convert(argument, scratch / argument.name)
            yield argument.name, scratch / argument.name, None
        else:
            for half, ids in halves.items():
                yield half, argument, {i for i in ids if not i.startswith("en")}


def figures(gold: Path, ids: set[str] | None) -> Figures:
    total = Figures()
    for scored in evaluate.score(gold, reading.predict(gold)).articles:
        if scored.article.language == "ko" and (ids is None or scored.article.id in ids):
            total.add(scored.comparison.figures)
    return total


def row(name: str, measured: list[Figures]) -> str:
    cells = []
    for found in measured:
        p, r, f = found.relations.prf
        status = found.status.value
        shown = "–" if status is None else f"{status:.2f}"
        cells.append(f"{found.typed.f1:.2f} / {p:.2f} {r:.2f} {f:.2f} / {shown}")
    return f"| {name} | {' | '.join(cells)} |"


def measured(
    sets: list[tuple[str, Path, set[str] | None]], replacements: dict[str, Callable[..., Any]]
) -> list[Figures]:
    with ExitStack() as stack:
        for target, stand_in in replacements.items():
            stack.enter_context(patch(target, stand_in))
        return [figures(gold, ids) for _, gold, ids in sets]


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as scratch:
        sets = list(folders(sys.argv[1:], Path(scratch)))
        print("Entities with type F1 / relations P R F1 / status")
        print(f"| without | {' | '.join(name for name, *_ in sets)} |")
        print(f"| --- |{' --- |' * len(sets)}")
        print(row("**nothing left out**", measured(sets, {})), flush=True)
        for layer, replacements in LAYERS.items():
            print(row(layer, measured(sets, replacements)), flush=True)
