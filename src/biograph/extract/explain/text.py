"""An explanation as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from biograph import table
from biograph.extract.explain.values import Argument, Attempt, Clause, Explanation, Fact, Read

MOST = 4  # frames that failed, shown of one clause: JSON has them all
_USUAL = 100  # columns, where no terminal says how wide it is


def to_text(explanation: Explanation, columns: int | None = None) -> str:
    """Every layer under its heading, within `columns` (None: tables have a line a row); ends in a line break."""
    parts = [_wrapped(f"left out as page furniture: {piece}", columns) for piece in explanation.left_out]
    for sentence in explanation.sentences:
        parts += _sentence(sentence, columns)
    parts += _facts(explanation, columns)
    return "\n".join(parts)


def _sentence(sentence: Read, columns: int | None) -> Iterator[str]:
    yield _wrapped(sentence.text, columns)
    rows = [[word.text, " ".join(word.morphemes)] for word in sentence.words]
    yield _titled("WORDS", ["word", "morphemes"], rows, columns)
    yield _titled("NAMES", ["name", "type", "found by"], _names(sentence), columns)
    if sentence.refused:
        rows = [[refused.text, refused.why] for refused in sentence.refused]
        yield _titled("NOT TAKEN FOR NAMES", ["word", "why"], rows, columns)
    for number, clause in enumerate(sentence.clauses, start=1):
        yield from _clause(number, clause, columns)


def _names(sentence: Read) -> list[list[str]]:
    return [[n.text if n.text == n.entity else f"{n.text} = {n.entity}", n.type, n.rule] for n in sentence.names]


def _clause(number: int, clause: Clause, columns: int | None) -> Iterator[str]:
    said = [clause.status, *clause.form, *(f"says {speaker}" for speaker in clause.speakers)]
    rows = [[a.role, a.text + _doubted(a), _named(a.names, a.inside)] for a in clause.arguments]
    title = f"CLAUSE {number}: {clause.predicate} ({', '.join(said)})"
    yield _titled(title, ["role", "words", "names"], rows, columns)
    shown = [a for a in clause.attempts if a.status] + [a for a in clause.attempts if not a.status and clause.names][
        :MOST
    ]
    if shown:
        yield _titled(
            f"FRAMES OF CLAUSE {number}", ["property", "result", "example"], list(map(_attempt, shown)), columns
        )
    elif clause.names:
        near = f"; nearest: {', '.join(clause.nearest)}" if clause.nearest else ""
        like = f"; of such arguments other predicates state {', '.join(clause.suggested)}" if clause.suggested else ""
        yield _wrapped(f"no frame has the predicate {clause.predicate}{near}{like}", columns)


def _doubted(argument: Argument) -> str:
    return f" (the parser hangs it on {argument.elsewhere})" if argument.elsewhere else ""


def _named(names: Sequence[str], inside: Sequence[str]) -> str:
    return ", ".join([*names, *(f"({name})" for name in inside)])


def _attempt(attempt: Attempt) -> list[str]:
    return [
        attempt.property,
        f"matches: {attempt.status}" if attempt.status else "; ".join(attempt.lacks),
        attempt.example,
    ]


def _facts(explanation: Explanation, columns: int | None) -> Iterator[str]:
    if explanation.dropped:
        rows = [[f"{d.subject} {d.predicate} {d.object}", d.why] for d in explanation.dropped]
        yield _titled("READ, BUT REFUSED", ["relation", "why"], rows, columns)
    if explanation.facts:
        header = ["statement", "status", "confidence", "rule", "with", "quote"]
        yield _titled("STATEMENTS", header, list(map(_fact, explanation.facts)), columns)
    else:
        yield _wrapped(f"no statement: {explanation.advice}", columns)


def _fact(fact: Fact) -> list[str]:
    more = [f"{name} {value}" for name, value in fact.qualifiers] + [f"says {fact.speaker}"] * bool(fact.speaker)
    return [
        f"{fact.subject} {fact.predicate} {fact.object}",
        fact.status,
        f"{fact.confidence:g}",
        fact.rule,
        ", ".join(more),
        " … ".join(fact.quotes),
    ]


def _titled(title: str, header: Sequence[str], rows: Sequence[Sequence[str]], columns: int | None) -> str:
    shown = table.render(header, rows, columns=columns) if rows else "none\n"
    return _wrapped(title, columns) + shown


def _wrapped(text: str, columns: int | None) -> str:
    return "".join(f"{line}\n" for line in table.wrap(table.clean(text), columns or _USUAL))
