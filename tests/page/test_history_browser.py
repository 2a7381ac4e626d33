"""The steps of a reader: the menu of them, and the keys for undo and redo, in headless Chromium."""

from __future__ import annotations

import pytest

from .acting import clean, find, heading

pytestmark = pytest.mark.browser


def steps(shown) -> list[str]:
    shown.page.click("#history")
    found = shown.page.locator("#history-menu [role=menuitemradio]").all_inner_texts()
    shown.page.keyboard.press("Escape")
    return found


def jump(shown, words: str) -> None:
    shown.page.click("#history")
    shown.page.locator("#history-menu").get_by_text(words, exact=True).click()


def selection(shown) -> str | None:
    return shown.page.evaluate("((s) => s && biograph.data.entities[s.entity].name)(biograph.store.view.selection)")


def waited(shown, condition: str) -> None:
    shown.page.wait_for_function(f"() => {condition}")


def test_steps_are_told_in_words_and_lead_back_and_forth(show, html):
    shown = show(html)
    find(shown, "KUBA")
    shown.page.click("[data-filter=Company]")
    shown.page.click("[data-page=tables]")
    assert steps(shown) == ["표 보기", "필터: 기업 숨김", "한미바이오교류협회 선택", "처음 보기"]
    jump(shown, "한미바이오교류협회 선택")
    waited(shown, "biograph.store.view.page === 'graph'")
    assert shown.page.get_attribute("[data-filter=Company]", "aria-pressed") == "true"
    assert len(steps(shown)) == 4, "what was undone can be reached again"
    jump(shown, "표 보기")
    waited(shown, "biograph.store.view.page === 'tables'")
    assert shown.page.get_attribute("[data-filter=Company]", "aria-pressed") == "false"
    assert clean(shown)


def test_the_present_step_is_marked(show, html):
    shown = show(html)
    find(shown, "KUBA")
    find(shown, "누리온")
    shown.page.click("#undo")
    waited(shown, "biograph.store.canRedo")
    shown.page.click("#history")
    assert shown.page.inner_text("#history-menu [aria-checked=true]") == "한미바이오교류협회 선택"


def test_another_step_after_undo_takes_the_place_of_what_was_undone(show, html):
    shown = show(html)
    find(shown, "KUBA")
    shown.page.click("#undo")
    waited(shown, "biograph.store.view.selection === null")
    find(shown, "누리온")
    assert steps(shown) == ["누리온테라퓨틱스 선택", "처음 보기"]
    assert shown.page.evaluate("biograph.store.canRedo") is False


def test_keys_undo_and_redo_but_not_in_a_field(show, html):
    shown = show(html)
    find(shown, "KUBA")
    find(shown, "누리온")
    shown.page.locator("#panel-heading").focus()
    shown.page.keyboard.press("Control+z")
    waited(shown, "biograph.store.step === 1")
    assert selection(shown) == "한미바이오교류협회"
    shown.page.keyboard.press("Control+Shift+z")
    waited(shown, "biograph.store.step === 2")
    assert selection(shown) == "누리온테라퓨틱스"
    shown.page.focus("#search")
    shown.page.keyboard.press("Control+z")
    shown.page.wait_for_timeout(200)
    assert selection(shown) == "누리온테라퓨틱스"


def test_an_address_put_in_by_hand_is_a_step(show, html):
    shown = show(html)
    find(shown, "KUBA")
    link = shown.page.evaluate("location.hash")
    find(shown, "누리온")
    shown.page.evaluate("(link) => { location.hash = link; }", link)
    waited(shown, "biograph.store.step === 3")
    shown.page.wait_for_timeout(100)
    assert heading(shown) == "한미바이오교류협회"
    shown.page.click("#undo")
    waited(shown, "biograph.store.step === 2")
    assert selection(shown) == "누리온테라퓨틱스"


def test_a_reload_keeps_what_can_be_undone(show, html):
    shown = show(html)
    find(shown, "KUBA")
    find(shown, "누리온")
    shown.page.reload()
    shown.page.wait_for_selector("#panel-heading")
    assert steps(shown) == ["처음 보기"]
    shown.page.click("#undo")
    waited(shown, "biograph.store.step === 1")
    assert selection(shown) == "한미바이오교류협회"
