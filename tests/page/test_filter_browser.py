"""The filters in headless Chromium: drawer, line of what is left out, legend."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from biograph import groups
from biograph.model import Corpus

from .acting import clean, find
from .waiting import wait

pytestmark = pytest.mark.browser

ROWS = "#tables tbody tr"


def facts_without(corpus: Corpus, group: str) -> int:
    """Facts that are not negated and of which no end has this as its only group."""
    there = groups.by_country(corpus).groups
    only = (group,) if group else ()
    stated = [s for s in corpus.statements if s.status != "negated"]
    return len([s for s in stated if only not in (tuple(there[s.subject]), tuple(there[s.object]))])


def open_filters(shown) -> None:
    shown.page.click("#filtering")


def unfold(shown, part: str) -> None:
    shown.page.click(f"#filters [data-part={part}] > summary")


def tick(shown, part: str, key: str | int) -> None:
    shown.page.click(f'#filters [data-part={part}] [data-key="{key}"]')


def facts_shown(shown) -> int:
    """As many as the table lists."""
    shown.page.click("[data-page=tables]")
    count = shown.page.locator(ROWS).count()
    shown.page.click("[data-page=graph]")
    return count


def drawn_edges(shown) -> int:
    return shown.page.evaluate("Object.keys(biograph.network.body.edges).length")


def test_a_type_leaves_graph_and_table_and_is_told(show, html):
    shown = show(html)
    edges = drawn_edges(shown)
    assert not shown.page.locator("#active").is_visible()
    open_filters(shown)
    assert shown.page.evaluate("document.activeElement.textContent") == "필터"
    tick(shown, "types", "Person")
    assert drawn_edges(shown) == edges - 5
    assert shown.page.inner_text("#active .shown") == "사실 54건 중 47건"
    assert shown.page.inner_text("#active [data-part=types] bdi") == "인물 제외"
    assert shown.page.get_attribute("#legend [data-filter=Person]", "aria-pressed") == "false"
    assert shown.page.inner_text("#filtering .badge-count") == "1"
    assert facts_shown(shown) == 47
    shown.page.click("#active [data-part=types]")
    assert drawn_edges(shown) == edges
    assert shown.page.is_checked("#filters [data-key=Person]")
    assert clean(shown)


def test_counts_are_those_under_the_other_filters(show, html):
    shown = show(html)
    open_filters(shown)
    count = shown.page.locator("#filters [data-part=statuses] li", has_text="계획").locator(".count")
    assert count.inner_text() == "4"
    tick(shown, "types", "Company")
    assert count.inner_text() == "3"
    tick(shown, "statuses", "planned")
    assert count.inner_text() == "3", "its own part does not count"


@pytest.mark.parametrize(
    ("part", "key", "left", "told"),
    [
        ("predicates", "locatedIn", 42, "있다 제외"),
        ("statuses", "negated", 54, "모두 포함"),
        ("documents", 2, 15, "Boston's council courts Korean biotechs"),
    ],
)
def test_each_list_filters_and_a_link_reproduces_it(show, html, part, key, left, told):
    shown = show(html)
    open_filters(shown)
    if part != "statuses":
        unfold(shown, part)
    tick(shown, part, key)
    assert told in shown.page.inner_text(f"#active [data-part={part}]")
    assert facts_shown(shown) == left
    shown.page.reload()
    wait(shown, "globalThis.biograph !== undefined")
    assert told in shown.page.inner_text(f"#active [data-part={part}]")
    assert facts_shown(shown) == left


@pytest.mark.parametrize(("group", "told"), [("KR", "한국 제외"), ("", "모름 제외")])
def test_a_group_leaves_with_those_who_have_no_other(show, html, corpus, group, told):
    shown = show(html)
    open_filters(shown)
    unfold(shown, "groups")
    tick(shown, "groups", group)
    assert shown.page.inner_text("#active [data-part=groups] bdi") == told
    assert 10 < facts_shown(shown) < 50
    assert facts_shown(shown) == facts_without(corpus, group)


def test_none_then_one_shows_that_one_only(show, html):
    shown = show(html)
    open_filters(shown)
    unfold(shown, "predicates")
    shown.page.click("#filters [data-part=predicates] [aria-label='관계 없음']")
    assert shown.page.inner_text("#active .shown") == "사실 54건 중 0건"
    tick(shown, "predicates", "develops")
    assert "개발한다만" in shown.page.inner_text("#active [data-part=predicates]")
    assert facts_shown(shown) == 2
    shown.page.click("#filters [data-part=predicates] [aria-label='관계 전체 고르기']")
    assert not shown.page.locator("#active").is_visible()


def test_a_long_list_is_searched_and_unfolded(show, html):
    shown = show(html)
    open_filters(shown)
    rows = shown.page.locator("#filters [data-part=types] .entries li")
    assert rows.count() == 10
    shown.page.click("#filters [data-part=types] .more")
    assert rows.count() == 17
    assert shown.page.evaluate("document.activeElement.type") == "checkbox"
    shown.page.fill("#filters [data-part=types] .find", "병원")
    assert [row.split("\n")[0] for row in rows.all_inner_texts()] == ["병원"]
    shown.page.fill("#filters [data-part=types] .find", "없는종류")
    assert rows.all_inner_texts() == ["일치하는 항목이 없습니다"]


def test_dates_of_any_precision(show, html):
    shown = show(html)
    open_filters(shown)
    start, end = shown.page.locator("#filters [data-end=from]"), shown.page.locator("#filters [data-end=to]")
    start.fill("2025년 6월")
    start.press("Enter")
    assert shown.page.inner_text("#active [data-part=dates] bdi") == "2025-06부터"
    assert facts_shown(shown) == 16, "a plan for the year is one that June may see"
    end.fill("2025-13")
    end.press("Enter")
    assert end.get_attribute("aria-invalid") == "true"
    assert "2025-03-11처럼" in shown.page.inner_text("#date-problem")
    end.fill("2025-05")
    end.press("Enter")
    assert shown.page.inner_text("#date-problem") == "끝이 시작보다 앞섭니다."
    assert facts_shown(shown) == 16
    start.fill("")
    start.press("Enter")
    assert shown.page.inner_text("#active [data-part=dates] bdi") == "2025-05까지"
    assert end.get_attribute("aria-invalid") == "false"


def test_confidence_and_sources(show, html):
    shown = show(html)
    open_filters(shown)
    unfold(shown, "confidence")
    slider = shown.page.locator("#filters [data-part=confidence] input")
    slider.focus()
    slider.press("End")
    slider.press("PageDown")
    assert shown.page.inner_text("#filters output") == "90% 이상"
    assert facts_shown(shown) == 48, "plans are less sure"
    slider.press("Home")
    assert shown.page.inner_text("#filters output") == "제한 없음"
    unfold(shown, "sources")
    least = shown.page.locator("#filters [data-part=sources] input")
    least.fill("2")
    least.press("Enter")
    assert facts_shown(shown) == 3
    least.fill("99")
    least.press("Enter")
    assert least.input_value() == "2", "no fact has more"
    shown.page.click("#reset")
    assert facts_shown(shown) == 52


def test_from_the_keyboard_and_back(show, html):
    shown = show(html)
    shown.page.focus("#filtering")
    shown.page.keyboard.press("Enter")
    assert shown.page.get_attribute("#filtering", "aria-pressed") == "true"
    for _ in range(7):
        shown.page.keyboard.press("Tab")
    assert shown.page.evaluate("document.activeElement.dataset.key") == "Association"
    shown.page.keyboard.press("Space")
    assert shown.page.evaluate("document.activeElement.dataset.key") == "Association", "the focus stays"
    shown.page.keyboard.press("Escape")
    assert not shown.page.locator("#filters").is_visible()
    assert shown.page.evaluate("document.activeElement.id") == "filtering"
    shown.page.click("#undo")
    shown.page.wait_for_selector("#filters:not([hidden])")
    shown.page.click("#undo")
    shown.page.wait_for_selector("#active", state="hidden")
    assert shown.page.is_checked("#filters [data-key=Association]")


def test_a_screen_reader_is_told_how_many_are_shown(show, html):
    shown = show(html)
    assert shown.page.inner_text("#shown") == ""
    shown.page.click("#language")
    shown.page.click("#legend [data-filter=planned]")
    expect(shown.page.locator("#shown")).to_have_text("48 of 54 facts shown")
    assert shown.page.inner_text("#active [data-part=statuses] bdi") == "only asserted"


def test_panel_follows_the_filter(show, html):
    shown = show(html)
    find(shown, "해담바이오")
    expect(shown.page.locator("#panel .fact")).to_have_count(7)
    open_filters(shown)
    unfold(shown, "predicates")
    tick(shown, "predicates", "partnersWith")
    expect(shown.page.locator("#panel .fact")).to_have_count(5)


def test_legend_keeps_to_one_line_of_types_until_asked(show, html):
    shown = show(html)
    chips = shown.page.locator("#legend [data-part=types]:visible")
    tops = "[...document.querySelectorAll('#legend [data-part=types]:not([hidden])')].map((e) => e.offsetTop)"
    first = chips.count()
    assert 4 < first < 17
    assert len(set(shown.page.evaluate(tops))) == 1
    assert shown.page.inner_text("#legend .expand") == f"외 {17 - first}종"
    shown.page.click("#legend .expand")
    assert chips.count() == 17
    assert shown.page.evaluate("document.activeElement.className") == "chip expand"
    shown.page.click("#legend .expand")
    assert chips.count() == first
    assert "크기 = 연결 수" in shown.page.inner_text("#legend")
    assert "본문이 말하는 가교" in shown.page.inner_text("#legend")


def test_phone(show, html):
    shown = show(html, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    shown.page.tap("#more")
    shown.page.tap("#filtering")
    box = shown.page.locator("#filters").bounding_box()
    assert box["width"] == 390
    assert box["y"] > 100
    shown.page.tap("#filters [data-key=Person]")
    shown.page.tap("#filters .drawer-head button")
    assert shown.page.inner_text("#active .shown") == "사실 54건 중 47건"
    assert shown.page.locator("#legend").bounding_box()["height"] < 60
    assert shown.page.evaluate("document.documentElement.scrollWidth") == 390
    assert clean(shown)
