"""Facts in the panel: what agrees together, what conflicts side by side, and what can be copied."""

from __future__ import annotations

import pytest

from biograph import page

from . import disputed
from .acting import clean, find, heading

pytestmark = pytest.mark.browser

DEAL = "가온바이오가 나래제약을 인수했다."
CLIPBOARD = """let copied = null;
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { copied = text; } } });
Object.defineProperty(globalThis, "copied", { get: () => copied });"""


@pytest.fixture(scope="module")
def told() -> str:
    return page.render(disputed.corpus(), title="엇갈리는 기사")


def test_what_conflicts_stands_side_by_side_with_its_dates(show, told):
    shown = show(told)
    find(shown, "가온바이오")
    conflict = shown.page.locator("#panel .conflict", has_text="엇갈리는 말")
    assert "계획이나 소문이 사실로" in conflict.locator("h4").inner_text()
    assert conflict.locator(".side .badge").all_inner_texts() == ["계획", "사실", "부정"]
    assert conflict.locator(".side .line time").all_inner_texts() == ["2024-01-10", "2024-03-05", "2024-04-01"]
    assert DEAL in conflict.locator("mark").all_inner_texts()
    amounts = shown.page.locator("#panel .conflict", has_text="금액이 서로 다름")
    assert amounts.locator(".side .line .qualifier").all_inner_texts() == ["₩150억", "₩200억"]
    assert clean(shown)


def test_a_denial_that_the_filter_hides_can_be_unfolded(show, told):
    shown = show(told)
    find(shown, "가온바이오")
    assert shown.page.locator("#panel .side.negated mark").count() == 0
    shown.page.locator("#panel .side.negated summary").press("Enter")
    assert "인수하지 않았다고" in shown.page.locator("#panel .side.negated mark").inner_text()
    shown.page.click("[data-filter=negated]")
    shown.page.locator("#panel .side.negated summary").wait_for(state="detached")
    assert "인수하지 않았다고" in shown.page.locator("#panel .side.negated mark").inner_text()


def test_sides_stand_in_columns_where_there_is_room(show, told):
    shown = show(told, viewport={"width": 740, "height": 1000})
    find(shown, "다솜투자")
    tops = [side.bounding_box()["y"] for side in shown.page.locator("#panel .conflict .side").all()]
    assert len(tops) == 2
    assert tops[0] == tops[1]
    shown.page.set_viewport_size({"width": 390, "height": 844})
    tops = [side.bounding_box()["y"] for side in shown.page.locator("#panel .conflict .side").all()]
    assert tops[0] < tops[1]


def test_no_statement_appears_twice(show, told):
    shown = show(told)
    find(shown, "나래제약")
    shown.page.click("[data-filter=negated]")
    for summary in shown.page.locator("#panel details.others > summary").all():
        summary.click()
    shown.page.wait_for_function("() => document.querySelectorAll('#panel .quote').length >= 8")
    numbers = shown.page.evaluate("[...document.querySelectorAll('#panel .quote')].map((e) => e.dataset.statement)")
    assert sorted(numbers) == sorted(set(numbers))
    assert len(numbers) == 8


def test_further_sentences_that_say_so_are_folded(show, told):
    shown = show(told)
    find(shown, "다솜투자")
    fact = shown.page.locator("#panel article", has_text="차 협약")
    assert "문서 5건" in fact.locator(".line").first.inner_text()
    assert fact.locator("mark").count() == 2
    fact.locator("summary", has_text="다른 문장 3").click()
    fact.locator("mark").nth(4).wait_for()
    assert fact.locator("mark").count() == 5
    assert fact.locator(".quote .qualifier").all_inner_texts() == ["2021", "2022", "2023", "2024", "2025"]


def test_a_tie_both_ways_is_under_one_heading(show, told):
    shown = show(told)
    for name in ("다솜투자", "나래제약"):
        find(shown, name)
        relation = shown.page.locator("#panel .relation", has_text="협력한다")
        assert relation.locator("h3").inner_text().startswith("↔")


def test_confidence_is_told_in_a_word(show, told):
    shown = show(told)
    find(shown, "다솜투자")
    sure = shown.page.locator("#panel abbr").first
    assert sure.inner_text() == "신뢰도 80% 중간"
    assert "확률" in sure.get_attribute("title")


