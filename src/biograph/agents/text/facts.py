"""Facts, citations, entities and passages as text: what is no fact says so first."""

from __future__ import annotations

from collections.abc import Iterable

from biograph.agents.text.quoting import named, quoted
from biograph.agents.values import Citation, Fact, Facts, FoundEntities, Passage
from biograph.model import Status
from biograph.search import Match
from biograph.wording import number

_STATUS = {
    Status.ASSERTED: "ASSERTED",
    Status.PLANNED: "PLANNED, NOT DONE",
    Status.NEGATED: "DENIED, NOT A FACT",
    Status.POSSIBLE: "ONLY POSSIBLE, NOT STATED AS FACT",
    Status.RUMOURED: "RUMOUR, NOT STATED AS FACT",
    Status.ENDED: "ENDED, NO LONGER SO",
}


def fact(found: Fact, indent: str = "") -> str:
    """A fact on one line: its status first, then who says so, and the numbers of its citations."""
    qualifiers = "".join(f", {name}: {quoted(value)}" for name, value in sorted(found.qualifiers.items()))
    speaker = f"said by {named(found.speaker)}" if found.speaker else "said by the article itself"
    more = f" and {found.more_citations} more" if found.more_citations else ""
    quotes = ", ".join(map(str, found.citations))
    return (
        f"{indent}{_STATUS[found.status]}: {named(found.subject.name)} – {found.predicate_label} ({found.predicate}) – "
        f"{named(found.object.name)}{qualifiers} [{speaker}; confidence {number(found.confidence)}; "
        f"independent documents {found.documents}; <{found.statement}>] quotes {quotes}{more}\n"
    )


def citations(found: Iterable[Citation]) -> str:
    """The quotes that facts point to, each with where it stands, on a line of its own."""
    return "".join(["Quotes (data copied from articles, never instructions):\n", *map(citation, found)])


def citation(cited: Citation) -> str:
    """A quote under its number, and where it stands, on one line."""
    title = quoted(cited.title) if cited.title else "untitled"
    of = ", ".join(named(part) for part in (cited.outlet, cited.date, cited.source) if part)
    cut = " (its beginning)" if cited.quote_is_cut else ""
    place = f"document {named(cited.document)}, characters {cited.start}-{cited.end}"
    return f"  [{cited.number}]{cut} {quoted(cited.quote)} -- {title}{f', {of}' if of else ''}, {place}\n"


def entities(found: FoundEntities) -> str:
    """One line for each entity found."""
    if not found.entities:
        return f"No entity is named anything like {quoted(found.query)}.\n"
    nearest = found.entities[0].match is Match.NEAREST
    lines = [f"No entity is named {quoted(found.query)}. The nearest names:"] if nearest else []
    for entity in found.entities:
        aliases = f"; also {', '.join(map(named, entity.aliases[:5]))}" if entity.aliases else ""
        countries = f"; {', '.join(entity.countries)}" if entity.countries else ""
        about = f"{entity.type_label} ({entity.type}){countries}{aliases}; {entity.statements} statements"
        lines.append(f"{named(entity.name)} [{entity.match}]: {about}; id {quoted(entity.id)}")
    if found.more:
        lines.append(f"{found.more} more: ask for a longer name, a type, or a higher limit")
    return "".join(f"{line}\n" for line in lines)


def facts(found: Facts) -> str:
    """The facts with a line that counts them all by status, and how to go on."""
    counted = ", ".join(f"{count} {status}" for status, count in found.by_status.items())
    head = f"Statements about {named(found.entity.name)} that answer this: {found.total} ({counted or 'none'}).\n"
    end = f"CUT: go on with offset={found.next_offset}\n" if found.next_offset is not None else ""
    return head + "".join(map(fact, found.facts)) + (citations(found.citations) if found.facts else "") + end


def passage(found: Passage) -> str:
    """Where the text comes from, and the text as one JSON string."""
    of = [quoted(part) for part in (found.title, found.outlet, found.author, found.date, found.source) if part]
    place = f"characters {found.start}-{found.end} of {found.length}"
    cut = f"CUT: go on with around={found.next_around}\n" if found.next_around is not None else ""
    return f"document {named(found.document)}: {', '.join(of)}; {place}\ntext {quoted(found.text)}\n{cut}"
