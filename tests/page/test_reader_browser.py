"""The texts: a list to choose from, marks that open what they say, and a way from sentence to sentence."""

from __future__ import annotations

import pytest

from biograph import page
from biograph.model import Corpus

from . import disputed
from .acting import clean, find, heading

pytestmark = pytest.mark.browser

HERE = "#texts .here"


def texts(shown) -> None:
    shown.page.click("[data-page=texts]")
    shown.page.locator("#texts h2").wait_for()


def title(shown) -> str:
    return shown.page.inner_text("#texts h2")


def test_list_is_by_date_and_found_by_title_and_outlet(show, html):
    shown = show(html)
    texts(shown)
    titles = shown.page.locator("#library .title > bdi")
    assert titles.first.inner_text() == "Boston's council courts Korean biotechs" == title(shown)
    assert shown.page.locator("#library [aria-current]").inner_text().startswith("Boston's council")
    shown.page.fill("#library-search", "메디투데이")
    shown.page.wait_for_function("() => document.querySelectorAll('#library .title').length === 1")
    shown.page.locator("#library .title").press("Enter")
    shown.page.locator("#texts h2", has_text="누리온, 2억8000만 달러").wait_for()
    assert shown.page.input_value("#library-search") == "메디투데이"
    shown.page.fill("#library-search", "없는 글")
    shown.page.locator("#library", has_text="그런 문서가 없습니다").wait_for()
    assert clean(shown)


def test_head_says_what_the_text_is_and_holds(show, html, corpus):
    shown = show(html)
    texts(shown)
    head = shown.page.inner_text("#texts header")
    assert "Harbor Science Weekly · Mara Ellison · 2025-06-18" in head
    stated = [s for s in corpus.statements if any(e.document == "2025-06-18-boston-cluster" for e in s.evidence)]
    named = {s.entity for s in corpus.sightings["2025-06-18-boston-cluster"]}
    assert f"사실 {len(stated)}건 · 나오는 이름 {len(named)}개" in head


def test_sentences_are_gone_through_by_key_and_button(show, html):
    shown = show(html)
    texts(shown)
    assert shown.page.is_disabled("#earlier")
    shown.page.keyboard.press("n")
    shown.page.locator(HERE).first.wait_for()
    first = "".join(shown.page.locator(HERE).all_inner_texts())
    assert first.startswith("The Charles River Biotech Council (CRBC) signed")
    assert shown.page.inner_text("#texts .at").startswith("1 / ")
    shown.page.locator("#panel-heading", has_text="Charles River Biotech Council").wait_for()
    assert shown.page.evaluate("document.activeElement.classList.contains('here')"), "who reads on stays in the text"
    shown.page.click("#later")
    shown.page.locator("#texts .at", has_text="2 / ").wait_for()
    assert "Grace Holloway" in "".join(shown.page.locator(HERE).all_inner_texts())
    shown.page.keyboard.press("p")
    shown.page.locator("#texts .at", has_text="1 / ").wait_for()
    shown.page.focus("#search")
    shown.page.keyboard.type("n")
    assert shown.page.inner_text("#texts .at").startswith("1 / "), "a key typed elsewhere goes nowhere"


def test_the_last_sentence_has_no_next(show, html):
    shown = show(html)
    texts(shown)
    count = int(shown.page.inner_text("#texts .at").split("/")[1])
    for n in range(1, count + 1):
        shown.page.click("#later")
        shown.page.locator("#texts .at", has_text=f"{n} / ").wait_for()
    assert shown.page.is_disabled("#later")


def test_a_mark_opens_its_facts_and_they_lead_back(show, html):
    shown = show(html)
    texts(shown)
    mark = shown.page.locator("#texts mark:not(.mention)", has_text="invested $40 million").first
    mark.click()
    shown.page.locator("#panel-heading", has_text="Northpier").wait_for()
    assert "chosen" in mark.get_attribute("class")
    shown.page.click("[data-page=graph]")
    shown.page.get_by_text("원문에서 보기").first.click()
    shown.page.locator(HERE).first.wait_for()
    assert (
        "".join(shown.page.locator(HERE).all_inner_texts()) == "Northpier Ventures invested $40 million in Bexley Bio."
    )
    assert shown.page.locator("#texts .chosen").count() >= shown.page.locator(HERE).count()


