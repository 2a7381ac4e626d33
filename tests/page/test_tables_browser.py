"""The tables: what stands in them, how they are sorted and searched, and the files they are downloaded as."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import replace
from pathlib import Path

import pytest

from biograph import page
from biograph.model import Corpus, Document, Entity, Evidence, Span, Statement, Status, entity_id
from biograph.page import data as page_data

from . import brokered
from .acting import clean, heading
from .waiting import wait

pytestmark = pytest.mark.browser

COLUMNS = {
    "entities": ["name", "type", "groups", "aliases", "ties", "factCount", "documentCount", "from", "to"],
    "facts": [
        *("subject", "predicate", "object", "status", "when"),
        *("details", "speaker", "confidence", "sources", "quote"),
    ],
    "documents": ["title", "publisher", "author", "when", "language", "nameCount", "factCount"],
}


@pytest.fixture
def tables(show, html):
    """Opens the page at a table."""

    def opened(table="facts", source=html, fragment="", **options):
        shown = show(source, **options)
        shown.page.click("[data-page=tables]")
        shown.page.click(f"#tab-{table}")
        wait(shown, f"document.querySelector('#sheet table.{table}')")
        return shown

    return opened


def change(shown, action) -> None:
    """Acts, and waits until the table is another one."""
    shown.page.evaluate("document.querySelector('#sheet table').dataset.old = '1'")
    action()
    wait(shown, "document.querySelector('#sheet table:not([data-old])')")


def column(shown, key: str) -> list[str]:
    return shown.page.locator(f"#sheet td.{key}").all_inner_texts()


def rows(shown) -> int:
    return shown.page.locator("#sheet tbody tr").count()


def row(shown, text: str) -> list[str]:
    found = shown.page.locator("#sheet tbody tr", has_text=text).first
    return [cell.strip() for cell in found.locator("td").all_inner_texts()]


def download(shown, folder: Path) -> tuple[bytes, list[dict[str, str]], str]:
    """The file's bytes, its rows, and its name."""
    with shown.page.expect_download() as waiting:
        shown.page.click("#tables .save")
    file = folder / "table.csv"
    waiting.value.save_as(file)
    content = file.read_bytes()
    found = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    return content, found, waiting.value.suggested_filename


def many(count: int) -> Corpus:
    """As many facts, each in a document of its own."""
    draw = random.Random(0)
    bodies = [Entity(entity_id("Company", f"회사 {n}"), "Company", f"회사 {n}") for n in range(count)]
    documents, statements = {}, []
    for n, body in enumerate(bodies):
        text = f"회사 {n}는 회사 {(n + 1) % count}와 손잡았다."
        document = Document(f"d{n:03}", text, "ko", (Span(0, len(text)),), f"기사 {n}", f"2025-01-{n % 28 + 1:02}")
        evidence = Evidence.cut(document, Span(0, len(text)))
        confidence = draw.randint(1, 99) / 100
        other = bodies[(n + 1) % count]
        statements.append(
            Statement(body.id, "partnersWith", other.id, (evidence,), Status.ASSERTED, (), None, confidence, "by hand")
        )
        documents[document.id] = document
    return Corpus(documents, {body.id: body for body in bodies}, tuple(statements))


def test_each_table_has_its_columns_and_tells_how_many_rows_there_are(tables):
    shown = tables()
    for table, total, note in (
        ("entities", 38, "38건 가운데 38건"),
        ("facts", 52, "54건 가운데 52건"),
        ("documents", 3, "3건 가운데 3건"),
    ):
        shown.page.click(f"#tab-{table}")
        wait(shown, f"document.querySelector('#sheet table.{table}')")
        headings = shown.page.locator("#sheet th button")
        assert headings.evaluate_all("(all) => all.map((e) => e.dataset.column)") == COLUMNS[table]
        assert rows(shown) == total
        assert shown.page.inner_text(f"#tab-{table} .count") == str(total)
        assert shown.page.inner_text("#tables .commands [role=status]") == note
        assert shown.page.get_attribute("#sheet table", "aria-rowcount") == str(total + 1)
        assert shown.page.get_attribute("#sheet", "aria-labelledby") == f"tab-{table}"
    assert clean(shown)


