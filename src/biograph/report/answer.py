"""The answer in three sentences to quote: what the texts claim, what the network shows, what hangs on one article."""

from __future__ import annotations

from biograph.brokers import BrokerRow, claim_side
from biograph.report.blocks import Block, Line, Link, Paragraph, Section, Strong, fill, joined
from biograph.report.material import Material, anchors
from biograph.wording import number

NAMED = 3  # of those claimed; the table has them all


def answer(material: Material) -> Section:
    """Nothing in it is judged: every word stands for a figure or a verdict of the ranking."""
    words, size = material.words, material.ranking.network
    scope = words["scope"].format(
        documents=size.documents,
        independent=size.independent,
        nodes=size.nodes,
        ties=size.ties,
        placed=size.placed,
    )
    sentences = claimed(material), shown(material), alone(material)
    blocks: list[Block] = [Paragraph(line) for line in sentences if line]
    if size.independent == 1:
        blocks.append(Paragraph((Strong(words["one_document"]),)))
    return Section(words["answer"], "answer", (*blocks, Paragraph((scope,))))


def claimed(material: Material) -> Line:
    """Whom the texts call a bridge, and between what."""
    words = material.words["sentences"]
    rows = [row for row in material.ranking.rows if row.claims]
    if not rows:
        return fill(words["no_claim"], documents=str(material.ranking.network.independent))
    named: list[Line] = []
    for row in rows[:NAMED]:
        sides = dict.fromkeys(claim_side(claim, material.language) for claim in row.claims)
        named.append(fill(words["claimed_one"], name=_linked(material, row), sides=", ".join(sides)))
    return fill(
        words["claims"],
        count=str(len(rows)),
        named=joined(named, ", "),
        more=words["and_others"] if len(rows) > NAMED else "",
        quotes=Link(words["quotes"], "claims"),
    )


def shown(material: Material) -> Line:
    """Who comes first in the network, and whether by more than chance; and where those claimed to be a bridge stand."""
    words, rows = material.words["sentences"], material.ranking.rows
    if not rows:
        return (words["nobody"],)
    top = rows[0]
    if not any(row.roles.across for row in rows):
        return fill(words["none_across"], verdict=_verdict(material, top))
    line = fill(
        words["first"],
        count=str(len(rows)),
        measure=material.say["columns"][material.ranking.question.by],
        name=_linked(material, top),
        paths=Link(number(top.roles.across), f"{anchors(material.listed)[top.entity]}-roles"),
        counted=words["one_way" if material.graph.is_directed() else "both_ways"],
        verdict=_verdict(material, top),
    )
    return (*_only(material), *line, *_claimed_ranks(material, top))


def _only(material: Material) -> Line:
    """Between which two groups paths were counted, if not between all."""
    if not material.ends:
        return ()
    return fill(material.words["sentences"]["only"], groups=material.ends_named)


def alone(material: Material) -> Line:
    """Whether it would be so without one article: for the first of those claimed, else of all; empty without paths."""
    words, rows = material.words["sentences"], material.ranking.rows
    if material.ranking.network.independent < 2:
        return (words["single"],)
    row = next((row for row in rows if row.claims and row.roles.across), rows[0] if rows else None)
    if row is None or not row.roles.across:
        return ()
    found, name = row.stability, _linked(material, row)
    if found is None or not found.left_out:
        return (words["not_left_out"],)
    if found.rests_on:
        text = "rests" if len(found.rests_on) == 1 else "rests_on_each"
        document = f"‘{material.document(found.rests_on[0])}’"
        return fill(words[text], name=name, count=str(len(found.rests_on)), document=document)
    if found.worst:
        document, rank = found.worst
        return fill(words["falls"], name=name, document=material.document(document), rank=str(rank), of=str(row.rank))
    return fill(words["stays"], name=name, rank=str(row.rank), count=str(found.left_out))


def _claimed_ranks(material: Material, top: BrokerRow) -> Line:
    """Where those stand whom the texts call a bridge, unless it is the first alone."""
    words = material.words["sentences"]
    rows = [row for row in material.ranking.rows if row.claims and row is not top]
    told = [
        fill(
            words["claimed_rank"],
            name=_linked(material, row),
            rank=str(row.rank),
            paths=number(row.roles.across),
            verdict=_verdict(material, row),
        )
        for row in rows[:NAMED]
    ]
    more = words["and_others"] if len(rows) > NAMED else ""
    return fill(words["claimed_ranks"], ranks=joined(told, "; "), more=more) if told else ()


def _linked(material: Material, row: BrokerRow) -> Link:
    return Link(row.name, anchors(material.listed)[row.entity])


def _verdict(material: Material, row: BrokerRow) -> Line:
    """The verdict, and the p or the reasons behind it."""
    say = material.say
    why = ", ".join(say["reasons"][reason.name] for reason in row.reasons)
    if row.p is not None and not why:
        why = material.words["p"].format(p=number(row.p))
    return (Strong(say["verdicts"][row.verdict.name]), f" ({why})" if why else "")
