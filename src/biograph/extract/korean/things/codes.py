"""Products that their form gives away: development codes (ABC-1234, KX105), drugs with a dose (가나벡정 40mg)."""

from __future__ import annotations

import re

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.words import ends_name
from biograph.model import Span

# Two digits need a hyphen: without one they are rather a road, a receptor or an aircraft.
_CODE = re.compile(
    r"(?<![A-Za-z0-9가-힣.-])([A-Z]{1,6}[A-Za-z]{0,3})(-\d{2,7}[A-Za-z]{0,2}|\d{3,7}[A-Za-z]{0,2}|(?<=[A-Z]{2})-[A-Z]{1,3}\d{1,5})(?![A-Za-z0-9-])"
)
_DOSE = re.compile(
    r"(?<![가-힣])([가-힣]{2,}(?:[가-힣A-Z](?:정|주|액|캡슐|시럽|크림|연고|산|패치|프리필드시린지)))"
    r" ?\d+(?:\.\d+)?(?:[/·]\d+(?:\.\d+)?)*(?:mg|㎎|㎍|mcg|밀리그램|밀리리터|ml|mL|㎖|IU|유닛)(?![A-Za-z])"
)
# Receptors, targets, diseases, standards and vehicles that are written the same way.
_OTHER = frozenset(
    (
        "CD IL HER PD GLP TNF CYP COVID ISO FGF BRCA KRAS JAK EGFR VEGF CA CES MWC BIO SARS PM TRL TRM G F A B C T KF "
        "EQ BMW CTLA TIGIT PARP CDK BCL HSP SGLT DPP GIP MASH MERS UN EU CPHI ESMO ASCO AACR ASH JPM BIX IMF KOSPI "
        "KOSDAQ S&P HLA CAR MHC "
    ).split()
)


def find(context: Context) -> list[Found]:
    """The codes in the text, as products."""
    found = []
    for sentence in context.sentences:
        for match in _CODE.finditer(context.text, sentence.span.start, sentence.span.end):
            year = re.fullmatch(r"-?(?:19|20)\d\d", match.group(2))
            if match.group(1) not in _OTHER and not year and ends_name(context.text, match.end()):
                found.append(Found(Span(*match.span()), "Product", "code"))
        doses = _DOSE.finditer(context.text, sentence.span.start, sentence.span.end)
        found += [Found(Span(*m.span(1)), "Product", "code.dose") for m in doses if not context.generic(m.group(1))]
    return found