def test_what_the_cells_say(tables, corpus):
    shown = tables()
    subject, predicate, object_, status, when, details, speaker, confidence, sources, quote = row(shown, "US$2.8억")
    assert [subject, predicate, object_] == ["누리온테라퓨틱스", "~에 기술을 이전한다", "Larkspur Therapeutics"]
    assert [status, when, speaker, confidence, sources] == ["사실", "2025-05-02", "", "93%", "1"]
    assert details.split("\n") == ["US$2.8억", "NRX-101"]
    sentence, title = quote.split("\n")
    assert sentence.startswith("누리온테라퓨틱스는 Larkspur")
    assert sentence.endswith("2일 밝혔다.")
    assert title == "누리온, 2억8000만 달러 기술이전… 미르벤처 추가 투자"
    assert row(shown, "Grace Holloway\n")[6] == "Grace Holloway"
    shown.page.click("#tab-entities")
    wait(shown, "document.querySelector('#sheet table.entities')")
    assert row(shown, "KUBA") == [
        "한미바이오교류협회",
        "협회·단체",
        "",
        "KUBA",
        "8",
        "9",
        "3",
        "2025-03-10",
        "2025-06-18",
    ]
    assert row(shown, "해담바이오")[2] == "한국"
    shown.page.click("#tab-documents")
    wait(shown, "document.querySelector('#sheet table.documents')")
    title, publisher, author, published, language, names, facts = row(shown, "courts")
    assert [publisher, author, published, language] == ["Harbor Science Weekly", "Mara Ellison", "2025-06-18", "영어"]
    english = "2025-06-18-boston-cluster"
    assert int(names) == len({sighting.entity for sighting in corpus.sightings[english]})
    assert int(facts) == sum(any(e.document == english for e in s.evidence) for s in corpus.statements)


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_sorts_both_ways_by_keyboard_and_keeps_the_focus(tables, table):
    shown = tables(table)
    for key in COLUMNS[table]:
        header = shown.page.locator(f"#sheet th.{key}")
        directions = []
        for _ in range(2):
            header.locator("button").focus()
            change(shown, lambda: shown.page.keyboard.press("Enter"))
            assert shown.page.evaluate("document.activeElement.dataset.column") == key
            assert shown.page.locator("#sheet th[aria-sort]").count() == 1
            directions.append(header.get_attribute("aria-sort"))
            texts = [text for text in column(shown, key) if text]
            if "figure" in (header.get_attribute("class") or "") or key in ("when", "from", "to"):
                values = [int(text.rstrip("%")) if key not in ("when", "from", "to") else text for text in texts]
                assert values == sorted(values, reverse=directions[-1] == "descending")
        assert set(directions) == {"ascending", "descending"}


def test_names_are_sorted_as_readers_expect_and_the_unknown_come_last(tables):
    shown = tables("entities")
    change(shown, lambda: shown.page.click("[data-column=name]"))
    names = column(shown, "name")
    collated = "(names) => [...names].sort(new Intl.Collator('ko', { numeric: true }).compare)"
    assert names == shown.page.evaluate(collated, names)
    for _ in range(2):
        change(shown, lambda: shown.page.click("[data-column=aliases]"))
        aliases = column(shown, "aliases")
        assert aliases[0]
        assert not any(aliases[aliases.index("") :])


def test_quotes_are_sorted_by_text_and_place(tables, corpus):
    shown = tables()
    change(shown, lambda: shown.page.click("[data-column=quote]"))
    places = []
    for cell in column(shown, "quote"):
        sentence, title = cell.strip().split("\n")
        (document,) = [d for d in corpus.documents.values() if d.title == title]
        places.append((document.id, document.text.index(sentence)))
    order = list(dict.fromkeys(id_ for id_, _ in places))
    assert len(order) == 3
    assert places == sorted(places, key=lambda place: (order.index(place[0]), place[1]))