def test_a_citation_is_copied_and_said_so(show, told):
    shown = show(told)
    shown.page.evaluate(CLIPBOARD)
    find(shown, "가온바이오")
    quote = shown.page.locator("#panel .quote", has=shown.page.locator("mark", has_text=DEAL))
    quote.get_by_text("인용 복사").click()
    shown.page.locator("#copied", has_text="복사했습니다").wait_for()
    copied = shown.page.evaluate("copied")
    assert copied.startswith(f"“{DEAL}” — 기사 2-deal, 가상일보, 기자, 2024-03-05")
    assert next(s.id for s in disputed.corpus().statements if s.evidence[0].quote == DEAL) in copied
    quote.get_by_text("Markdown").press("Enter")
    shown.page.wait_for_function("() => copied.startsWith('> ')")


def test_without_a_clipboard_the_selection_is_copied_and_focus_stays(show, told):
    shown = show(told)
    shown.page.evaluate(
        """() => { Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject() } });
        addEventListener("copy", () => { globalThis.selected = document.activeElement.value; }); }"""
    )
    find(shown, "가온바이오")
    cite = shown.page.locator("#panel .quote", has=shown.page.locator("mark", has_text=DEAL)).get_by_text("인용 복사")
    cite.press("Enter")
    shown.page.wait_for_function("() => globalThis.selected !== undefined")
    assert shown.page.evaluate("selected").startswith(f"“{DEAL}”")
    assert cite.evaluate("(e) => e === document.activeElement")
    assert shown.page.locator("textarea").count() == 0


def test_the_link_reproduces_the_view(show, told):
    shown = show(told)
    shown.page.evaluate(CLIPBOARD)
    find(shown, "가온바이오")
    shown.page.click("#link")
    shown.page.wait_for_function("() => copied !== null")
    again = shown.page.context.new_page()
    again.goto(shown.page.evaluate("copied"))
    again.locator("#panel-heading", has_text="가온바이오").wait_for()


def test_panel_goes_back_and_names_ids(show, told):
    shown = show(told)
    shown.page.evaluate(CLIPBOARD)
    find(shown, "가온바이오")
    shown.page.locator("#panel .fact .entity").first.click()
    shown.page.wait_for_function("() => document.querySelector('#panel-heading').textContent !== '가온바이오'")
    shown.page.click("#back")
    shown.page.locator("#panel-heading", has_text="가온바이오").wait_for()
    shown.page.locator("#panel .identifier button").click()
    shown.page.wait_for_function("() => copied !== null")
    assert shown.page.evaluate("copied") == disputed.FIRM.id
    shown.page.click("#close")
    assert shown.page.locator("#back").count() == 0


def test_a_chosen_fact_alone_is_shown_though_the_filter_hides_it(show, told):
    shown = show(told)
    negated = shown.page.evaluate("biograph.data.statements.findIndex((s) => s.status === 'negated')")
    choose = "(n) => biograph.store.change({ selection: { kind: 'facts', statements: [n] } })"
    shown.page.evaluate(choose, negated)
    shown.page.locator("#panel .side.negated mark").wait_for()
    assert heading(shown) == "가온바이오 – 나래제약"
    assert shown.page.locator("#panel .side.negated summary").count() == 0


def test_an_entity_of_many_facts_shows_some_and_more_on_demand(show):
    shown = show(page.render(disputed.crowded(60)))
    find(shown, "중심")
    assert shown.page.locator("#panel .fact").count() == 5
    more = shown.page.locator("#panel .relation .grow").first
    assert more.inner_text() == "25건 더 보기"
    more.press("Enter")
    shown.page.wait_for_function("() => document.querySelectorAll('#panel .fact').length === 30")
    sixth = shown.page.locator("#panel .fact").nth(5).locator("button").first
    assert sixth.evaluate("(e) => e === document.activeElement")


def test_a_sentence_that_states_several_facts_is_quoted_once(show, html):
    shown = show(html)
    find(shown, "한미 바이오 파트너링 2025")
    relation = shown.page.locator("#panel .relation", has_text="참여한다")
    assert relation.locator("article").count() == 3
    assert relation.locator("mark").count() == 1
    assert relation.get_by_text("앞과 같은 문장").count() == 2
    relation.get_by_text("원문에서 보기").last.click()
    shown.page.locator("#texts .here", has_text="서린메디칩").wait_for()
