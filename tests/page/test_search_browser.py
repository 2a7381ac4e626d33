"""Search in headless Chromium: what is typed, what is listed, what a choice does."""

from __future__ import annotations

import pytest

from .acting import clean, find, heading

pytestmark = pytest.mark.browser

OPTIONS = "#matches [role=option]"


def typed(shown, text: str) -> list[str]:
    """The options that a query lists."""
    shown.page.fill("#search", text)
    return [option.split("\n")[0].split("  ")[0] for option in shown.page.locator(OPTIONS).all_inner_texts()]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("ㅎㅁㅂㅇㅇ", "한미바이오"),
        ("한미ㅂ", "한미바"),
        ("한밉", "한미바"),
        ("한미 교류", "한미|교류"),
        ("gksal", "한미"),
    ],
)
def test_hangul_as_it_is_typed_finds_and_marks_the_name(show, html, query, marked):
    shown = show(html)
    typed(shown, query)
    first = shown.page.locator(OPTIONS).first
    assert "|".join(first.locator("mark").all_inner_texts()) == marked
    assert first.inner_text().startswith("한미바이오교류협회")
    shown.page.keyboard.press("Enter")
    assert heading(shown) == "한미바이오교류협회"
    assert clean(shown)


def test_a_syllable_in_composition_searches_and_its_enter_chooses_nothing(show, html):
    shown = show(html)
    client = shown.page.context.new_cdp_session(shown.page)
    shown.page.focus("#search")
    client.send("Input.imeSetComposition", {"text": "한밉", "selectionStart": 2, "selectionEnd": 2})
    assert shown.page.locator(OPTIONS).first.inner_text().startswith("한미바이오교류협회")
    enter = "new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })"
    shown.page.evaluate(f"document.activeElement.dispatchEvent({enter})")
    assert shown.page.evaluate("biograph.store.view.selection") is None


def test_another_name_is_shown_beside_the_one_it_led_to(show, html):
    shown = show(html)
    typed(shown, "kuba")
    option = shown.page.locator(OPTIONS).first
    assert option.locator("mark").inner_text() == "KUBA"
    assert option.inner_text().startswith("한미바이오교류협회")


def test_titles_stand_in_a_group_of_their_own_and_open_their_text(show, html):
    shown = show(html)
    shown.page.fill("#search", "교류협회")
    groups = shown.page.locator("#matches [role=group]")
    assert [group.get_attribute("aria-label") for group in groups.all()] == ["이름", "문서"]
    shown.page.keyboard.press("ArrowUp")
    assert "다리 놓은 교류협회" in shown.page.locator("#matches [aria-selected=true]").inner_text()
    shown.page.keyboard.press("Enter")
    assert shown.page.locator("#texts h2").inner_text() == "보스턴에서 열린 한미 바이오 파트너링, 다리 놓은 교류협회"
    assert clean(shown)


def test_slash_focuses_the_search_but_is_a_letter_in_a_field(show, html):
    shown = show(html)
    shown.page.keyboard.press("/")
    assert shown.page.evaluate("document.activeElement.id") == "search"
    shown.page.keyboard.type("/")
    assert shown.page.input_value("#search") == "/"


def test_the_combobox_tells_what_is_active_and_closes_on_escape(show, html):
    shown = show(html)
    field = shown.page.locator("#search")
    typed(shown, "바이오")
    assert field.get_attribute("aria-expanded") == "true"
    assert field.get_attribute("aria-activedescendant") is None
    shown.page.keyboard.press("ArrowDown")
    shown.page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert shown.page.get_attribute(f"#{active}", "aria-selected") == "true"
    assert active == shown.page.locator(OPTIONS).nth(1).get_attribute("id")
    shown.page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "바이오"
    assert shown.page.inner_text("#announcement").endswith("개 일치")


def test_an_english_reader_sees_the_name_that_matched(show, html):
    shown = show(html)
    shown.page.click("#language")
    find(shown, "ㄴㄹㅇ")
    assert heading(shown) == "누리온테라퓨틱스"
    typed(shown, "없는이름")
    assert shown.page.inner_text("#matches") == "No name matches"