def test_the_filter_leaves_rows_out_of_all_tables(tables):
    shown = tables("entities")
    assert "온새미제약" in column(shown, "name")
    change(shown, lambda: shown.page.click("[data-filter=Company]"))
    assert "기업" not in column(shown, "type")
    note = shown.page.inner_text("#tables .commands [role=status]")
    assert note == f"38건 가운데 {rows(shown)}건"
    assert 20 < rows(shown) < 33
    counts = [int(shown.page.inner_text(f"#tab-{table} .count")) for table in COLUMNS]
    assert counts[0] == rows(shown)
    assert counts[1] < 52
    assert counts[2] == 3
    change(shown, lambda: shown.page.click("[data-filter=Company]"))
    change(shown, lambda: shown.page.click("[data-filter=negated]"))
    assert shown.page.inner_text("#tab-facts .count") == "54"


def test_what_states_nothing_is_listed_until_something_is_asked_for(tables, corpus):
    alone = Entity(entity_id("Company", "외톨이"), "Company", "외톨이")
    document = Document("0-empty", "아무것도 없다.", "ko", (Span(0, 8),), "빈 기사")
    extended = replace(
        corpus,
        entities={**corpus.entities, alone.id: alone},
        documents={**corpus.documents, document.id: document},
    )
    shown = tables("entities", page.render(extended))
    assert row(shown, "외톨이") == ["외톨이", "기업", "", "", "0", "0", "0", "", ""]
    assert shown.page.inner_text("#tab-documents .count") == "4"
    change(shown, lambda: shown.page.click("[data-filter=Hospital]"))
    assert "외톨이" not in column(shown, "name")
    assert shown.page.inner_text("#tab-documents .count") == "3"


def test_entities_have_rank_and_verdict_where_the_page_has_a_ranking(tables, html, tmp_path):
    ranking = brokered.ranking()
    names = {id_: entity.name for id_, entity in brokered.brokered().entities.items()}
    shown = tables("entities", page.render(brokered.brokered(), ranking=ranking))
    columns = shown.page.locator("#sheet th button").evaluate_all("(all) => all.map((e) => e.dataset.column)")
    assert columns == [*COLUMNS["entities"], "rank", "verdict"]
    assert shown.page.inner_text("#sheet th.rank button") == "순위"
    change(shown, lambda: shown.page.click("[data-column=rank]"))
    ranks = [cell for cell in column(shown, "rank") if cell]
    assert ranks == [str(row.rank) for row in ranking.rows]
    assert column(shown, "name")[0] == names[ranking.rows[0].entity] == "KABIC"
    change(shown, lambda: shown.page.click("[data-column=rank]"))
    assert column(shown, "rank")[: len(ranks)] == ranks[::-1]
    change(shown, lambda: shown.page.click("[data-column=verdict]"))
    verdicts = column(shown, "verdict")
    assert [verdict for verdict in verdicts if verdict] == verdicts[: len(ranks)]
    _, found, _ = download(shown, tmp_path)
    (filed,) = [row for row in found if row["이름"] == "KABIC"]
    assert (filed["순위"], filed["판정"]) == ("1", row(shown, "KABIC")[-1])
    assert filed["판정"] == shown.page.evaluate("biograph.data.brokers.words.ko.verdicts")[ranking.rows[0].verdict.name]
    change(shown, lambda: shown.page.click("#language"))
    assert shown.page.inner_text("#sheet th.rank button") == "Rank"
    assert clean(shown)


def test_finding_within_a_table(tables):
    shown = tables()
    change(shown, lambda: shown.page.type("#tables input", "crbc"))
    wait(shown, "document.querySelectorAll('#sheet tbody tr').length === 5")
    assert shown.page.evaluate("document.activeElement.type") == "search"
    change(shown, lambda: shown.page.type("#tables input", " 회원"))
    wait(shown, "document.querySelectorAll('#sheet tbody tr').length === 2")
    assert shown.page.inner_text("#tables .commands [role=status]") == "54건 가운데 2건"
    assert "find=crbc" in shown.page.evaluate("location.hash")
    shown.page.fill("#tables input", "없는말")
    wait(shown, "document.querySelector('#sheet .empty')")
    assert shown.page.inner_text("#sheet .empty") == "조건에 맞는 줄이 없습니다."
    shown.page.click("#undo")
    wait(shown, "document.querySelectorAll('#sheet tbody tr').length === 52")
    assert shown.page.input_value("#tables input") == ""
    shown.page.go_forward()
    wait(shown, "document.querySelector('#sheet .empty')")
    assert shown.page.input_value("#tables input") == "없는말"


