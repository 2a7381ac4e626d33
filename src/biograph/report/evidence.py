"""For each body in the tables what its numbers rest on: groups, tests, ranks, two-paths, ties, what falls apart."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from biograph import network
from biograph.brokerage import ROLES, separated
from biograph.brokers import BrokerRow
from biograph.report import two_paths
from biograph.report.blocks import Block, Items, Line, Paragraph, Section, Table, fill
from biograph.report.material import SHOWN, Material, anchors
from biograph.verdict import decisive_null
from biograph.wording import number

TESTED = ("across", "group_betweenness", *ROLES)


def evidence(material: Material) -> Section:
    """A section for each body, folded."""
    words, at = material.words, anchors(material.listed)
    bodies = [
        Section(row.name, at[row.entity], tuple(_body(material, row, at[row.entity])), folded=True)
        for row in material.listed
    ]
    note = Paragraph((words["evidence_note" if bodies else "no_evidence"],))
    return Section(words["evidence"], "evidence", (note, *bodies))


def _body(material: Material, row: BrokerRow, at: str) -> Iterator[Section]:
    words = material.words["its"]
    yield Section(words["groups"], f"{at}-groups", (Items(tuple(_groups(material, row))),))
    yield Section(words["chance"], f"{at}-chance", tuple(_tests(material, row)), folded=True)
    yield Section(words["stability"], f"{at}-stability", (Items(tuple(_ranks(material, row))),))
    yield Section(words["roles"], f"{at}-roles", tuple(_roles(material, row, at)))
    yield Section(words["ties"], f"{at}-ties", (Items(tuple(_ties(material, row))),))
    yield Section(words["loss"], f"{at}-loss", (Items(tuple(_loss(material, row))),))
    yield Section(words["documents"], f"{at}-documents", (Items(tuple(_documents(material, row))),))


def _groups(material: Material, row: BrokerRow) -> Iterator[Line]:
    for found in material.grouping.memberships.get(row.entity, ()):
        name = material.grouping.label(found.group, material.language)
        if place := material.corpus.entities.get(found.gazetteer or ""):
            name += f" ({material.say['gazetteer'].format(place=place.name)})"
        yield (f"{name}: ", *material.facts_line(found.chain)) if found.chain else (name,)
    if not row.groups:
        yield (material.words["no_groups"],)


def _tests(material: Material, row: BrokerRow) -> Iterator[Block]:
    """A table for each null model, that on which the verdict rests first."""
    say, first = material.say, decisive_null(row.tests)
    for null in sorted(row.tests, key=lambda null: null != first):
        rows = []
        for measure in TESTED:
            if found := row.tests[null].get(measure):
                cells = (found.observed, found.expected, found.sd, found.z, found.p, found.p_adjusted)
                rows.append((((say["columns"] | say["roles"])[measure],), *((number(value),) for value in cells)))
        yield Table(say["nulls"][null], tuple(material.words["test_columns"]), tuple(rows))
    if not row.tests:
        yield Paragraph((material.words["no_tests"],))


def _ranks(material: Material, row: BrokerRow) -> Iterator[Line]:
    words, found = material.words["ranks"], row.stability
    if found is None:
        yield (words["none"],)
        return
    if found.low is None or found.high is None:
        yield fill(words["no_interval"], documents=str(found.documents))
    else:
        yield fill(words["interval"], low=str(found.low), high=str(found.high), count=str(found.bootstraps))
    yield fill(words["left_out"], count=str(found.left_out), changed=str(len(found.without)))
    for document, rank in found.without[:SHOWN]:
        gone = words["gone"] if document in found.rests_on else ""
        yield fill(words["without"], document=material.document(document), rank=str(rank), gone=gone)
    if len(found.without) > SHOWN:
        rest = number(len(found.without) - SHOWN)
        yield fill(material.words["more"], count=rest, command="biograph brokers --format json")
    surer: list[tuple[str, int | None]] = [(words["multi_source"], found.multi_source)]
    surer += [(words["confidence"].format(threshold=number(least)), rank) for least, rank in found.by_confidence]
    for of_facts, ranked in surer:
        yield (f"{of_facts}: {words['no_rank'] if ranked is None else words['rank'].format(rank=ranked)}",)


def _roles(material: Material, row: BrokerRow, at: str) -> Iterator[Block]:
    words = material.words
    if row.roles.unplaced:
        yield Paragraph(fill(words["unplaced"], count=number(row.roles.unplaced)))
    if not row.roles.total and not row.roles.ungrouped:
        yield Paragraph((words["no_two_paths"],))
    for role, paths in two_paths.by_role(material, row).items():
        count, lines = getattr(row.roles, role), []
        for path in paths:
            ends = words["pair"].format(
                left=material.name(path.left), right=material.name(path.right), share=number(path.share)
            )
            lines.append((f"{ends}: ", *material.facts_line(path.statements)))
        lines += _more(material, row, round(count - sum(path.share for path in paths), 6), "--role", role)
        heading = f"{material.say['roles'][role]} {number(count)}: {words['definitions'][role]}"
        yield Section(heading, f"{at}-{role}", (Items(tuple(lines)),))


def _ties(material: Material, row: BrokerRow) -> Iterator[Line]:
    ties = material.ties_of(row.entity)
    for contact, statements in ties[:SHOWN]:
        yield (f"{material.name(contact)}: ", *material.facts_line(statements))
    yield from _more(material, row, len(ties) - SHOWN)
    if not ties:
        yield (material.words["no_ties"],)


def _loss(material: Material, row: BrokerRow) -> Iterator[Line]:
    """The parts that the network falls into without the body, the largest in number alone."""
    parts = sorted(separated(material.graph, row.entity), key=len, reverse=True)
    if len(parts) < 2:
        yield (material.words["no_loss"],)
        return
    yield fill(
        material.words["parts"], count=str(len(parts)), pairs=number(row.loss.group_pairs), rest=str(len(parts[0]))
    )
    for part in parts[1 : SHOWN + 1]:
        yield (_names(material, part),)
    yield from _more(material, row, len(parts) - 1 - SHOWN)


def _names(material: Material, part: Sequence[str]) -> str:
    rest = f", … (+{len(part) - SHOWN})" if len(part) > SHOWN else ""
    return ", ".join(map(material.name, part[:SHOWN])) + rest


def _documents(material: Material, row: BrokerRow) -> Iterator[Line]:
    found = network.documents(material.corpus, material.statements_of(row.entity))
    for document in found[:SHOWN]:
        yield (material.document(document),)
    yield from _more(material, row, len(found) - SHOWN)


def _more(material: Material, row: BrokerRow, left_out: float, *options: str) -> Iterator[Line]:
    """How many are not shown, and the command that shows them, in which no name can become another command."""
    if left_out > 0:
        command = shlex.join(["biograph", "why", row.name, *options, *material.ranking.question.network_options])
        yield fill(material.words["more"], count=number(left_out), command=command)
