"""The query page in headless Chromium, before a stand-in of the server with a strict Content-Security-Policy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from .query_stand_in import BASE, NAMES, QUOTE, STATIC, TURTLE, StandIn

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "viewer/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
FAULTS = """async (tags) => (await axe.run("html", { runOnly: tags })).violations
  .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
VIOLATED = "addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective))"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused') } })"


@pytest.fixture
def server() -> Iterator[StandIn]:
    server = StandIn()
    yield server
    server.stop()


@pytest.fixture
def open_page(browser: Any, server: StandIn) -> Iterator[Callable[..., Any]]:
    """Opens the page; a request elsewhere or a breach of the policy fails the test at its end."""
    contexts, foreign, complaints = [], [], []

    def opened(search: str = "", *, script: str = "", **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 860}, "locale": "ko-KR", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda r: None if urlsplit(r.url).port == server.server_port else foreign.append(r.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if "policy:" in message.text else None)
        page.add_init_script(VIOLATED + ";" + script)
        page.goto(server.address + search)
        page.locator("#editor .cm-content").wait_for(state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in foreign if not url.startswith(("data:", "blob:"))] == []
    assert complaints == []


def write(page: Any, query: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(query)


def run(page: Any, query: str) -> None:
    write(page, query)
    page.keyboard.press("Control+Enter")


def written(page: Any) -> str:
    return page.evaluate("[...document.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\\n')")


def summary(page: Any, expected: str) -> str:
    page.locator(".summary", has_text=expected).wait_for()
    return page.inner_text(".summary")


def column(page: Any, n: int) -> list[str]:
    return page.locator(f"tbody td:nth-child({n})").all_inner_texts()


def options(page: Any) -> list[str]:
    page.locator(".cm-tooltip-autocomplete li").first.wait_for()
    return page.locator(".cm-tooltip-autocomplete li").all_inner_texts()


def test_a_query_is_coloured_and_its_brackets_matched(open_page):
    page = open_page()
    write(page, "SELECT ?who { ?who bg:locatedIn '보스턴' } # 주석")
    assert page.locator(".cm-line .keyword").all_inner_texts() == ["SELECT"]
    assert set(page.locator(".cm-line .variable").all_inner_texts()) == {"?who"}
    assert page.locator(".cm-line .string").inner_text() == "'보스턴'"
    assert page.locator(".cm-line .comment").inner_text() == "# 주석"
    page.keyboard.press("Home")
    for _ in range("SELECT ?who ".count("") - 1):
        page.keyboard.press("ArrowRight")
    assert page.locator(".cm-matchingBracket").all_inner_texts() == ["{", "}"]


def test_control_enter_posts_the_query_as_it_stands(open_page, server):
    page = open_page()
    run(page, "SELECT ?who { ?who ?p ?o }")
    assert summary(page, "3행").endswith("초")
    assert server.asked == [("POST", "/sparql", "SELECT ?who { ?who ?p ?o }")]


def test_entities_are_links_to_their_page_and_terms_have_labels(open_page):
    page = open_page()
    run(page, "SELECT")
    summary(page, "3행")
    assert page.locator("th").all_inner_texts() == ["who", "relation", "status", "quote", "count"]
    assert column(page, 1) == ["id:Association/한빛바이오협회", "id:Company/가람제약", "javascript:alert(1)"]
    links = page.locator("tbody a").evaluate_all("(links) => links.map((a) => decodeURI(a.getAttribute('href')))")
    assert links == ["/id/Association/한빛바이오협회", "/id/Company/가람제약", "https://example.org/other"]
    assert column(page, 2) == ["~와 협력한다", "https://example.org/other", "skos:prefLabel"]
    assert column(page, 3)[0] == "사실"
    page.click("#language")
    assert column(page, 2)[0] == "partners with"


def test_a_quote_is_text_and_wraps(open_page):
    page = open_page(viewport={"width": 800, "height": 860})
    run(page, "SELECT")
    summary(page, "3행")
    assert column(page, 4) == [QUOTE, "짧다", "값 없음"]
    quote = page.locator("td.prose").bounding_box()
    assert quote["height"] > 40, "more than a line"
    room = "document.querySelector('.table .scroll')"
    assert page.evaluate(f"{room}.scrollWidth > {room}.clientWidth"), "the table is wider than its room"
    assert page.evaluate("document.documentElement.scrollWidth") == 800


def test_a_click_on_a_head_sorts_by_size_then_backwards_then_not_at_all(open_page):
    page = open_page()
    run(page, "SELECT")
    summary(page, "3행")
    as_it_came = ["10", "9", "값 없음"]
    head = page.locator("th", has_text="count")
    for expected, sort in [(["9", "10", "값 없음"], "ascending"), (as_it_came, "descending"), (as_it_came, None)]:
        head.get_by_role("button").click()
        assert column(page, 5) == expected
        assert head.get_attribute("aria-sort") == sort


def test_ten_thousand_rows_come_a_page_at_a_time_and_say_that_they_were_cut(open_page):
    page = open_page()
    run(page, "SELECT many")
    assert "행 수 한도에서 잘림: 처음 10,000행만 있습니다" in summary(page, "10,000행")
    assert page.locator("tbody tr").count() == 100
    assert column(page, 1)[:3] == ["0", "7", "14"]
    page.get_by_role("button", name="다음").click()
    assert page.inner_text(".pages .count") == "101–200 / 10,000"
    assert column(page, 1)[0] == "700"
    page.locator("th button").click()
    assert column(page, 1) == [str(n) for n in range(100)]
    page.get_by_role("button", name="이전").press("Enter")
    assert page.inner_text(".pages .count") == "1–100 / 10,000"


def test_truth_triples_and_nothing_are_told(open_page):
    page = open_page()
    run(page, "ASK { ?s ?p ?o }")
    page.locator(".truth").wait_for()
    assert page.inner_text(".truth") == "예"
    run(page, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    page.locator(".body pre").wait_for()
    assert page.inner_text(".body pre") == TURTLE
    assert page.locator(".commands button").all_inner_texts() == ["Turtle"]
    run(page, "SELECT nothing")
    summary(page, "0행")
    assert page.inner_text(".body") == "결과가 없습니다"


def test_an_answer_is_seen_as_received(open_page):
    page = open_page()
    run(page, "SELECT")
    summary(page, "3행")
    page.get_by_role("button", name="받은 그대로").click()
    assert json.loads(page.inner_text(".body pre"))["head"]["vars"][0] == "who"
    page.get_by_role("button", name="받은 그대로").click()
    assert page.locator("table").count() == 1


@pytest.mark.parametrize(
    ("query", "name", "begins"),
    [
        ("SELECT", "CSV", "\ufeffwho,count\r\n한빛바이오협회,10"),
        ("SELECT", "JSON", '{"head"'),
        ("CONSTRUCT", "Turtle", TURTLE),
    ],
)
def test_answers_are_downloaded(open_page, query, name, begins):
    page = open_page()
    run(page, query)
    with page.expect_download() as downloading:
        page.get_by_role("button", name=f"{name} 내려받기").click()
    ending = {"CSV": ".csv", "JSON": ".json", "Turtle": ".ttl"}[name]
    assert downloading.value.suggested_filename.endswith(ending)
    assert Path(downloading.value.path()).read_bytes().decode().startswith(begins)


def test_an_error_is_told_in_words_and_marked_at_its_place(open_page):
    page = open_page()
    run(page, "SELECT ?s {\n  ?s brocken }")
    page.get_by_role("alert").wait_for()
    told = page.get_by_role("alert").inner_text()
    assert "not SPARQL at “brocken }”" in told
    assert "only SELECT" in told
    assert page.locator(".cm-lintRange-error").inner_text() == "brocken"
    assert page.locator(".cm-lint-marker-error").count() == 1
    page.get_by_role("button", name="2행 6열로 가기").click()
    page.keyboard.insert_text("un")
    assert written(page) == "SELECT ?s {\n  ?s unbrocken }"


def test_a_mark_goes_when_the_next_run_has_another_error(open_page):
    page = open_page()
    run(page, "SELECT ?s {\n  ?s brocken }")
    page.locator(".cm-lintRange-error").wait_for()
    page.locator(".cm-content").press("Control+Home")
    page.keyboard.insert_text("# busy\n")
    page.keyboard.press("Control+Enter")
    page.locator("text=too many queries").wait_for()
    assert page.locator(".cm-lintRange-error, .cm-lint-marker").count() == 0


def test_a_busy_server_and_none_at_all_are_told_apart(open_page, server):
    page = open_page()
    run(page, "SELECT busy")
    page.get_by_role("alert").wait_for()
    assert "too many queries at once" in page.get_by_role("alert").inner_text()
    page.route("**/sparql", lambda route: route.abort())
    run(page, "SELECT")
    page.locator("text=서버에 닿지 않습니다").wait_for()


def test_a_running_query_is_stopped(open_page, server):
    page = open_page()
    with page.expect_event("requestfailed"):
        run(page, "SELECT slow")
        page.get_by_role("button", name="중지").click()
    assert summary(page, "중지했습니다").endswith("초")
    assert page.get_by_role("button", name="실행").count() == 1


def test_what_runs_later_wins_over_what_answers_later(open_page, server):
    page = open_page()
    run(page, "SELECT slow many")
    run(page, "SELECT slow, too")
    page.wait_for_timeout(200)
    assert summary(page, "실행 중") == "실행 중…"
    assert page.inner_text(".run") == "중지"
    run(page, "SELECT")
    summary(page, "3행")
    server.released.set()
    page.wait_for_timeout(200)
    assert "3행" in page.inner_text(".summary")


def test_the_address_holds_the_query_and_the_way_back_leads_to_the_one_before(open_page, server):
    page = open_page()
    run(page, "SELECT ?first")
    summary(page, "3행")
    run(page, "ASK second")
    page.locator(".truth").wait_for()
    assert urlsplit(page.url).query == "query=ASK+second"
    page.go_back()
    summary(page, "3행")
    assert written(page) == "SELECT ?first"
    page.go_back()
    summary(page, "고르거나")
    assert page.locator("table").count() == 0
    page.go_forward()
    summary(page, "3행")
    page.go_forward()
    page.locator(".truth").wait_for()
    shared = open_page("?" + urlsplit(page.url).query)
    shared.locator(".truth").wait_for()
    assert written(shared) == "ASK second"


def test_a_query_too_long_for_an_address_still_goes_back(open_page):
    page = open_page()
    long = "SELECT ?x # " + "가" * 2000
    run(page, long)
    summary(page, "3행")
    assert urlsplit(page.url).query == ""
    run(page, "ASK second")
    page.locator(".truth").wait_for()
    page.go_back()
    summary(page, "3행")
    assert written(page) == long
    page.reload()
    summary(page, "3행")
    assert written(page) == long


def test_an_example_is_found_by_title_and_runs_by_its_name(open_page, server):
    page = open_page()
    page.fill(".examples input", "날짜")
    assert page.locator(".examples .what").all_inner_texts() == ["어떤 글이 들어 있는가"]
    page.fill(".examples input", "nonsense")
    assert page.inner_text(".examples .note") == "맞는 예시가 없습니다"
    page.fill(".examples input", "")
    page.click("text=어떤 글이 들어 있는가")
    summary(page, "3행")
    assert server.asked == [("GET", "/queries/documents", "{}")]
    assert page.get_attribute(".example[aria-current]", "aria-current") == "true"
    assert urlsplit(page.url).query == "named=documents"


def test_an_example_waits_for_the_value_that_it_needs(open_page, server):
    page = open_page()
    page.click("text=한 개체에 대한 모든 진술")
    assert page.evaluate("document.activeElement.name") == "name"
    assert server.asked == []
    page.keyboard.type("HB")
    page.locator(".named [role=option]").wait_for()
    assert "협회·단체" in page.inner_text(".named [role=option]")
    page.keyboard.press("Enter")
    assert page.input_value("[name=name]") == "한빛바이오협회"
    page.keyboard.press("Enter")
    summary(page, "3행")
    assert json.loads(server.asked[0][2]) == {"name": "한빛바이오협회", "language": "ko"}


def test_values_are_in_the_address_even_one_called_named(open_page, server):
    page = open_page("?named=about&name=HBA&language=en&named=x")
    summary(page, "3행")
    assert json.loads(server.asked[0][2]) == {"name": "HBA", "language": "en"}
    assert page.input_value("[name=name]") == "HBA"


def test_an_edited_example_runs_as_written(open_page, server):
    page = open_page("?named=about&name=HBA")
    summary(page, "3행")
    assert not page.is_visible("#editor")
    page.click("text=SPARQL 보기·고치기")
    write(page, "ASK {}")
    assert page.is_disabled("[name=name]")
    assert "값 없이" in page.inner_text(".edited")
    page.keyboard.press("Control+Enter")
    page.locator(".truth").wait_for()
    assert server.asked[-1] == ("POST", "/sparql", "ASK {}")
    page.click("text=원래 질의로")
    assert page.is_enabled("[name=name]")
    assert not page.is_visible(".edited")


def test_a_link_to_an_example_that_is_gone_says_so(open_page):
    page = open_page("?named=gone")
    page.get_by_role("alert").wait_for()
    assert "‘gone’이라는 예시가 없습니다" in page.get_by_role("alert").inner_text()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("협력", "bg:partnersWith"),
        ("ㅎㄹ", "bg:partnersWith"),
        ("협", "bg:partnersWith"),
        ("a 협", "bg:Association"),
        ("partn", "bg:partnersWith"),
        ("bg:loc", "bg:locatedIn"),
        ("a comp", "bg:Company"),
        ("sk", "skos:"),
        ("filt", "FILTER"),
        ("?no", "?noun"),
    ],
)
def test_completion_knows_labels_names_prefixes_keywords_and_variables(open_page, typed, first):
    page = open_page()
    write(page, "SELECT ?noun { ?noun ")
    page.keyboard.insert_text(typed)
    assert options(page)[0].split("\n")[0] == first
    page.wait_for_timeout(100)  # a list that has just opened takes no Enter
    page.keyboard.press("Enter")
    assert written(page).removesuffix("}").rstrip().endswith(first)


