"""What belongs below a table of brokers: why nothing can be said, and how its p and intervals came about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from biograph.brokers.ranking import BrokerRow, Ranking
from biograph.brokers.stability import FEW_DOCUMENTS
from biograph.verdict import Reason, decisive_null
from biograph.wording import Wording, wording


def notes(ranking: Ranking, language: str = "ko", columns: Collection[str] | None = None) -> list[str]:
    """The lines below a table with these columns (names of the wording's `columns`; None for all)."""
    return list(_notes(ranking, wording(language), language, columns))


def note(rows: Sequence[BrokerRow], language: str = "ko") -> str:
    """Why nothing can be said of any of several rows, where it is the same for all; else the empty text."""
    if len(rows) < 2 or len({row.reasons for row in rows}) > 1 or not rows[0].reasons:
        return ""
    return decided(rows[0], rows[0].reasons, wording(language))


def decided(row: BrokerRow, reasons: Sequence[Reason], say: Wording) -> str:
    """A row's verdict in words, with reasons."""
    why = ", ".join(say["reasons"][reason.name] for reason in reasons)
    verdict = str(say["verdicts"][row.verdict.name])
    return f"{verdict}: {why}" if why else verdict


def _notes(ranking: Ranking, say: Wording, language: str, columns: Collection[str] | None) -> Iterator[str]:
    words = say["table_notes"]
    if shared := note(ranking.rows, language):
        yield shared
    if ranking.nulls and (columns is None or "p" in columns):
        null = decisive_null([null.name for null in ranking.nulls])
        yield words["p"].format(null=say["nulls"][null], draws=ranking.nulls[0].draws)
    stability = ranking.rows[0].stability if ranking.rows else None
    if stability and (columns is None or "interval" in columns):
        if not stability.bootstraps:
            yield words["no_interval"]
        else:
            few = words["few"] if stability.documents < FEW_DOCUMENTS else ""
            yield words["interval"].format(documents=stability.documents, bootstraps=stability.bootstraps) + few
    if ranking.sources < ranking.network.nodes:
        yield words["sampled"].format(sources=ranking.sources)