def test_arrows_choose_the_table(tables):
    shown = tables("facts")
    shown.page.focus("#tab-facts")
    for key, expected in (
        ("ArrowRight", "documents"),
        ("ArrowRight", "entities"),
        ("ArrowLeft", "documents"),
        ("Home", "entities"),
        ("End", "documents"),
    ):
        shown.page.keyboard.press(key)
        wait(shown, f"document.querySelector('#sheet table.{expected}')")
        assert shown.page.evaluate("document.activeElement.id") == f"tab-{expected}"
        assert shown.page.locator("#tables [role=tab][tabindex='0']").get_attribute("aria-selected") == "true"


def test_rows_lead_to_the_panel_and_to_the_text(tables, corpus):
    shown = tables()
    assert not shown.page.locator("#panel").is_visible()
    wide = shown.page.locator("#sheet").bounding_box()["width"]
    first = shown.page.locator("#sheet tbody tr").first
    sentence = first.locator(".excerpt").inner_text()
    first.locator(".excerpt").press("Enter")
    assert shown.page.locator("#panel mark").all_inner_texts() == [sentence]
    assert first.get_attribute("aria-current") == "true"
    assert shown.page.locator("#sheet").bounding_box()["width"] < wide
    shown.page.keyboard.press("Escape")
    assert shown.page.locator("#sheet [aria-current]").count() == 0
    shown.page.locator("#sheet td.subject button").first.click()
    assert heading(shown) == column(shown, "subject")[0]
    shown.page.click("#tab-documents")
    wait(shown, "document.querySelector('#sheet table.documents')")
    shown.page.locator("#sheet td.title button").last.click()
    oldest = min(corpus.documents.values(), key=lambda d: d.published or "")
    assert shown.page.locator("#texts h2").inner_text() == oldest.title


def test_long_tables_grow_by_a_page_and_read_only_the_texts_they_show(tables, monkeypatch):
    monkeypatch.setattr(page_data, "BLOCK", 400)
    shown = tables(source=page.render(many(230)))
    unread = "document.querySelectorAll('script[id^=data-texts]').length"
    before = shown.page.evaluate(unread)
    widths = "[...document.querySelectorAll('#sheet th')].map((e) => e.offsetWidth)"
    first = shown.page.evaluate(widths)
    change(shown, lambda: shown.page.click("[data-column=quote]"))
    assert rows(shown) == 100
    assert before > 0
    more = shown.page.locator("#sheet .more")
    assert more.inner_text() == "100건 더 보기"
    more.press("Enter")
    wait(shown, "document.querySelectorAll('#sheet tbody tr').length === 200")
    assert shown.page.evaluate("document.activeElement.closest('tr').rowIndex") == 101
    indexes = shown.page.locator("#sheet tr").evaluate_all("(all) => all.map((e) => Number(e.ariaRowIndex))")
    assert indexes == list(range(1, 202))
    assert shown.page.get_attribute("#sheet table", "aria-rowcount") == "231"
    assert more.inner_text() == "30건 더 보기"
    assert 0 < shown.page.evaluate(unread) < before
    more.click()
    wait(shown, "document.querySelectorAll('#sheet tbody tr').length === 230")
    assert more.count() == 0
    assert shown.page.evaluate(widths) == first
    assert clean(shown)


