"""Figures in a browser, narrow and wide: no letters on other letters, and none outside."""

from __future__ import annotations

from typing import Any

import pytest

from biograph.figures import (
    MixingCell,
    PeriodTies,
    Picture,
    RankedNode,
    Removal,
    RoleCount,
    RoleProfile,
    mixing_matrix,
    periods,
    ranks,
    removals,
    role_profiles,
    timeline,
)

pytestmark = pytest.mark.browser

NAMES = [
    "재미한인바이오산업협회",
    "한국보건산업진흥원 미국지사 보스턴 바이오이노베이션센터",
    "Massachusetts Biotechnology Council Foundation of the Commonwealth",
    "MASSACHUSETTS BIOTECHNOLOGY COUNCIL MBC",
    "삼성바이오로직스",
    "KABIC",
]
ROLES = {
    "ko": ["조정자", "순회 중개자", "대표자", "문지기", "연락자"],
    "en": ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"],
}
# Pairs of texts whose boxes share more than a pixel either way, and texts that leave the figure.
COLLISIONS = """() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg[role=img]")) {
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll("text")].map((t) => [t.lastChild.data, t.getBoundingClientRect()]);
    boxes.forEach(([a, p], i) => {
      if (p.left < frame.left - 1 || p.right > frame.right + 1 || p.bottom > frame.bottom + 1) found.push([a]);
      for (const [b, q] of boxes.slice(i + 1)) {
        const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
        const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
        if (wide > 1 && high > 4) found.push([a, b]);
      }
    });
  }
  return found;
}"""


def pictures(language: str) -> list[Picture]:
    roles = tuple(RoleCount(role, 1000.25, 999.75) for role in ROLES[language])
    cells = [[MixingCell(1234.5, 7.25) for _ in NAMES] for _ in NAMES]
    months = periods(["2023-05", "2024-04"])
    return [
        ranks([RankedNode(name, 120 + n, 100, 240, 300) for n, name in enumerate(NAMES)], language),
        role_profiles([RoleProfile(name, roles) for name in NAMES], "ties shuffled", language),
        removals([Removal(name, 12345.5 / (n + 1)) for n, name in enumerate(NAMES)], language),
        mixing_matrix(NAMES, cells, language),
        timeline([PeriodTies(month, 100 + n, 900 - n) for n, month in enumerate(months)], 3, 5, language),
        timeline([PeriodTies(year, 7, 8) for year in periods(["1999", "2024"])], language=language),
    ]


@pytest.mark.parametrize("width", [360, 900])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_letters_keep_apart(browser: Any, language: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    body = "".join(f"<div>{picture.svg}</div>" for picture in pictures(language))
    page.set_content(f"<!DOCTYPE html><meta charset=utf-8><style>body {{ margin: 4px }}</style>{body}")
    found = page.evaluate(COLLISIONS)
    page.close()
    assert found == []
