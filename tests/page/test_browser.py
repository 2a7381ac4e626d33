"""The page in headless Chromium: clicks and reads, as a reader would."""

from __future__ import annotations

import pytest

from biograph import page
from biograph.model import Corpus

from . import sample
from .acting import clean, click_canvas, entity, find, heading

pytestmark = pytest.mark.browser

BRIDGE = "한미바이오교류협회(KUBA)는 한국과 미국을 잇는 가교 역할을 하고 있다."


def test_opens_without_a_request_or_complaint(show, html):
    shown = show(html)
    shown.page.wait_for_timeout(300)
    assert shown.page.title() == "기사 세 편"
    assert shown.page.inner_text("#summary") == "문서 3건 · 개체 38개 · 사실 54건"
    assert clean(shown)


def test_first_view_draws_and_holds_every_node(show, html):
    shown = show(html)
    outside = shown.page.evaluate(
        """() => { const { network, data } = biograph; const c = document.getElementById("canvas");
        return data.graph.nodes.filter((n) => { const p = network.canvasToDOM(network.getPosition(n.id));
          return p.x < 0 || p.y < 0 || p.x > c.clientWidth || p.y > c.clientHeight; }).length; }"""
    )
    colours = shown.page.evaluate(
        """() => { const c = document.querySelector("canvas");
        const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data; const seen = new Set();
        for (let i = 0; i < d.length; i += 4) if (d[i + 3] === 255) seen.add(`${d[i]},${d[i + 1]},${d[i + 2]}`);
        return seen.size; }"""
    )
    assert outside == 0
    assert colours > 30
    assert shown.page.evaluate("biograph.network.physics.physicsEnabled") is False


@pytest.mark.parametrize("text", ["한미바이오교류협회", "kuba", "바이오 교류", "KUBA"])
def test_search_finds_by_name_part_and_alias(show, html, text):
    shown = show(html)
    find(shown, text)
    assert heading(shown) == "한미바이오교류협회"
    assert clean(shown)


def test_search_says_when_nothing_matches(show, html):
    shown = show(html)
    find(shown, "없는이름")
    assert shown.page.inner_text("#matches") == "일치하는 이름이 없습니다"
    assert shown.page.evaluate("biograph.store.view.selection") is None


def test_click_on_a_node_shows_its_facts_with_quotes(show, html):
    shown = show(html)
    click_canvas(shown, "network.getPosition(a)", entity(shown, "한미바이오교류협회"))
    assert heading(shown) == "한미바이오교류협회"
    panel = shown.page.locator("#panel")
    assert "KUBA" in panel.inner_text()
    assert BRIDGE in panel.locator("mark").all_inner_texts()
    assert "바이오저널" in panel.inner_text()
    assert "Grace Holloway 발언" in panel.inner_text()
    assert panel.locator(".relation").first.locator("h3").inner_text().endswith("~의 가교이다")


def test_quotes_stand_in_their_context(show, html):
    shown = show(html)
    find(shown, "한빛대학교")
    mark = shown.page.locator("mark", has_text="부속병원이다")
    quote = shown.page.locator("#panel .quote", has=mark).locator("blockquote")
    assert quote.locator("mark").inner_text() == "한빛대병원은 한빛대학교의 부속병원이다."
    before, after = (words.strip() for words in quote.locator(".context").all_inner_texts())
    assert before == "" or before.endswith("진행한다.")
    assert after.endswith("송도 바이오클러스터에 있다.")


def test_click_on_an_edge_shows_its_facts_with_quotes(show, html):
    shown = show(html)
    a, b = entity(shown, "한빛대병원"), entity(shown, "한빛대학교")
    middle = """Object.values(network.body.edges).find((e) => e.fromId === a && e.toId === b).edgeType.getPoint(0.5)"""
    click_canvas(shown, middle, a, b)
    assert heading(shown) == "한빛대병원 – 한빛대학교"
    assert shown.page.locator("#panel mark").all_inner_texts() == ["한빛대병원은 한빛대학교의 부속병원이다."]


def test_country_opens_the_facts_that_lead_to_it(show, html):
    shown = show(html)
    find(shown, "해담바이오")
    assert "한국 (이름 사전)" in shown.page.inner_text("#panel dl")
    shown.page.click("#panel dl button")
    assert "송도 바이오클러스터" in heading(shown)
    shown.page.click("#undo")
    assert heading(shown) == "해담바이오"