def test_a_name_is_one_stop_however_often_it_stands_there(show, html):
    shown = show(html)
    texts(shown)
    names = shown.page.locator("#texts .mention[title^='KUBA'], #texts .mention[title^='한미바이오교류협회 (']")
    stops = [name.get_attribute("tabindex") for name in names.all()]
    assert stops == ["0", "-1"]
    names.last.click()
    assert heading(shown) == "한미바이오교류협회"


def test_what_is_denied_is_marked_otherwise(show):
    shown = show(page.render(disputed.corpus()))
    texts(shown)
    shown.page.locator("#library .title", has_text="3-denial").click()
    shown.page.locator("#texts h2", has_text="3-denial").wait_for()
    assert "인수하지 않았다고" in "".join(shown.page.locator("#texts .unasserted").all_inner_texts())
    assert "투자했다" not in "".join(shown.page.locator("#texts .unasserted").all_inner_texts())


def test_language_changes_the_frame_and_keeps_the_place(show, html):
    shown = show(html)
    texts(shown)
    shown.page.click("#later")
    shown.page.locator(HERE).first.wait_for()
    shown.page.click("#language")
    shown.page.locator("#later", has_text="Next sentence").wait_for()
    assert shown.page.inner_text("#texts .at").startswith("1 / ")
    assert shown.page.locator(HERE).count() > 0
    assert shown.page.evaluate("document.activeElement.id") == "language"


def test_on_a_phone_the_list_opens_over_the_text_and_the_sheet_leaves_the_mark_free(show, html):
    shown = show(html, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    texts(shown)
    assert not shown.page.is_visible("#library")
    shown.page.tap("#texts .shelf")
    shown.page.locator("#library .title", has_text="누리온").tap()
    shown.page.locator("#texts h2", has_text="누리온").wait_for()
    assert not shown.page.is_visible("#library")
    for _ in range(4):
        shown.page.tap("#later")
    shown.page.locator("#texts .at", has_text="4 / ").wait_for()
    shown.page.locator("#panel.sheet #close").wait_for()
    mark, sheet = shown.page.locator(HERE).first.bounding_box(), shown.page.locator("#panel").bounding_box()
    assert 0 < mark["y"] < mark["y"] + mark["height"] <= sheet["y"]
    assert shown.page.evaluate("document.documentElement.scrollWidth") == 390
    shown.page.tap("#close")
    shown.page.locator("#panel:not(.sheet)").wait_for()


def test_one_document_needs_no_list(show, corpus):
    one = next(iter(corpus.documents.values()))
    shown = show(page.render(Corpus({one.id: one})))
    texts(shown)
    assert title(shown) == one.title
    assert shown.page.locator("#library, .shelf").count() == 0
    assert shown.page.is_disabled("#later")


def test_search_of_a_name_leaves_the_texts_for_the_graph(show, html):
    shown = show(html)
    texts(shown)
    find(shown, "누리온")
    assert shown.page.is_visible("#canvas")


def test_the_list_keeps_to_the_documents_of_the_filter_and_says_so(show, html):
    shown = show(html)
    shown.page.evaluate(
        "biograph.store.change({ filter: { ...biograph.store.view.filter, documents: new Set([0, 1]) } })"
    )
    texts(shown)
    titles = shown.page.locator("#library .title > bdi")
    chosen = set(shown.page.evaluate("biograph.data.documents.slice(0, 2).map(({ title }) => title)"))
    assert set(titles.all_inner_texts()) == chosen
    assert title(shown) == titles.first.inner_text()
    assert shown.page.inner_text("#library p") == "필터에서 고른 문서 2건만 보입니다."
    shown.page.fill("#library-search", "Boston's")
    shown.page.locator("#library", has_text="그런 문서가 없습니다").wait_for()
    shown.page.fill("#library-search", "")
    titles.nth(1).wait_for()
    shown.page.evaluate("biograph.store.change({ filter: { ...biograph.store.view.filter, documents: new Set() } })")
    titles.nth(2).wait_for()
    assert shown.page.locator("#library p").count() == 0
    assert title(shown) in chosen
    assert clean(shown)
