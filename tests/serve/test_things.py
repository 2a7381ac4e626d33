"""Pages and RDF of entities, documents, statements and quotes."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
import rdflib
from rdflib import RDF, SKOS, URIRef

from biograph import dataset
from biograph.model import Document, Entity, Evidence, Extraction, Mention, Span, Statement, Status
from biograph.sparql.asking import TRIPLES
from biograph.store import Store
from biograph.vocabulary import BASE, BG, load

from .conftest import Served, serving

HANBIT = "/id/Company/한빛바이오"
RDFLIB = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own reader of JSON-LD warns of itself


class Page(HTMLParser):
    """The visible words of a page, its links and the ids in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.links, self.ids, self.tags = "", [], [], []
        self.feed(html)
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attributes)
        self.links += [found["href"]] if tag == "a" and found.get("href") else []
        self.ids += [found["id"]] if found.get("id") else []

    def handle_data(self, data: str) -> None:
        self.words += data


def page(served: Served, path: str, language: str = "ko") -> Page:
    answer = served.get(quote(path, safe="/%?=&"), "text/html", headers={"accept-language": language})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Page(answer.text)


def test_an_entity_shows_its_facts_with_quote_document_status_and_speaker(served: Served) -> None:
    shown = page(served, HANBIT)
    assert "한빛바이오는 서울에 있다." in shown.words
    assert '김가온 한빛바이오 대표는 "합병은 하지 않는다"고 말했다.' in shown.words
    assert "다리 놓는 협회 가상일보 2024-03-02" in shown.words
    assert load().label("negated", "ko") in shown.words
    assert load().label("planned", "ko") in shown.words
    assert "말한 이 김가온" in shown.words
    assert "1000000 USD" in shown.words


def test_an_entity_links_to_others_and_each_quote_to_its_place_in_the_document(served: Served) -> None:
    links = page(served, HANBIT).links
    assert f"/id/City/{quote('서울')}" in links
    assert "/id/document/ko#e2" in links
    assert "e2" in page(served, "/id/document/ko").ids


def test_every_link_of_a_page_opens(served: Served) -> None:
    for path in ("/", HANBIT, "/id/document/ko", "/downloads/"):
        for link in sorted(set(page(served, path).links)):
            if link.startswith("/") and not link.startswith(("/downloads/", "/graph.html")):
                assert served.get(link, "text/html, */*;q=0.8").status_code in (200, 303), (path, link)


def test_a_page_speaks_the_language_of_its_reader(served: Served) -> None:
    assert "Other properties" not in page(served, HANBIT, "ko").words
    korean, english = page(served, HANBIT, "ko-KR,ko;q=0.9"), page(served, HANBIT, "en-GB,ko;q=0.5")
    assert load().label("partnersWith", "ko") in korean.words
    assert load().label("partnersWith", "en") in english.words
    assert load().label("partnersWith", "en") in page(served, f"{HANBIT}?language=en", "ko").words


def test_a_language_once_chosen_is_kept_for_a_year_and_scripts_may_choose_another(served: Served) -> None:
    chosen = served.client.get("/?language=en").headers["set-cookie"].lower().split("; ")
    assert {"language=en", "max-age=31536000", "path=/", "samesite=lax"} == set(chosen)
    answer = served.get("/", "text/html", headers={"accept-language": "ko", "cookie": "language=en"})
    assert '<html lang="en">' in answer.text


def test_a_document_shows_its_text_with_quotes_marked_and_names_linked(served: Served) -> None:
    html = served.get("/id/document/ko", "text/html").text
    marked = "".join(re.sub("<[^>]*>", "", m) for m in re.findall("<mark>(.*?)</mark>", html, re.S))
    assert "한빛바이오는 서울에 있다." in marked
    assert "다리 놓는 협회" not in marked
    text = re.search('<article class="text"[^>]*>(.*?)</article>', html, re.S)
    assert re.sub("<[^>]*>", "", text[1]).startswith("다리 놓는 협회\n가교바이오협회(GBA)는")


@RDFLIB
@pytest.mark.parametrize("media_type", TRIPLES.values())
def test_an_entity_is_to_be_had_as_rdf_with_its_statements_and_their_evidence(served: Served, media_type: str) -> None:
    answer = served.get(quote(HANBIT), media_type)
    assert answer.headers["content-type"].startswith(media_type)
    graph = rdflib.Graph().parse(data=answer.content, format=media_type)
    hanbit = URIRef(f"{BASE}Company/한빛바이오")
    assert (hanbit, SKOS.prefLabel, None) in graph
    seoul = URIRef(f"{BASE}statement/seoul")
    assert (seoul, RDF.subject, hanbit) in graph
    quoted = graph.value(seoul, BG.evidence)
    assert str(graph.value(quoted, URIRef("http://www.w3.org/ns/oa#exact"))) == "한빛바이오는 서울에 있다."


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("ttl", "text/turtle"),
        ("nt", "application/n-triples"),
        ("jsonld", "application/ld+json"),
        ("rdf", "application/rdf+xml"),
        ("html", "text/html"),
    ],
)
def test_an_ending_names_the_form_whatever_is_accepted(served: Served, ending: str, kind: str) -> None:
    answer = served.get(f"{quote(HANBIT)}.{ending}", "image/png")
    assert answer.headers["content-type"].startswith(kind)
    assert answer.status_code == 200


def test_without_a_wish_it_is_a_page_and_with_one_for_a_picture_nothing(served: Served) -> None:
    assert served.get(quote(HANBIT), "*/*").headers["content-type"].startswith("text/html")
    assert served.get(quote(HANBIT), "image/png").status_code == 406