def test_claims_of_bridging_lead_to_their_quotes(show, html):
    shown = show(html)
    assert BRIDGE in shown.page.inner_text("button.claim")
    shown.page.click("button.claim")
    assert BRIDGE in shown.page.locator("#panel mark").all_inner_texts()


def test_negated_facts_are_hidden_until_asked_for(show, html):
    shown = show(html)
    drawn = "(s) => biograph.data.graph.edges.filter((e) => e.status === s && biograph.network.body.edges[e.id]).length"
    assert shown.page.evaluate(drawn, "negated") == 0
    assert shown.page.evaluate(drawn, "planned") == 4
    find(shown, "온새미제약")
    assert shown.page.locator("#panel .fact.negated").count() == 0
    shown.page.click("[data-filter=negated]")
    assert shown.page.evaluate(drawn, "negated") == 2
    assert "인수하지 않는다고" in shown.page.inner_text("#panel .fact.negated mark")


def test_legend_filters_types_in_graph_and_table(show, html):
    shown = show(html)
    shown.page.click("[data-filter=Company]")
    companies = "biograph.network.body.data.nodes.get().filter((n) => biograph.data.entities[n.id].type === 'Company')"
    assert shown.page.evaluate(f"{companies}.length") == 0
    assert shown.page.get_attribute("[data-filter=Company]", "aria-pressed") == "false"
    shown.page.click("[data-page=tables]")
    assert "누리온테라퓨틱스" not in shown.page.locator("#tables td:first-child").all_inner_texts()


def test_table_sorts_and_leads_to_quotes(show, html):
    shown = show(html)
    shown.page.click("[data-page=tables]")
    assert shown.page.locator("#tables tbody tr").count() == 52
    dates = shown.page.locator("#tables td.when")
    shown.page.click("[data-column=when]")
    assert dates.all_inner_texts() == sorted(dates.all_inner_texts())
    shown.page.click("[data-column=when]")
    assert dates.first.inner_text() == "2025-06-18"
    assert shown.page.get_attribute("th.when", "aria-sort") == "descending"
    shown.page.locator("#tables .excerpt").first.click()
    assert shown.page.locator("#panel mark").count() == 1


def test_text_view_highlights_the_quote_and_leads_back(show, html):
    shown = show(html)
    find(shown, "KUBA")
    shown.page.locator("#panel .quote", has_text=BRIDGE).first.get_by_text("원문에서 보기").click()
    here = shown.page.locator("#texts mark.here")
    assert "".join(here.all_inner_texts()) == BRIDGE
    assert here.filter(has_text="KUBA").get_attribute("title") == "한미바이오교류협회 (협회·단체)"
    assert shown.page.locator("#texts .furniture").first.inner_text().startswith("공유하기")
    shown.page.locator("#texts mark:not(.mention)", has_text="펴냈다").click()
    assert "보스턴 진출 안내서" in heading(shown)
    stops = shown.page.locator('#texts mark:not(.mention)[role="button"]')
    facts = shown.page.locator("#texts mark:not(.mention)")
    assert 0 < stops.count() < facts.count(), "a sentence that names cut up is one stop, not many"
    stops.first.press("Enter")
    assert heading(shown) != ""


def test_every_name_in_a_text_opens_what_it_names_and_leads_back(show, html, corpus):
    shown = show(html)
    find(shown, "누리온")
    before = heading(shown)
    item = shown.page.locator("#panel .named li").last
    times = int(item.locator(".note").inner_text().removesuffix("번"))
    item.locator("button").click()
    title = shown.page.locator("#texts h2").inner_text()
    (document,) = [d for d in corpus.documents.values() if d.title == title]
    named = [s for s in corpus.sightings[document.id] if s.entity.endswith("누리온테라퓨틱스")]
    assert times == len(named)
    assert shown.page.locator("#texts .here").first.inner_text() == named[0].span.of(document.text)
    other = shown.page.locator("#texts .mention:not(.here)", has_text="보스턴").first
    other.focus()
    other.press("Enter")
    assert heading(shown) != before
    assert "".join(shown.page.locator("#texts .text > *").all_text_contents()) == document.text
    assert clean(shown)