def test_completion_shows_both_labels_the_reader_s_first(open_page):
    page = open_page()
    write(page, "SELECT ?s { ?s 협력")
    assert options(page)[0].split("\n") == ["bg:partnersWith", "~와 협력한다 · partners with"]


def test_completion_keeps_out_of_strings_and_comments(open_page):
    page = open_page()
    write(page, "SELECT ?s { } # 협력")
    page.keyboard.press("Control+Space")
    page.wait_for_timeout(400)
    assert page.locator(".cm-tooltip-autocomplete").count() == 0


def test_a_name_becomes_its_iri_by_completion(open_page):
    page = open_page()
    write(page, "SELECT ?s { ?s bg:locatedIn 보스")
    assert options(page)[0].split("\n") == ["보스턴", "도시"]
    page.wait_for_timeout(100)
    page.keyboard.press("Enter")
    assert f"<{BASE}{NAMES[1][0]}>" in written(page)


def test_a_name_becomes_its_iri_by_control_i(open_page):
    page = open_page()
    write(page, "ASK { ?s ?p ")
    page.keyboard.press("Control+i")
    page.keyboard.type("Boston")
    page.locator(".insert [role=option]").wait_for()
    page.keyboard.press("ArrowDown")
    assert page.get_attribute(".insert input", "aria-activedescendant") == page.get_attribute(
        ".insert [role=option]", "id"
    )
    page.keyboard.press("Enter")
    assert f"?p <{BASE}{NAMES[1][0]}>" in written(page)
    assert page.evaluate("document.activeElement.classList.contains('cm-content')")
    page.keyboard.press("Control+i")
    page.keyboard.press("Escape")
    assert not page.is_visible(".insert")
    assert page.evaluate("document.activeElement.classList.contains('cm-content')")


