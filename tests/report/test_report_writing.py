"""How a report is written: whole links, sealed HTML, nothing from an article as markup, readable without eyes."""

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from report_reading import COUNTED, Page, markdown_links, planted_ranking

from biograph import brokers
from biograph.figures import svg
from biograph.report import as_html, as_markdown, html, markdown
from biograph.report.as_markdown import escape
from biograph.report.blocks import Items, Link, Paragraph, Report, Section, Strong, Table, fill
from biograph.wording import wording
from small_corpus import planted

EVIL = "<script>alert(1)</script> | [x](javascript:y) **b** `c` &lt; \u202e"


@pytest.fixture(scope="module", params=["ko", "en"])
def written(request: pytest.FixtureRequest) -> str:
    return html(*planted_ranking(), request.param)


def test_every_link_has_one_place(written: str) -> None:
    page = Page(written)
    places, links = page.values("id"), [href.removeprefix("#") for href in page.values("href")]
    assert len(places) == len(set(places))
    assert set(links) - set(places) == set()
    links, places = markdown_links(markdown(*planted_ranking(), "en"))
    assert len(places) == len(set(places))
    assert set(links) - set(places) == set()


def test_the_file_is_sealed(written: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", written, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', written)
    assert policy == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]
    page = Page(written)
    assert {tag for tag, _, _ in page.elements}.isdisjoint({"script", "img", "iframe", "link", "object", "form"})
    assert not [
        name for _, attributes, _ in page.elements for name in attributes if name == "style" or name[:2] == "on"
    ]
    assert all(href.startswith("#") for href in page.values("href"))


def test_it_can_be_read_without_eyes(written: str) -> None:
    page = Page(written)
    assert page.values("lang")[0] in ("ko", "en")
    first_link = next(attributes for tag, attributes, _ in page.elements if tag == "a")
    assert first_link == {"class": "skip", "href": "#answer"}
    levels = [int(tag[1]) for tag, _, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    tables = len(page.texts("table"))
    assert len(page.texts("caption")) == tables > 5
    heads = [attributes.get("scope") for tag, attributes, _ in page.elements if tag == "th"]
    assert set(heads) == {"col", "row"}
    assert len(page.texts("figure")) == len([tag for tag, *_ in page.elements if tag == "svg" and _[0].get("role")])


def test_every_figure_has_its_numbers_as_a_table() -> None:
    text = markdown(*planted_ranking(), "en")
    for heading in ("Ranks and their intervals", "Brokerage roles", "Ties by group", "What breaks without it"):
        part = text.split(f"### {heading}\n")[1].split("\n### ")[0]
        assert part.count("\n|") > 3


def test_names_and_quotes_from_articles_are_text() -> None:
    found = planted()
    renamed = {id_: replace(e, name=EVIL if e.name == "Hub" else e.name) for id_, e in found.entities.items()}
    titled = {id_: replace(d, title=EVIL) for id_, d in found.documents.items()}
    found = replace(found, entities=renamed, documents=titled)
    ranking = brokers.rank(found, COUNTED)
    page = html(found, ranking, "ko")
    assert "<script" not in page
    assert "\u202e" not in page
    shown = "".join(Page(page).texts("body"))
    assert "<script>alert(1)</script> | [x](javascript:y) **b** `c` &lt;" in shown
    text = markdown(found, ranking, "ko")
    assert "<script" not in text.replace("\\<script", "")
    assert not re.search(r"(?<!\\)\]\(javascript", text)
    tables = [line for line in text.splitlines() if line.startswith("| ")]
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in tables if EVIL[:6].replace("<", "\\<") in line}
    headers = {len(re.findall(r"(?<!\\)\|", line)) for line in tables if "---" in line}
    assert widths <= headers


def test_markdown_marks_are_made_plain() -> None:
    assert escape("a\n| b") == "a \\| b"
    assert escape(" (미국)") == " (미국)"
    report = Report(
        "en",
        "T",
        "skip",
        "numbers",
        (
            Section(
                "1. H",
                "h",
                (
                    Paragraph(("1. one",)),
                    Items((("- two ", Strong("b"), " ", Link("[3]", "q3")), ("# four",))),
                    Table("C", ("x", "y"), ((("a",), ("1",)),)),
                ),
            ),
        ),
    )
    assert as_markdown.render(report) == (
        '# T\n\n## <a id="h"></a>1. H\n\n1\\. one\n\n- \\- two **b** [\\[3\\]](#q3)\n- \\# four\n\n'
        "**C**\n\n| x | y |\n| --- | --- |\n| a | 1 |\n"
    )


def test_columns_of_numbers_are_set_flush_right() -> None:
    table = Table(
        "C", ("n", "a", "b", "c"), (((("x"),), ("1",), ("2 (0.5)",), ("–",)), (("y",), ("–",), ("-3",), ("–",)))
    )
    page = Page(as_html.render(Report("en", "T", "s", "n", (Section("H", "h", (table,)),))))
    numbers = [attributes.get("class") for tag, attributes, _ in page.elements if tag in ("td", "th")]
    assert numbers == [None, "number", "number", None] * 3


def test_particles_follow_names() -> None:
    assert fill("{a:은/는} {b:을/를}", a=Strong("협회"), b="진흥원") == (Strong("협회"), "는", " ", "진흥원", "을")


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    darker, lighter = sorted((luminance(a), luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    pairs = [(int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(c * share + g * (1 - share)):02x}" for c, g in pairs)


@pytest.mark.parametrize("scheme", [0, 1])
def test_contrast_is_that_of_wcag_aa(scheme: int) -> None:
    css = as_html._asset("style.css")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    colour = dict(re.findall(r"--(\w+): (#\w{6})", blocks[scheme]))
    for ground in ("ground", "raised", "here"):
        for letters in ("ink", "link", *(["soft"] if ground != "here" else [])):
            assert contrast(colour[letters], colour[ground]) >= 4.5, (letters, ground)
    for hue in (svg.BLUE, svg.ORANGE):
        assert contrast(hue, colour["raised"]) >= 3
        assert contrast(colour["link"], mixed(hue, colour["raised"], 0.5)) >= 3  # large in meaning, with a table beside
        assert contrast(colour["ink"], mixed(hue, colour["raised"], 0.5)) >= 4.5


def test_both_languages_have_the_same_texts() -> None:
    """Key by key, with the same names to be filled in."""

    def names(value: object, path: str = "") -> dict[str, object]:
        if isinstance(value, dict):
            return {key: found for name in value for key, found in names(value[name], f"{path}.{name}").items()}
        return {path: sorted(re.findall(r"\{(\w+)", str(value))) if isinstance(value, str) else len(value)}  # type: ignore[arg-type]

    for part in ("report", "figures"):
        assert names(wording("ko")[part]) == names(wording("en")[part])