def test_keyboard_reaches_everything(show, html):
    shown = show(html)
    shown.page.focus("#search")
    shown.page.keyboard.type("누리온")
    shown.page.keyboard.press("ArrowDown")
    shown.page.keyboard.press("Enter")
    assert heading(shown) == "누리온테라퓨틱스"
    assert shown.page.evaluate("document.activeElement.id") == "panel-heading"
    shown.page.keyboard.press("Escape")
    assert shown.page.evaluate("biograph.store.view.selection") is None
    shown.page.locator("#panel summary").press("Enter")
    shown.page.locator("#panel details .entity").first.press("Enter")
    assert heading(shown) != ""
    nameless = (
        "[...document.querySelectorAll('button, input, select')].filter((e) => !(e.ariaLabel || e.textContent).trim())"
    )
    assert shown.page.evaluate(f"{nameless}.length") == 0


def test_both_languages(show, html, corpus):
    shown = show(html)
    shown.page.click("#language")
    assert shown.page.get_attribute("html", "lang") == "en"
    assert shown.page.inner_text("#summary") == "3 documents · 38 entities · 54 facts"
    find(shown, "누리온")
    assert "licenses to" in shown.page.inner_text("#panel")
    find(shown, "식품안전심사청")
    assert "1 fact\n" in shown.page.inner_text("#panel")
    find(shown, "누리온")
    assert "$280M" in shown.page.inner_text("#panel")
    english = show(page.render(corpus, "en"))
    assert english.page.inner_text("[data-page=tables]") == "Tables"


def test_hangul_is_drawn_not_boxes(show, html):
    shown = show(html)
    widths = shown.page.evaluate(
        """() => { const c = document.createElement("canvas").getContext("2d");
        c.font = "40px " + getComputedStyle(document.body).fontFamily;
        const ink = (t) => { c.clearRect(0, 0, 300, 150); c.fillText(t, 10, 60);
          return [...c.getImageData(0, 0, 100, 100).data].filter((v, i) => i % 4 === 3 && v > 0).length; };
        return [ink("한"), ink("뷁"), ink("\\u{10FFFE}")]; }"""
    )
    assert len(set(widths)) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system(show, html, scheme):
    shown = show(html, color_scheme=scheme)
    ground = shown.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, ground[4:-1].split(","))) > 380) == (scheme == "light")
    assert clean(shown)


def test_phone_width(show, html):
    shown = show(html, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert shown.page.evaluate("document.documentElement.scrollWidth") == 390
    find(shown, "KUBA")
    assert shown.page.locator("#panel").bounding_box()["y"] > 300
    shown.page.locator("#panel .link", has_text="원문에서 보기").first.tap()
    box = shown.page.locator("#texts mark.here").first.bounding_box()
    assert 0 < box["y"] < 844
    assert shown.page.evaluate("document.documentElement.scrollWidth") == 390


def test_hostile_text_stays_text(show):
    shown = show(page.render(sample.hostile()))
    elements = "[...document.querySelectorAll('img, svg:not(.icon), iframe, object, [onerror], [onload]')].length"
    for view in ("tables", "texts", "graph"):
        shown.page.click(f"[data-page={view}]")
    for n in range(2):
        shown.page.locator("#panel summary").click()
        shown.page.locator("#panel details .entity").nth(n).click()
        assert sample.PAYLOADS[0] in shown.page.inner_text("#panel")
        shown.page.keyboard.press("Escape")
    shown.page.click("button.claim")
    assert sample.PAYLOADS[0] in shown.page.locator("#panel mark").all_inner_texts()
    shown.page.click("#panel .fact .link")
    assert shown.page.inner_text("#texts mark.here") == sample.PAYLOADS[0]
    find(shown, "onerror")
    shown.page.click("#language")
    shown.page.mouse.move(440, 380)
    shown.page.wait_for_timeout(400)
    assert shown.page.evaluate("globalThis.broken") is None
    assert shown.page.evaluate(elements) == 0
    assert clean(shown)


def test_direction_controls_do_not_reorder_the_page(show):
    shown = show(page.render(sample.hostile()))
    shown.page.click("[data-page=tables]")
    found = shown.page.evaluate(
        """() => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const styles = [];
        while (walk.nextNode()) { const { data, parentElement: e } = walk.currentNode;
          if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(data) && e.tagName !== "SCRIPT" && e.tagName !== "OPTION")
            styles.push(getComputedStyle(e).unicodeBidi); }
        return styles; }"""
    )
    assert len(found) > 5
    assert all(style.startswith("isolate") for style in found)


def test_an_empty_corpus_opens(show):
    shown = show(page.render(Corpus()))
    for view in ("tables", "texts", "graph"):
        shown.page.click(f"[data-page={view}]")
    assert clean(shown)