def test_queries_that_ran_are_kept_newest_first_and_once_each(open_page, server):
    page = open_page()
    for query in ("SELECT one", "ASK two", "SELECT one"):
        run(page, query)
        page.locator(".summary:not(:text('실행 중'))").wait_for()
    page.reload()
    page.click(".recent summary")
    assert page.locator(".recent .what").all_inner_texts() == ["SELECT one", "ASK two"]
    page.click(".recent .example >> text=ASK two")
    page.locator(".truth").wait_for()
    assert written(page) == "ASK two"
    page.click("text=기록 지우기")
    assert page.locator(".recent .what").count() == 0


def test_it_works_without_storage(open_page):
    page = open_page(script=NO_STORAGE)
    run(page, "ASK {}")
    page.locator(".truth").wait_for()
    page.click(".recent summary")
    assert page.locator(".recent .what").all_inner_texts() == ["ASK {}"]
    page.click("#language")
    assert page.inner_text(".truth") == "Yes"


@pytest.mark.parametrize("path", ["/terms", "/queries"])
def test_it_asks_even_where_terms_or_examples_are_missing(open_page, server, path):
    server.without = path
    page = open_page()
    run(page, "SELECT")
    summary(page, "3행")


def test_language_and_colours_are_remembered(open_page):
    page = open_page(color_scheme="dark")
    assert page.get_attribute("html", "data-theme") == "dark"
    page.click("#theme")
    page.click("#language")
    page.reload()
    page.locator(".run").wait_for()
    assert page.get_attribute("html", "data-theme") == "light"
    assert page.get_attribute("html", "lang") == "en"
    assert page.inner_text(".run") == "Run"
    assert page.title() == "SPARQL query · biograph"
    assert page.get_attribute(".cm-content", "aria-label") == "Editor of the SPARQL query"
    page.click("text=Everything said about an entity")
    assert page.input_value("[name=language]") == "en"