def test_a_statement_and_a_quote_lead_to_the_page_on_which_they_stand(served: Served) -> None:
    statement = served.get("/id/statement/seoul", "text/html")
    assert (statement.status_code, statement.headers["location"]) == (303, f"{quote(HANBIT)}#seoul")
    assert "seoul" in page(served, HANBIT).ids
    evidence = served.get("/id/evidence/e2", "text/html")
    assert (evidence.status_code, evidence.headers["location"]) == (303, "/id/document/ko#e2")
    graph = rdflib.Graph().parse(data=served.get("/id/statement/seoul", "text/turtle").text)
    assert (URIRef(f"{BASE}evidence/e2"), None, None) in graph


@pytest.mark.parametrize("path", ["Company/한빛제약", "nothing", "statement/x", "evidence/../x", "Company/", '<>"{}'])
@pytest.mark.parametrize("accept", ["text/html", "text/turtle", ""])
def test_what_is_not_there_is_not_found(served: Served, path: str, accept: str) -> None:
    answer = served.get(f"/id/{quote(path)}", accept)
    assert answer.status_code == 404


def test_what_is_not_there_names_what_is_called_so(served: Served) -> None:
    problem = served.get(f"/id/Company/{quote('한빛제약')}").json()
    assert "한빛바이오" in problem["hint"]
    assert "한빛바이오" in served.get(f"/id/Company/{quote('한빛제약')}", "text/html").text


def test_an_answer_is_asked_for_again_but_sent_once(served: Served) -> None:
    for path in (quote(HANBIT), "/id/document/ko", "/", "/terms", "/queries", "/search?q=x", "/data?default", "/void"):
        first = served.get(path)
        again = served.get(path, headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b""), path
        assert "content-security-policy" not in again.headers  # it would take the place of the first answer's
        assert served.get(path, headers={"if-none-match": '"other"'}).status_code == 200
    html, turtle = served.get(quote(HANBIT), "text/html"), served.get(quote(HANBIT), "text/turtle")
    assert html.headers["etag"] != turtle.headers["etag"]


HOSTILE = '<img src=x onerror="alert(1)">'
TEXT = f"{HOSTILE}는 a&b%2F'\"사에 투자했다. </article><script>alert(2)</script>"


ELSEWHERE = "https://example.org/other/"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory):
    """A dataset with a base of its own, whose texts, names and addresses try to be markup."""
    folder = tmp_path_factory.mktemp("hostile")
    document = Document("x.ttl/<b>", TEXT, "ko", (Span(0, len(TEXT)),), f"제목 {HOSTILE}", source="javascript:alert(3)")
    names = ((HOSTILE, "Company/<img"), ("a&b%2F'\"사", "Company/a&b%2F'\"사"))
    entities = tuple(
        Entity(id_, "Company", name, ("</ul>",), (Mention(Span(TEXT.index(name), TEXT.index(name) + len(name)), name),))
        for name, id_ in names
    )
    fact = Statement(
        names[0][1],
        "investsIn",
        names[1][1],
        (Evidence.cut(document, Span(0, len(TEXT))),),
        Status.PLANNED,
        (("role", "<u>역할</u>"),),
        speaker=names[1][1],
    )
    many = tuple(
        Statement(
            names[0][1],
            "partnersWith",
            names[1][1],
            (Evidence.cut(document, Span(n, n + 5)),),
            qualifiers=((d, f"{n}"),),
        )
        for n in range(len(TEXT) - 5)
        for d in ("date", "role")
    )
    store = Store.memory(dataset.quads(Extraction(document, entities, (fact, *many)), base=ELSEWHERE))
    store.write(folder)
    with serving(folder) as running:
        yield running


@pytest.mark.parametrize("path", ["/", "/id/Company/%3Cimg", "/id/document/x.ttl/%3Cb%3E", "/id/Company/%3Cscript%3E"])
def test_texts_of_articles_are_never_markup(hostile: Served, path: str) -> None:
    answer = hostile.get(path, "text/html")
    assert answer.status_code == (404 if "script" in path else 200)
    tags = Page(answer.text).tags
    assert "img" not in tags
    assert "u" not in tags
    assert tags.count("script") == 1  # our own
    assert "javascript:" not in " ".join(Page(answer.text).links)
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_an_address_with_escapes_leads_to_its_page(hostile: Served) -> None:
    links = [link for link in page(hostile, "/id/Company/%3Cimg").links if link.startswith("/id/")]
    assert any("%252F" in link for link in links)
    for link in {link.partition("#")[0] for link in links}:
        assert hostile.get(link, "text/html").status_code == 200, link


def test_addresses_below_another_base_are_answered_here_as_well(hostile: Served) -> None:
    assert hostile.get("/terms").json()["base"] == ELSEWHERE
    found = hostile.get("/search", params={"q": "img"}).json()[0]
    assert found["iri"] == f"{ELSEWHERE}Company/%3Cimg"
    assert f"<{found['iri']}>" in hostile.get(found["href"], "text/turtle").text


def test_an_id_that_ends_like_a_form_is_no_form(hostile: Served) -> None:
    assert hostile.get("/id/document/x.ttl/%3Cb%3E.ttl", "").headers["content-type"].startswith("text/turtle")


def test_very_many_facts_come_in_pages(hostile: Served) -> None:
    first, second = page(hostile, "/id/Company/<img"), page(hostile, "/id/Company/<img?page=2")
    shown = [{id_ for id_ in p.ids if len(id_) == 20} for p in (first, second)]
    assert len(shown[0]) == 100
    assert 0 < len(shown[1]) < 100
    assert not shown[0] & shown[1]
    assert "?page=2&language=ko" in first.links
