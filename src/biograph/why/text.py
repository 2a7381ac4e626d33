"""An explanation as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from biograph import table
from biograph.model import Status
from biograph.vocabulary import load
from biograph.wording import Wording, number, wording

if TYPE_CHECKING:
    from biograph.why.values import Connection, Explanation, Fact, Group, Quote

PAIRS = 20  # brokered pairs written out; the rest are counted (JSON has them all)
NAMES = 8  # names of a part written out


class Notes:
    """Quotes numbered in order of first use, so that each stands once however many statements rest on it."""

    def __init__(self) -> None:
        self.numbered: dict[Quote, int] = {}

    def marks(self, fact: Fact) -> str:
        """The numbers of a statement's quotes, as `[1][2]`."""
        return "".join(f"[{self.numbered.setdefault(quote, len(self.numbered) + 1)}]" for quote in fact.quotes)


def explanation(why: Explanation, width: int, language: str) -> str:
    """The sections of one entity: groups, claims, brokered pairs, what falls apart, other statements, quotes."""
    say, notes = wording(language), Notes()
    words = say["why"]
    lines = [f"{why.name} ({load().label(why.type, language)})", "", words["groups"]]
    lines += _or_none(_groups(why.groups, notes, say, language), words["no_groups"])
    lines += ["", words["claims"], *_or_none(_facts(why.claims, notes, language, "  "), words["no_claims"])]
    nobody = words["no_brokered"] if why.node else words["not_a_node"].format(name=why.name)
    lines += ["", words["brokered"], *_or_none(_pairs(why, notes, say, language), nobody)]
    if why.apart:
        lines += ["", words["apart"], *_parts(why.apart, words)]
    if why.other:
        lines += ["", words["other"], *_facts(why.other, notes, language, "  ")]
    return _wrapped([*lines, *_quotes(notes, words, language)], width)


def connection(why: Connection, width: int, language: str) -> str:
    """What is stated of two names, the paths between them, each tie with its statements, and the quotes."""
    words, notes = wording(language)["why"], Notes()
    lines = [words["stated"], *_facts(why.stated, notes, language, "  "), ""] if why.stated else []
    lines.append(words["paths"].format(a=why.a, b=why.b))
    lines += [f"  {words['not_a_node'].format(name=name)}" for name in why.not_nodes]
    if not why.paths and not why.not_nodes:
        lines.append(f"  {words['no_path']}")
    for n, path in enumerate(why.paths, 1):
        lines += ["", f"{words['path'].format(n=n, length=len(path.ties))}: {' – '.join(path.names)}"]
        for facts in path.ties:
            lines += _facts(facts, notes, language, "  ")
    return _wrapped([*lines, *_quotes(notes, words, language)], width)


def fact_line(fact: Fact, language: str) -> str:
    """A statement in one line: who, what, whom, and the status unless it is plainly asserted, and who says so."""
    say, terms = wording(language), load()
    notes = [] if fact.status is Status.ASSERTED else [terms.label(fact.status, language)]
    if fact.speaker:
        notes.append(say["says"].format(speaker=fact.speaker))
    note = f" [{', '.join(notes)}]" if notes else ""
    return f"{fact.subject} – {terms.label(fact.predicate, language)} – {fact.object}{note}"


def source_line(quote: Quote, language: str) -> str:
    """Where a quote stands: the document's title and date."""
    say = wording(language)
    return f"{quote.title or say['untitled']}, {quote.published or say['unknown_date']} ({quote.document})"


def _groups(groups: Iterable[Group], notes: Notes, say: Wording, language: str) -> Iterator[str]:
    for group in groups:
        place = f" ({say['gazetteer'].format(place=group.gazetteer)})" if group.gazetteer else ""
        yield f"  {group.names[language]}{place}"
        yield from _facts(group.facts, notes, language, "    ")


def _pairs(why: Explanation, notes: Notes, say: Wording, language: str) -> Iterator[str]:
    def end(name: str, groups: tuple[str, ...]) -> str:
        return f"{name} ({', '.join(why.group_names[group][language] for group in groups) or say['unknown']})"

    for pair in why.brokered[:PAIRS]:
        held = [f"{say['roles'][role]} {number(share)}" for role, share in sorted(pair.roles.items())]
        ends = f"{end(pair.left, pair.left_groups)} – {end(pair.right, pair.right_groups)}"
        yield f"  {ends}: {', '.join(held) or say['why']['unplaced']}"
        yield from _facts(pair.facts, notes, language, "    ")
    if len(why.brokered) > PAIRS:
        yield f"  {say['why']['hidden'].format(count=len(why.brokered) - PAIRS)}"


def _parts(parts: Iterable[tuple[str, ...]], words: Wording) -> Iterator[str]:
    for n, names in enumerate(parts, 1):
        more = [words["more"].format(count=len(names) - NAMES)] if len(names) > NAMES else []
        yield f"  {words['part'].format(n=n, count=len(names), names=', '.join([*names[:NAMES], *more]))}"


def _facts(facts: Iterable[Fact], notes: Notes, language: str, indent: str) -> Iterator[str]:
    for fact in facts:
        yield f"{indent}{fact_line(fact, language)} {notes.marks(fact)}"


def _quotes(notes: Notes, words: Wording, language: str) -> Iterator[str]:
    if notes.numbered:
        yield from ("", words["quotes"])
    for quote, n in notes.numbered.items():
        yield f"  [{n}] {source_line(quote, language)}"
        yield f"      \u201c{quote.quote}\u201d"


def _or_none(lines: Iterable[str], otherwise: str) -> list[str]:
    return list(lines) or [f"  {otherwise}"]


def _wrapped(lines: Iterable[str], width: int) -> str:
    """Lines folded to a width, what follows indented like their beginning; text from articles loses control codes."""
    out = []
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()))
        out += [f"{indent}{part}" for part in table.wrap(table.clean(line), max(width - len(indent), 20))]
    return "".join(f"{line.rstrip()}\n" for line in out)