def test_the_skip_link_is_first_and_runs_nothing(open_page, server):
    page = open_page("?query=SELECT")
    summary(page, "3행")
    page.keyboard.press("Tab")
    assert page.inner_text(":focus") == "본문으로 건너뛰기"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "app"
    assert urlsplit(page.url).fragment == ""
    assert len(server.asked) == 1


def test_a_hundred_thousand_brackets_do_not_stop_the_page(open_page):
    page = open_page()
    write(page, "SELECT * " + "{" * 100_000)
    page.keyboard.press("Control+Enter")
    summary(page, "3행")


def test_the_keyboard_leaves_the_editor(open_page):
    page = open_page()
    page.locator(".cm-content").click()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "run"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('#editor')") is None


@pytest.mark.parametrize(
    "options", [{}, {"color_scheme": "dark"}, {"contrast": "more"}, PHONE], ids=["light", "dark", "contrast", "phone"]
)
def test_no_state_of_the_page_has_a_fault(open_page, options):
    if not AXE.exists():
        pytest.skip("no axe-core here: npm ci in viewer/")
    page = open_page(bypass_csp=True, reduced_motion="reduce", **options)
    page.add_script_tag(path=AXE)
    faults = lambda: page.evaluate(FAULTS, TAGS)  # noqa: E731
    assert faults() == []
    run(page, "SELECT")
    summary(page, "3행")
    assert faults() == []
    run(page, "SELECT many")
    summary(page, "10,000행")
    assert faults() == []
    run(page, "SELECT ?s {\n  ?s brocken }")
    page.get_by_role("alert").wait_for()
    assert faults() == []
    run(page, "CONSTRUCT")
    page.locator("pre").wait_for()
    assert faults() == []
    write(page, "SELECT ?s { ?s 협력")
    page.locator(".cm-tooltip-autocomplete li").first.wait_for()
    assert faults() == []
    page.keyboard.press("Escape")
    page.keyboard.press("Control+i")
    page.keyboard.type("Boston")
    page.locator(".insert [role=option]").wait_for()
    assert faults() == []
    page.goto(urlsplit(page.url)._replace(query="named=about&name=HBA").geturl())
    page.add_script_tag(path=AXE)
    summary(page, "3행")
    assert faults() == []


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_cut_off_on_a_phone(open_page, width):
    page = open_page("?named=about&name=HBA", **(PHONE | {"viewport": {"width": width, "height": 780}}))
    summary(page, "3행")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert not page.is_visible(".examples")
    page.click("text=예시와 기록")
    page.click("text=어떤 글이 들어 있는가")
    assert not page.is_visible(".examples")
    page.click("text=SPARQL 보기·고치기")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    cells = page.locator("tbody td").evaluate_all("(cells) => cells.map((c) => c.getBoundingClientRect().right)")
    assert max(cells) <= width


def test_every_control_is_large_enough_to_hit(open_page):
    page = open_page("?named=about&name=HBA")
    summary(page, "3행")
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, input, summary, td a")].filter((e) => e.checkVisibility())
        .map((e) => [e, e.getBoundingClientRect()]).filter(([e, { width, height }]) => width < 24 || height < 24)
        .map(([e]) => e.outerHTML)"""
    )
    assert small == []


def test_the_bundle_stays_light():
    assert (STATIC / "query.js").stat().st_size < 600_000
    assert (STATIC / "query.css").stat().st_size < 40_000
