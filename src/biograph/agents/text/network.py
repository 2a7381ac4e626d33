"""Connections, explanations and rankings as text: what texts claim stands apart from what is computed."""

from __future__ import annotations

from biograph.agents.text.facts import citations, fact
from biograph.agents.text.quoting import named
from biograph.agents.values import Broker, Connection, Explanation, Ranking, TwoPath
from biograph.wording import number

_CLAIMS = "CLAIMED by texts to be a bridge (not computed, no finding):\n"


def connection(found: Connection) -> str:
    """What is stated of the two, and the paths with the facts of each tie."""
    a, b = named(found.a.name), named(found.b.name)
    lines = [f"Statements about just {a} and {b}:\n" if found.stated else f"No statement ties {a} and {b} directly.\n"]
    lines += [fact(stated, "  ") for stated in found.stated]
    if found.not_in_network:
        lines.append(f"Places are attributes and not on paths: {', '.join(map(named, found.not_in_network))}\n")
    elif not found.paths:
        lines.append("The asserted facts of these texts join them by no path.\n")
    for number_, path in enumerate(found.paths, 1):
        lines.append(f"Path {number_}: {' – '.join(map(named, path.entities))}\n")
        lines += [fact(tie, "  ") for facts_ in path.ties for tie in facts_]
    return "".join([*lines, citations(found.citations)])


def explanation(found: Explanation) -> str:
    """Groups, claims of the texts, and what is computed, each apart."""
    name = named(found.entity.name)
    lines = [f"Groups of {name}:\n" if found.groups else f"The groups of {name} are unknown.\n"]
    for group in found.groups:
        source = f" (by general knowledge of {named(group.gazetteer)}, no article)" if group.gazetteer else ""
        lines += [f"  {named(group.name)}{source}\n", *(fact(shown, "    ") for shown in group.facts)]
    lines.append(_CLAIMS if found.claims else "No text calls it a bridge.\n")
    lines += [fact(claim, "  ") for claim in found.claims]
    if not found.in_network:
        lines.append(f"{name} is a place, which is no node of the network: nothing is computed.\n")
        return "".join([*lines, citations(found.citations)])
    roles = ", ".join(f"{role} {number(count)}" for role, count in found.roles.items()) or "no role"
    lines.append(
        f"COMPUTED: {found.pairs} pairs of contacts that only {name} ties ({roles}), the most telling first:\n"
    )
    lines += [two_path(path, "  ") for path in found.two_paths]
    if found.falls_apart_into:
        sizes = ", ".join(map(str, found.falls_apart_into))
        lines.append(f"Without it, its component falls into parts of {sizes} entities.\n")
    return "".join([*lines, citations(found.citations)])


def two_path(path: TwoPath, indent: str) -> str:
    """A pair of contacts with the roles held between them, and the facts of either tie."""
    ends = [f"{named(n)} ({', '.join(g) or 'group unknown'})" for n, g in _ends(path)]
    roles = ", ".join(f"{role} {number(share)}" for role, share in sorted(path.roles.items())) or "no role"
    return f"{indent}{' – it – '.join(ends)}: {roles}\n" + "".join(fact(f, indent + "  ") for f in path.facts)


def broker(row: Broker) -> str:
    """A row of a ranking: figures, verdict, claims and a few two-paths."""
    interval = f", {row.rank_low}-{row.rank_high} in 95 % of samples" if row.rank_low is not None else ""
    p = f", p {number(row.p)}" if row.p is not None else ""
    roles = ", ".join(f"{role} {number(count)}" for role, count in row.roles.items()) or "none"
    return "".join(
        [
            f"rank {row.rank}{interval}: {named(row.entity.name)} ({', '.join(row.groups) or 'group unknown'}); "
            f"verdict: {row.verdict_in_words} ({row.verdict}{p}); {number(row.across)} two-paths between groups; "
            f"roles: {roles}; stated in {row.documents} document(s)\n",
            *(["  " + _CLAIMS] if row.claims else []),
            *(fact(claim, "    ") for claim in row.claims),
            *(two_path(path, "  ") for path in row.two_paths),
        ]
    )


def ranking(found: Ranking) -> str:
    """The rows that the network ranks first, those that texts claim, and how to read either."""
    size = f"{found.documents} independent articles, {found.entities} entities, {found.ties} ties"
    between = f" between {' and '.join(map(named, found.between))}" if found.between else ""
    known = {row.entity.id for row in found.computed}
    return "".join(
        [
            f"Brokers{between}, groups by {found.group}, in a network of {size}; {found.candidates} candidates.\n",
            *(f"NOTE: {note}\n" for note in found.notes),
            "COMPUTED, by two-paths between groups:\n",
            *map(broker, found.computed),
            "CLAIMED by texts to be bridges, where the network ranks them:\n" if found.claimed else "",
            *(broker(row) for row in found.claimed if row.entity.id not in known),
            *(f"rank {row.rank}: {named(row.entity.name)}, above\n" for row in found.claimed if row.entity.id in known),
            citations(found.citations),
        ]
    )


def _ends(path: TwoPath) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (path.left, path.left_groups), (path.right, path.right_groups)
