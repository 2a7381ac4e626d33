"""The timeline in headless Chromium: bars, brush by mouse, touch and keyboard."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from biograph import page

from .acting import clean, find

pytestmark = pytest.mark.browser

MONTHS = 4  # of the sample, March to June 2025


def open_timeline(shown) -> None:
    shown.page.click("#timing")


def month(shown, n: int) -> tuple[float, float]:
    """The middle of a month's bar on the page."""
    box = shown.page.locator("#timeline .plot").bounding_box()
    return box["x"] + box["width"] * (n + 0.5) / MONTHS, box["y"] + 30


def drag(shown, a: int, b: int) -> None:
    shown.page.mouse.move(*month(shown, a))
    shown.page.mouse.down()
    shown.page.mouse.move(*month(shown, (a + b) / 2), steps=3)
    shown.page.mouse.move(*month(shown, b), steps=3)
    shown.page.mouse.up()


def dates(shown) -> list[str | None]:
    return shown.page.evaluate("[biograph.store.view.filter.from, biograph.store.view.filter.to]")


def titles(shown) -> list[str]:
    return shown.page.locator("#timeline svg title").all_text_contents()


def test_bars_count_facts_by_month_and_status(show, html):
    shown = show(html)
    assert shown.page.locator("#timeline svg").count() == 0
    open_timeline(shown)
    assert titles(shown) == [
        "2025-03: 사실 19건 · 계획·가능·소문 1건",
        "2025-04: 사실 1건",
        "2025-05: 사실 14건 · 계획·가능·소문 1건",
        "2025-06: 사실 14건 · 계획·가능·소문 1건",
    ]
    assert "연도만 앎 1" in shown.page.inner_text("#timeline .out")
    assert "가장 많은 때는 2025-03 (20건)" in shown.page.get_attribute("#timeline svg", "aria-label")
    shown.page.click("[data-filter=negated]")
    assert "부정·종료 1건" in titles(shown)[0]
    shown.page.click("#timeline .time-head [aria-label='연표 닫기']")
    assert not shown.page.locator("#timeline").is_visible()
    assert shown.page.evaluate("document.activeElement.id") == "timing"
    assert clean(shown)


def test_a_drag_is_a_range_and_one_step_back(show, html):
    shown = show(html)
    open_timeline(shown)
    drag(shown, 1, 2)
    assert dates(shown) == ["2025-04", "2025-05"]
    assert shown.page.inner_text("#active [data-part=dates] bdi") == "2025-04 – 2025-05"
    assert shown.page.inner_text("#active .shown") == "사실 54건 중 17건"
    assert shown.page.locator("#timeline .veil").count() == 2
    assert len(titles(shown)) == MONTHS, "the bars outside stay"
    shown.page.click("#undo")
    shown.page.wait_for_selector("#active", state="hidden")
    assert dates(shown) == [None, None]
    assert shown.page.locator("#timeline").is_visible()


def test_a_drag_within_shifts_and_an_edge_resizes(show, html):
    shown = show(html)
    open_timeline(shown)
    drag(shown, 1, 2)
    drag(shown, 2, 3)
    assert dates(shown) == ["2025-05", None], "the last month is open to what is later"
    handle = shown.page.locator("#timeline [data-end=from]").bounding_box()
    shown.page.mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + 20)
    shown.page.mouse.down()
    shown.page.mouse.move(*month(shown, 1), steps=4)
    shown.page.mouse.up()
    assert dates(shown) == ["2025-04", None]


def test_a_click_is_one_month_and_a_double_click_all(show, html):
    shown = show(html)
    open_timeline(shown)
    shown.page.mouse.click(*month(shown, 2))
    assert dates(shown) == ["2025-05", "2025-05"]
    assert shown.page.inner_text("#timeline .time-range") == "2025-05"
    shown.page.mouse.dblclick(*month(shown, 1))
    assert dates(shown) == [None, None]
    shown.page.mouse.click(*month(shown, 1))
    shown.page.click("#clear-range")
    assert dates(shown) == [None, None]


def test_handles_from_the_keyboard(show, html):
    shown = show(html)
    open_timeline(shown)
    start, end = (
        shown.page.get_by_role("slider", name="기간의 시작"),
        shown.page.get_by_role("slider", name="기간의 끝"),
    )
    start.focus()
    start.press("ArrowRight")
    assert dates(shown) == ["2025-04", None]
    assert start.get_attribute("aria-valuenow") == "1"
    assert start.get_attribute("aria-valuetext") == "2025-04"
    end.focus()
    end.press("ArrowLeft")
    assert dates(shown) == ["2025-04", "2025-05"]
    end.press("Shift+ArrowLeft")
    assert dates(shown) == [None, "2025-04"]
    end.press("Home")
    assert dates(shown) == [None, "2025-03"]
    find(shown, "KUBA")
    end.focus()
    end.press("Escape")
    assert dates(shown) == [None, None]
    assert shown.page.evaluate("biograph.store.view.selection") is not None
    assert shown.page.evaluate("document.activeElement.dataset.end") == "to"


def test_what_is_selected_is_lit(show, html):
    shown = show(html)
    open_timeline(shown)
    assert shown.page.locator("#timeline .chosen").count() == 0
    find(shown, "식품안전심사청")
    assert titles(shown)[1] == "2025-04: 사실 1건 · 고른 것 1건"
    assert shown.page.locator("#timeline rect.chosen").count() == 1


def test_facts_without_a_date_are_told(show, corpus):
    (first, *_) = sorted(corpus.documents)
    documents = {**corpus.documents, first: replace(corpus.documents[first], published=None)}
    shown = show(page.render(replace(corpus, documents=documents)))
    open_timeline(shown)
    note = shown.page.inner_text("#timeline .out")
    assert "날짜 없음 17" in note
    shown.page.get_by_role("slider", name="기간의 끝").press("ArrowLeft")
    assert "날짜 없는 사실 17건 제외" in shown.page.inner_text("#active")
    none = {id_: replace(document, published=None) for id_, document in corpus.documents.items()}
    facts = tuple(replace(s, qualifiers=()) for s in corpus.statements)
    empty = show(page.render(replace(corpus, documents=none, statements=facts)))
    open_timeline(empty)
    assert empty.page.inner_text("#timeline") == "날짜가 있는 사실이 없습니다."
    assert clean(empty)


def test_a_link_opens_it_with_its_range(show, html):
    shown = show(html)
    open_timeline(shown)
    drag(shown, 1, 2)
    shown.page.click("#language")
    shown.page.reload()
    shown.page.wait_for_selector("#timeline .veil", state="attached")
    assert shown.page.inner_text("#timeline .time-range") == "2025-04 – 2025-05"
    shown.page.click("[data-page=texts]")
    assert not shown.page.locator("#timeline").is_visible()
    shown.page.click("[data-page=tables]")
    assert shown.page.locator("#tables tbody tr").count() == 17


def test_labels_stay_apart_on_a_phone(show, html):
    shown = show(html, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    shown.page.tap("#more")
    shown.page.tap("#timing")
    boxes = [label.bounding_box() for label in shown.page.locator("#timeline svg text").all()[1:]]
    assert len(boxes) >= 2
    for a, b in pairwise(boxes):
        assert a["x"] + a["width"] + 4 < b["x"]
    shown.page.locator("#timeline").scroll_into_view_if_needed()
    shown.page.touchscreen.tap(*month(shown, 2))
    assert dates(shown) == ["2025-05", "2025-05"]
    assert shown.page.evaluate("document.documentElement.scrollWidth") == 390
