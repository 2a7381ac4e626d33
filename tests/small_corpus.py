"""Corpora written as lines, one document a text and one statement a line, for tests of the analysis.

    Company:Alpha partnersWith Association:KABIC
    Person:Kim affiliatedWith Company:Alpha role=CEO
    Association:KABIC bridges Country:한국 status=planned

Each line is the statement's quote. Gazetteer codes are given apart.
"""

from collections.abc import Mapping

from biograph.model import Corpus, Document, Entity, Evidence, Span, Statement, Status, entity_id

# A founding sort of article: one association is said to be a bridge, and nobody is tied to it.
CLAIM = """
    Association:KABIC bridges Country:한국
    Association:KABIC bridges Country:미국
    OrganizationalUnit:Branch unitOf GovernmentBody:Agency
    OrganizationalUnit:Branch locatedIn City:Boston
    Person:Kim affiliatedWith OrganizationalUnit:Branch
"""
CODES = {"한국": "KR", "미국": "US", "Seoul": "KR", "Boston": "US"}


def corpus(
    *texts: str, codes: Mapping[str, str] = CODES, aliases: Mapping[str, tuple[str, ...]] | None = None
) -> Corpus:
    """The corpus of these documents, named d1, d2, …"""
    documents, entities, statements = {}, {}, []
    for n, text in enumerate(texts, 1):
        lines = [line.strip() for line in text.strip().splitlines()]
        document = Document(f"d{n}", "\n".join(lines), "en", (), title=f"Article {n}", published=f"2024-01-0{n}")
        documents[document.id] = document
        start = 0
        for line in lines:
            subject, predicate, object_, *rest = line.split()
            for entity in map(_entity, (subject, object_)):
                named = Entity(
                    entity.id,
                    entity.type,
                    entity.name,
                    (aliases or {}).get(entity.name, ()),
                    country=codes.get(entity.name),
                )
                entities[entity.id] = named
            found = dict(item.split("=") for item in rest)
            status = Status(found.pop("status", "asserted"))
            speaker = _entity(found.pop("speaker")).id if "speaker" in found else None
            statements.append(
                Statement(
                    _entity(subject).id,
                    predicate,
                    _entity(object_).id,
                    (Evidence.cut(document, Span(start, start + len(line))),),
                    status,
                    tuple(sorted(found.items())),
                    speaker,
                )
            )
            start += len(line) + 1
    return Corpus(documents, entities, tuple(statements))


def _entity(text: str) -> Entity:
    type_, name = text.split(":")
    return Entity(entity_id(type_, name), type_, name)


def located(country: str, prefix: str, count: int) -> str:
    """Companies K0, K1, … in a country."""
    return "\n".join(f"Company:{prefix}{n} locatedIn Country:{country}" for n in range(count))


def planted() -> Corpus:
    """Two documents; many Korean companies in a chain, few American ones, and Hub tied to three of either."""
    chain = "\n".join(f"Company:K{n} partnersWith Company:K{n + 1}" for n in range(23))
    hub = "\n".join(f"Company:Hub suppliesTo Company:{end}" for end in ("K0", "K8", "K16", "U0", "U1", "U2"))
    claim = "Company:Hub bridges Country:한국\nCompany:Hub bridges Country:미국"
    return corpus(
        f"{located('한국', 'K', 24)}\nCompany:Hub locatedIn Country:한국\n{chain}",
        f"{located('미국', 'U', 3)}\n{hub}\n{claim}",
    )
