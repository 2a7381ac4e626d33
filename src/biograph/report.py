"""The brokers of a corpus as Markdown for a journalist: the text's claims, the computation, and the quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import networkx as nx

from biograph import brokers, network, verdict, why
from biograph.brokers import BrokerRow, claim_side
from biograph.claims import claims
from biograph.model import Corpus
from biograph.verdict import Verdict
from biograph.why import Quote
from biograph.why.text import Notes, fact_line, source_line
from biograph.wording import Wording, number, wording

ROWS = 10  # rows in the report's table; brokers.csv and `biograph brokers` have them all
QUOTED = 3  # brokers whose paths are quoted, three pairs each
_COLUMNS = (
    "name",
    "groups",
    "claims",
    "verdict",
    "degree",
    "documents",
    "roles",
    "across",
    "group_betweenness",
    "loss",
)
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&])")


def markdown(corpus: Corpus, rows: Sequence[BrokerRow], language: str = "ko", *, graph: nx.Graph | None = None) -> str:
    """The report in Korean or English. `graph` is the projection that the rows come from, the default one if left out.

    What comes from articles is escaped, so that it cannot become markup.
    """
    graph = network.project(corpus) if graph is None else graph
    say = wording(language)
    words = say["report"]
    sections = (
        (f"# {words['title']}", _scope(corpus, graph, words)),
        (f"## {words['claims']}", _claims(corpus, words, language)),
        (f"## {words['computed']}", _computed(rows, words, language)),
        (f"## {words['agreement']}", _agreement(rows, say)),
        (f"## {words['quotes']}", _quotes(corpus, rows, graph, words, language)),
        (f"## {words['method']}", _method(say)),
    )
    return "\n".join(f"{title}\n\n{chr(10).join(lines)}\n" for title, lines in sections)


def escape(text: str) -> str:
    """A text on one line with Markdown's and HTML's marks made plain."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _scope(corpus: Corpus, graph: nx.Graph, words: Wording) -> Iterator[str]:
    independent = len({document.sha256 for document in corpus.documents.values()})
    yield words["scope"].format(
        documents=len(corpus.documents),
        independent=independent,
        nodes=graph.number_of_nodes(),
        ties=graph.number_of_edges(),
        placed=sum(bool(country) for _, country in graph.nodes(data="country")),
    )
    if independent == 1:
        yield from ("", words["one_document"])


def _claims(corpus: Corpus, words: Wording, language: str) -> Iterator[str]:
    found = claims(corpus)
    yield words["claims_note" if found else "no_claims"]
    for entity, its_claims in found.items():
        facts = {fact.statement: fact for fact in why.facts(corpus, [claim.statement for claim in its_claims])}
        alike: dict[tuple[str | None, tuple[Quote, ...]], list[str]] = {}
        for claim in its_claims:
            alike.setdefault((claim.speaker, facts[claim.statement].quotes), []).append(claim_side(claim, language))
        for (speaker, quotes), sides in alike.items():
            name, said_by = escape(corpus.entities[entity].name), escape(speaker or words["the_text"])
            yield from ("", "- " + words["claim"].format(name=name, sides=escape(", ".join(sides)), speaker=said_by))
            for quote in quotes:
                yield from ("", f"  > {escape(quote.quote)}", "  >", f"  > — {escape(source_line(quote, language))}")


def _computed(rows: Sequence[BrokerRow], words: Wording, language: str) -> Iterator[str]:
    if not rows:
        yield words["no_rows"]
        return
    say = wording(language)
    yield from (words["computed_note"], "")
    headers, cells = brokers.table(rows[:ROWS], language)
    kept = [list(say["columns"]).index(name) for name in _COLUMNS]
    for n, line in enumerate([headers, ["---"] * len(headers), *cells]):
        yield "| " + " | ".join(line[i] if n == 1 else escape(line[i]) for i in kept) + " |"
    if note := brokers.note(rows[:ROWS], language):
        yield from ("", escape(note))
    if len(rows) > ROWS:
        yield from ("", words["more_rows"].format(count=len(rows), shown=ROWS))


def _agreement(rows: Sequence[BrokerRow], say: Wording) -> Iterator[str]:
    words = say["report"]
    claimed = [row for row in rows if row.claims]
    if not claimed:
        yield words["no_agreement"]
    for row in claimed:
        text = "not_comparable" if row.claimed_paths is None else "agree" if row.claimed_paths else "disagree"
        paths, decided = number(row.claimed_paths), say["verdicts"][row.verdict.name]
        yield "- " + words[text].format(name=escape(row.name), paths=paths, verdict=decided)


def _quotes(corpus: Corpus, rows: Iterable[BrokerRow], graph: nx.Graph, words: Wording, language: str) -> Iterator[str]:
    notes = Notes()
    for row in [row for row in rows if row.claims or row.roles.across][:QUOTED]:
        found = why.about(corpus, graph, row.entity)
        facts = [fact for group in found.groups for fact in group.facts]
        facts += [fact for pair in found.brokered[:QUOTED] for fact in pair.facts]
        if facts:
            yield from (f"### {escape(found.name)}", "")
            yield from (f"- {escape(fact_line(fact, language))} {notes.marks(fact)}" for fact in dict.fromkeys(facts))
            yield ""
    if not notes.numbered:
        yield words["no_quotes"]
    for quote, n in notes.numbered.items():
        yield from ("" if n > 1 else "---", "", f"[{n}] {escape(source_line(quote, language))}", "")
        yield f"> {escape(quote.quote)}"


def _method(say: Wording) -> Iterator[str]:
    yield say["report"]["method_text"].format(
        fewest_documents=verdict.FEWEST_DOCUMENTS,
        fewest_deals=verdict.FEWEST_DEALS,
        too_small=say["verdicts"][Verdict.TOO_SMALL.name],
    )