def test_facts_as_csv_have_every_quote_at_its_place(tables, corpus, tmp_path):
    shown = tables()
    change(shown, lambda: shown.page.click("[data-filter=negated]"))
    content, found, name = download(shown, tmp_path)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == content.count(b"\n") == len(found) + 1
    assert name == "기사-세-편-facts.csv"
    expected = {
        (
            *(s.id, s.subject, s.predicate, s.object, s.status.value, s.speaker or "", str(s.confidence)),
            *(e.document, str(e.span.start), str(e.span.end), e.quote),
        )
        for s in corpus.statements
        for e in s.evidence
    }
    keys = (
        "ID",
        "주어 ID",
        "관계 ID",
        "목적어 ID",
        "서술 방식 ID",
        "발언자 ID",
        "신뢰도",
        "문서 ID",
        "시작",
        "끝",
        "근거 문장",
    )
    assert {tuple(line[key] for key in keys) for line in found} == expected
    assert len(found) == len(expected)
    for line in found:
        document = corpus.documents[line["문서 ID"]]
        assert document.text[int(line["시작"]) : int(line["끝"])] == line["근거 문장"]
        assert (line["문서 제목"], line["매체"]) == (document.title, document.publisher)
    amounts = {line["금액"] for line in found} - {""}
    assert amounts == {"280000000 USD", "15000000000 KRW", "40000000 USD"}
    status = shown.page.inner_text("#tables .commands [role=status]")
    assert status == f"{name}: {len(found)}줄을 내려받았습니다."
    assert clean(shown)


def test_csv_is_what_the_table_shows_in_its_order_and_language(tables, tmp_path):
    shown = tables("entities")
    change(shown, lambda: shown.page.click("#language"))
    change(shown, lambda: shown.page.fill("#tables input", "company"))
    change(shown, lambda: shown.page.click("[data-column=name]"))
    _, found, _ = download(shown, tmp_path)
    assert [line["Name"] for line in found] == column(shown, "name")
    assert len(found) == 6
    assert {line["Type"] for line in found} == {"company"}
    assert [line["Ties"] for line in found] == column(shown, "ties")
    assert all(line["ID"].startswith("Company/") for line in found)


def test_documents_as_csv(tables, corpus, tmp_path):
    shown = tables("documents")
    _, found, name = download(shown, tmp_path)
    assert name == "기사-세-편-documents.csv"
    newest = sorted(corpus.documents.values(), key=lambda d: d.published or "", reverse=True)
    assert [line["ID"] for line in found] == [d.id for d in newest]
    assert [line["글쓴이"] for line in found] == [d.author for d in newest]


def test_csv_reads_texts_that_no_row_has_shown(tables, monkeypatch, tmp_path):
    monkeypatch.setattr(page_data, "BLOCK", 400)
    large = many(230)
    shown = tables(source=page.render(large, title="?"))
    _, found, name = download(shown, tmp_path)
    assert name == "biograph-facts.csv"
    assert sorted(line["근거 문장"] for line in found) == sorted(d.text for d in large.documents.values())


def test_figures_stand_to_the_right_and_headings_stay_in_sight(tables):
    shown = tables()
    style = "(e) => [getComputedStyle(e).textAlign, getComputedStyle(e).fontVariantNumeric]"
    assert shown.page.locator("#sheet td.confidence").first.evaluate(style) == ["end", "tabular-nums"]
    top = shown.page.locator("#sheet th").first.bounding_box()["y"]
    shown.page.focus("#sheet")
    shown.page.keyboard.press("End")
    wait(shown, "document.querySelector('#sheet').scrollTop > 500")
    assert shown.page.locator("#sheet th").first.bounding_box()["y"] == top


def test_phone_width_keeps_the_first_column(tables):
    shown = tables(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert shown.page.evaluate("document.documentElement.scrollWidth") == 390
    shown.page.evaluate("document.querySelector('#sheet').scrollLeft = 400")
    box = shown.page.locator("#sheet td.subject").first.bounding_box()
    assert box["x"] == 0
    assert box["width"] < 200
    assert shown.page.locator("#tables .save").bounding_box()["x"] < 390


def test_an_empty_corpus_has_empty_tables(tables, tmp_path):
    shown = tables("entities", page.render(Corpus()))
    assert shown.page.inner_text("#sheet .empty") == "조건에 맞는 줄이 없습니다."
    _, found, _ = download(shown, tmp_path)
    assert found == []
    assert clean(shown)
