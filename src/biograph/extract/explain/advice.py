"""What to add to the ontology folder where nothing came out of a text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from biograph.extract.explain.values import Clause, Read
from biograph.vocabulary import Ontology


def advice(sentences: Sequence[Read], language: str, ontology: Ontology) -> str:
    """One line: what was missing, and which file to add it to."""
    names = {name.entity for sentence in sentences for name in sentence.names}
    if len(names) < 2:
        return _add_name(names, sentences, ontology)
    clauses = [clause for sentence in sentences for clause in sentence.clauses]
    frames = _frames(ontology, language)
    # The clause that holds most names is the one that a reader would expect a fact of.
    told = max((c for c in clauses if len(c.names) > 1), key=lambda c: (not c.attempts, len(c.names)), default=None)
    if told is None:
        return f"no clause holds two of the names {', '.join(sorted(names))}; write the sentence so that one does"
    if not told.attempts:
        add = f"add an example to {frames}{_where(told)}"
        return f"no frame has the predicate {told.predicate}; {add}: {_example(told, sentences)}"
    nearest = next((a for a in told.attempts if a.lacks), None)
    if nearest is None:
        return f"frames matched, but domain and range in {_shown(ontology.directory)}/*.ttl refused what they state"
    return (
        f"the frames of {told.predicate} do not fit; nearest is {nearest.property}, where {'; '.join(nearest.lacks)}; "
        f"if the sentence states it, add an example to {frames}: {_example(told, sentences)}"
    )


def _add_name(names: set[str], sentences: Sequence[Read], ontology: Ontology) -> str:
    found = f"only the name {', '.join(names)} was found" if names else "no name was found"
    refused = list(dict.fromkeys(r.text for s in sentences for r in s.refused))
    such = f", such as {', '.join(refused[:3])}," if refused else ""
    return f"{found}, and a fact needs two; add what is missing{such} to a table in {_shown(ontology.directory)}/names"


def _frames(ontology: Ontology, language: str) -> str:
    """Where the examples of a language are: a file, or a folder with one for each property."""
    folder = ontology.directory / "frames" / language
    return f"the property's file in {_shown(folder)}" if folder.is_dir() else f"{_shown(folder)}.toml"


def _shown(path: Path) -> str:
    """A path as one would type it here."""
    here = Path.cwd()
    return path.resolve().relative_to(here).as_posix() if path.resolve().is_relative_to(here) else str(path)


def _where(clause: Clause) -> str:
    return f", perhaps for {' or '.join(clause.suggested)}" if clause.suggested else ""


def _example(clause: Clause, sentences: Sequence[Read]) -> str:
    """The clause with two names marked, as a file of frames wants it; none where it leaves one to the text before."""
    text = clause.text.rstrip(".")
    forms = {n.entity: n.text for s in sentences for n in s.names if n.entity in clause.names and n.text in text}
    if len(forms) < 2:
        return "one that names both subject and object"
    for slot, entity in zip("SO", (name for name in clause.names if name in forms), strict=False):
        text = text.replace(forms[entity], f"{{{slot}:{forms[entity]}}}", 1)
    return f'"{text}."'
