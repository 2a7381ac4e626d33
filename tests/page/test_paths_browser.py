"""Paths between two entities, in headless Chromium."""

from __future__ import annotations

import pytest

from .acting import clean, find, heading

pytestmark = pytest.mark.browser

COMPANY, BRIDGE = "누리온테라퓨틱스", "한미바이오교류협회"


def ask(shown, start: str, goal: str) -> None:
    if shown.page.get_attribute("#paths", "aria-pressed") == "false":
        shown.page.click("#paths")
    for side, name in (("from", start), ("to", goal)):
        shown.page.fill(f"#path-{side}", name)
        shown.page.keyboard.press("Enter")


def paths(shown) -> list[list[str]]:
    return [path.locator("bdi").all_inner_texts() for path in shown.page.locator("button.path").all()]


def lit(shown) -> set[str]:
    nodes = "biograph.network.body.data.nodes.get().filter((n) => n.opacity === 1)"
    return set(shown.page.evaluate(f"{nodes}.map((n) => biograph.data.entities[n.id].name)"))


def test_form_finds_paths_from_the_shortest_on_and_lights_them(show, html):
    shown = show(html)
    shown.page.click("#paths")
    shown.page.wait_for_timeout(100)
    assert shown.page.evaluate("document.activeElement.id") == "path-from"
    ask(shown, "누리온", "KUBA")
    found = paths(shown)
    assert found[0] == [COMPANY, "한미 바이오 파트너링 2025", BRIDGE]
    assert [len(path) for path in found] == [3, 4, 5]
    assert shown.page.inner_text("#path-status") == "경로 3개, 가장 짧은 것은 2단계"
    assert lit(shown) == {name for path in found for name in path}
    assert clean(shown)


def test_fields_take_initials_and_keep_the_question_when_left(show, html):
    shown = show(html)
    ask(shown, "ㄴㄹㅇ", "kuba")
    assert shown.page.input_value("#path-from") == COMPANY
    shown.page.fill("#path-from", "아무것도 아닌")
    shown.page.focus("#path-count")
    assert shown.page.input_value("#path-from") == COMPANY


def test_a_path_opens_to_the_facts_of_its_steps_and_is_lit_alone(show, html):
    shown = show(html)
    ask(shown, COMPANY, BRIDGE)
    shown.page.click("#path-1")
    step = shown.page.locator(".paths .step")
    assert step.count() == 3
    assert all(step.nth(n).locator("mark").count() for n in range(3))
    assert lit(shown) == set(paths(shown)[1])
    assert shown.page.evaluate("document.activeElement.id") == "path-1", "the button that was used keeps the focus"
    assert shown.page.get_attribute("#path-1", "aria-expanded") == "true"
    shown.page.keyboard.press("Enter")
    assert shown.page.locator(".paths .step").count() == 0
    assert len(lit(shown)) > 4


def test_swap_turns_the_paths_around(show, html):
    shown = show(html)
    ask(shown, COMPANY, BRIDGE)
    before = paths(shown)
    shown.page.click("#path-swap")
    assert shown.page.input_value("#path-from") == BRIDGE
    assert paths(shown)[0] == before[0][::-1]


def test_count_asks_for_more_or_fewer(show, html):
    shown = show(html)
    ask(shown, COMPANY, BRIDGE)
    shown.page.focus("#path-count")
    shown.page.select_option("#path-count", "1")
    assert len(paths(shown)) == 1
    shown.page.select_option("#path-count", "10")
    assert len(paths(shown)) == 10
    assert shown.page.evaluate("document.activeElement.id") == "path-count"


def test_claims_of_bridging_are_no_way_until_chosen(show, html):
    shown = show(html)
    ask(shown, BRIDGE, "미국")
    assert [BRIDGE, "미국"] not in paths(shown)
    shown.page.click("#path-relations")
    shown.page.check("#path-by-bridges")
    assert paths(shown)[0] == [BRIDGE, "미국"]
    assert shown.page.evaluate("document.activeElement.id") == "path-by-bridges"


def test_relations_that_are_left_out_are_no_way_and_that_is_said(show, html):
    shown = show(html)
    ask(shown, COMPANY, BRIDGE)
    shown.page.click("#path-relations")
    shown.page.click("#path-none")
    assert paths(shown) == []
    assert "다른 관계까지 따라가면 경로가 있습니다" in shown.page.inner_text("#path-status")
    shown.page.click("#path-remedy")
    assert len(paths(shown)) == 3


def test_filters_that_stand_in_the_way_are_named_and_can_be_cleared(show, html):
    shown = show(html)
    ask(shown, COMPANY, BRIDGE)
    shown.page.click("[data-filter=Association]")
    assert paths(shown) == []
    assert "필터가 남긴 사실만으로는" in shown.page.inner_text("#path-status")
    shown.page.click("#path-remedy")
    assert len(paths(shown)) == 3


def test_what_nothing_joins_is_said(show, html):
    shown = show(html)
    ask(shown, COMPANY, COMPANY)
    assert shown.page.inner_text("#path-status") == "서로 다른 두 개체를 고르세요."
    assert shown.page.locator("#path-remedy").count() == 0


def test_an_entity_is_where_paths_start(show, html):
    shown = show(html)
    find(shown, BRIDGE)
    shown.page.click("#action-path")
    assert heading(shown) == "두 개체 사이의 경로"
    assert shown.page.input_value("#path-from") == BRIDGE
    shown.page.wait_for_timeout(100)
    assert shown.page.evaluate("document.activeElement.id") == "path-to"
    find(shown, COMPANY)
    shown.page.click("#action-path")
    assert [paths(shown)[0][0], paths(shown)[0][-1]] == [BRIDGE, COMPANY]


def test_a_link_reproduces_the_paths(show, html):
    shown = show(html)
    ask(shown, COMPANY, BRIDGE)
    shown.page.click("#path-2")
    before = paths(shown)
    shown.page.reload()
    shown.page.wait_for_selector("button.path")
    assert paths(shown) == before
    assert shown.page.get_attribute("#path-2", "aria-expanded") == "true"
    assert lit(shown) == set(before[2])


def test_escape_closes_the_form_and_undo_opens_it_again(show, html):
    shown = show(html)
    ask(shown, COMPANY, BRIDGE)
    shown.page.focus("#path-count")
    shown.page.keyboard.press("Escape")
    assert shown.page.locator("button.path").count() == 0
    assert shown.page.evaluate("document.activeElement.id") == "paths"
    assert len(lit(shown)) > 30, "and nothing is dimmed"
    shown.page.keyboard.press("Control+z")
    assert len(paths(shown)) == 3


def test_english(show, html):
    shown = show(html)
    shown.page.click("#language")
    ask(shown, COMPANY, "KUBA")
    assert shown.page.inner_text("#path-status") == "3 paths, the shortest of 2 steps"
