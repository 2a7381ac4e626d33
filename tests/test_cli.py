"""The command line, as a person and as a program meet it."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from biograph import brokerage, brokers, exports, network, query, reading, table
from biograph.cli import COMMANDS, asking, cli, main, options, querying, showing, terminal
from biograph.extract.korean.clause.frames import compiling
from biograph.model import Document, Extraction, Status
from biograph.vocabulary import Ontology
from biograph.wording import wording

NEWS = str(Path(__file__).parent / "news.trig")
KOREAN = "누리바이오는 인천에 있다. 누리바이오는 한빛대학교와 업무협약을 체결했다.\n"


class Run:
    """A command that ran: its exit code and what it printed."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs commands in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*arguments: str) -> Run:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        captured = capsys.readouterr()
        return Run(int(ended.value.code or 0), captured.out, captured.err)

    return run


def commands(group: click.Group = cli, prefix: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        found.append((*prefix, name))
        if isinstance(command, click.Group):
            found += commands(command, (*prefix, name))
    return found


# ---- Help


def test_every_command_is_in_a_section_of_the_help() -> None:
    assert {c.name for _, section in COMMANDS for c in section} == set(cli.commands)


@pytest.mark.parametrize("command", [(), *commands()], ids=" ".join)
def test_help_is_whole_and_fits_sixty_columns(run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("COLUMNS", "60")
    found = run(*command, "--help")
    assert found.code == 0
    assert found.out.startswith(f"Usage: {' '.join(('biograph', *command))} ")
    assert max(map(len, found.out.splitlines())) <= 60, found.out
    assert "..." not in "\n".join(found.out.splitlines()[1:]).replace("SOURCES...", ""), "a help text is cut"


def test_choices_are_those_of_the_library() -> None:
    assert tuple(query.FORMATS) == querying.FORMATS
    assert tuple(exports.FORMATS) == showing.EXPORTS
    assert options.MEASURES == brokers.MEASURES
    assert options.NULLS == brokerage.NULLS
    assert (*brokerage.ROLES, "ungrouped") == asking.ROLES


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_help_calls_values_by_what_they_are(run, command: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    text = run(*command, "--help").out
    assert not re.search(r"\b(RANGE|INTEGER|FLOAT)\b| \{\w+\|", text), text


# ---- Mistakes: one line, no traceback


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("build",),
        ("build", "missing.txt"),
        ("build", "empty"),
        ("build", "binary.txt"),
        ("build", "binary.pdf"),
        ("extract", "good"),
        ("extract", "missing", "-o", "found"),
        ("extract", "good", "-o", "binary.pdf"),
        ("build", "good", "-o", "binary.pdf"),
        ("build", "good", "-o", "binary.pdf/below"),
        ("page", "--data", NEWS, "-o", "binary.pdf/page.html"),
        ("report", "--data", NEWS, "-o", "binary.pdf/report.md"),
        ("export", "csv", "--data", NEWS, "-o", "binary.pdf"),
        ("export", "trig", "--data", NEWS, "--status", "planned"),
        ("evaluate", "missing"),
        ("evaluate", "good"),
        ("check",),
        ("check", "--data", "good/a.txt"),
        ("check", "--data", "broken.trig"),
        ("query",),
        ("query", "ASK {}", "--list"),
        ("query", "nonsense", "--data", NEWS),
        ("query", "SELECT nonsense", "--data", NEWS),
        ("query", "--file", "missing.rq", "--data", NEWS),
        ("query", "about", "--set", "name", "--data", NEWS),
        ("query", "about", "--set", "wrong=1", "--data", NEWS),
        ("query", "SELECT * { SERVICE <http://localhost/> {} }", "--data", NEWS),
        ("query", "about", "아무개", "--data", NEWS),
        ("query", "planned", "아무개", "--data", NEWS),
        ("query", "planned"),
        ("brokers",),
        ("brokers", "--between", "한국", "달나라", "--data", NEWS),
        ("brokers", "--predicate", "owns", "--data", NEWS),
        ("brokers", "--group-query", "SELECT ?x { ?x a bg:Company }", "--data", NEWS),
        ("brokers", "--group-query", "@none.rq", "--data", NEWS),
        ("report", "--group", "leiden", "--by", "charm", "--data", NEWS),
        ("why", "아무개", "--data", NEWS),
        ("page",),
        ("report",),
        ("export", "turtle"),
        ("export", "nonsense", "--data", NEWS),
        ("export", "csv", "--data", NEWS),
        ("build", "good", "--ontology", "good"),
        ("build", "good", "--min-confidence", "1.5"),
        ("build", "good", "--min-confidence", "nan"),
        ("brokers", "--data", NEWS, "--min-confidence", "sure"),
        ("evaluate", "good", "good", "--min-confidence", "0.5"),
        ("ontology", "test"),
        ("ontology", "test", " "),
        ("ontology", "test", "한국", "--ontology", "good"),
        ("ontology", "check", "--ontology", "good"),
    ],
    ids=" ".join,
)
def test_mistake_is_one_line(run, tmp_path: Path, arguments: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "empty").mkdir()
    (tmp_path / "good").mkdir()
    (tmp_path / "good" / "a.txt").write_text(KOREAN, "utf-8")
    for name in ("binary.txt", "binary.pdf"):
        (tmp_path / name).write_bytes(bytes(range(256)) * 20)
    (tmp_path / "broken.trig").write_text("<a> <b> ", "utf-8")
    found = run(*arguments)
    assert found.code == 2
    assert found.out == ""
    assert len(found.err.splitlines()) == 1, found.err
    assert found.err.startswith("biograph: ")
    assert "Traceback" not in found.err
    assert not (tmp_path / "output").exists(), "nothing is left behind"


@pytest.mark.parametrize("command", [("brokers",), ("query", "planned"), ("check",), ("export", "trig")], ids=" ".join)
def test_without_a_dataset_the_way_to_make_one_is_told(run, command: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    assert "biograph build" in run(*command).err


def test_interrupted(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(query, "named", interrupt)
    found = run("query", "--list")
    assert (found.code, found.out, found.err) == (130, "", "biograph: interrupted\n")


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-c", "from biograph.cli import main; main()", "export", "trig", "--data", NEWS]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_a_terminal_without_hangul_gets_what_it_can_show() -> None:
    command = [sys.executable, "-c", "from biograph.cli import main; main()", "why", "GBA", "--data", NEWS]
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 0
    assert b"GBA" in done.stdout or b"?" in done.stdout


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with terminal.Progress() as progress:
        progress("reading", 1, 2)
    assert capsys.readouterr() == ("", "")


def test_progress_stays_on_one_line_of_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "20")
    with terminal.Progress() as progress:
        progress("긴 이름의 기사 제목이 이어지는 파일", 1, 2)
    shown, err = capsys.readouterr()
    assert shown == ""
    assert "\n" not in err
    assert err.startswith("\r\x1b[K[1/2] 긴")
    assert err.endswith("\r\x1b[K"), "wiped at the end"


# ---- Asking


def test_query_by_name_in_a_language(run) -> None:  # type: ignore[no-untyped-def]
    found = run("query", "planned", "--data", NEWS, "--format", "csv")
    assert found.code == 0
    assert "한빛바이오 investsIn" not in found.out
    assert found.out.count("한빛바이오는 하버시약에 100만 달러를 투자할 계획이다.") == 1


def test_query_with_a_value(run) -> None:  # type: ignore[no-untyped-def]
    found = run("query", "about", "--set", "name=GBA", "--data", NEWS, "--format", "json")
    rows = json.loads(found.out)["results"]["bindings"]
    assert {row["subject"]["value"] for row in rows} == {"가교바이오협회", "한빛바이오"}


def test_query_from_a_file_and_typed(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    text = (
        "SELECT DISTINCT ?name { ?s bg:bridges ?o . ?o skos:prefLabel ?name FILTER(LANG(?name) = 'ko') } ORDER BY ?name"
    )
    (tmp_path / "q.rq").write_text(text, "utf-8")
    typed = run("query", text, "--data", NEWS, "--format", "csv")
    assert typed.out.splitlines() == ["name", "미국", "한국"]
    assert run("query", "--file", "q.rq", "--data", NEWS, "--format", "csv").out == typed.out


EVERYTHING = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_an_answer_that_is_cut_says_so(run) -> None:  # type: ignore[no-untyped-def]
    found = run("query", "SELECT ?s { ?s ?p ?o }", "--data", NEWS, "--max-rows", "3", "--format", "csv")
    assert (found.code, len(found.out.splitlines())) == (1, 4)
    assert found.err == "biograph: the answer was cut after 3 rows (--max-rows 0 gives all)\n"
    whole = run("query", "SELECT ?s { ?s ?p ?o }", "--data", NEWS, "--max-rows", "0", "--format", "csv")
    assert (whole.code, whole.err) == (0, "")
    assert len(whole.out.splitlines()) > 4


def test_a_query_that_takes_too_much_is_stopped(run) -> None:  # type: ignore[no-untyped-def]
    found = run("query", EVERYTHING, "--data", NEWS, "--timeout", "0.2")
    assert (found.code, found.out) == (2, "")
    assert "took longer than 0.2 s and was stopped" in found.err
    found = run("query", f"{EVERYTHING[:7]} * {{ ?a ?b ?c . ?d ?e ?f }} ORDER BY ?c", "--data", NEWS, "--memory", "8")
    assert found.code == 2
    assert "more than 8 MB" in found.err


def test_query_in_markdown(run) -> None:  # type: ignore[no-untyped-def]
    out = run("query", "planned", "--data", NEWS, "--format", "markdown").out.splitlines()
    assert out[1] == "| --- | --- | --- | --- | --- | --- | --- | --- |"
    assert "한빛바이오" in out[2]


def test_query_shows_and_explains_without_running(run) -> None:  # type: ignore[no-untyped-def]
    shown = run("query", "about", "--show", "--language", "en").out
    assert "Everything said about an entity" in shown
    assert "must be given" in shown
    assert "GRAPH ?document" in shown
    plan = run("query", "SELECT * { ?s bg:bridgs ?o }", "--explain", "--data", NEWS)
    assert "0  ?s bg:bridgs ?o" in plan.out
    assert "bg:bridgs is not in the ontology (nearest: bg:bridges" in plan.err


def test_an_empty_answer_to_a_misspelt_name_says_so(run) -> None:  # type: ignore[no-untyped-def]
    assert "nearest: bg:bridges" in run("query", "SELECT * { ?s bg:bridgs ?o }", "--data", NEWS).err
    assert run("query", "SELECT * { ?s bg:bridges ?o }", "--data", NEWS).err == ""


def test_cells_are_links_where_a_terminal_opens_them(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("FORCE_HYPERLINK", "0")
    assert "\x1b" not in run("query", "planned", "--data", NEWS).out
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    Path("graph.html").touch()
    Path("dataset.trig").write_bytes(Path(NEWS).read_bytes())
    out = run("query", "planned", "--data", ".").out
    assert f"\x1b]8;;{Path('graph.html').absolute().as_uri()}#page=texts&text=ko," in out
    assert "\x1b" not in run("query", "planned", "--data", ".", "--format", "csv").out


def test_query_list(run) -> None:  # type: ignore[no-untyped-def]
    assert "아직 계획인 것" in run("query", "--list").out
    listed = json.loads(run("query", "--list", "--language", "en", "--format", "json").out)
    assert {"name": "planned", "title": "Planned, not yet done"}.items() <= {
        k: v for q in listed if q["name"] == "planned" for k, v in q.items()
    }.items()


def test_brokers_for_people_and_programs(run) -> None:  # type: ignore[no-untyped-def]
    assert "가교바이오협회" in run("brokers", "--data", NEWS).out
    rows = json.loads(run("brokers", "--data", NEWS, "--format", "json").out)["brokers"]
    lines = run("brokers", "--data", NEWS, "--format", "csv").out.splitlines()
    assert len(lines) == len(rows) + 1
    assert rows[0]["name"] in lines[1]


@pytest.mark.parametrize(
    ("options", "field", "value"),
    [
        (("--group", "type"), "group", "type"),
        (("--by", "betweenness"), "by", "betweenness"),
        (("--draws", "19", "--null", "labels", "--seed", "3"), "nulls", ["labels"]),
        (("--bootstraps", "0"), "bootstraps", 0),
        (("--directed",), "projection.directed", True),
        (
            ("--predicate", "memberOf", "--predicate", "partnersWith"),
            "projection.predicates",
            ["memberOf", "partnersWith"],
        ),
        (("--status", "planned"), "projection.statuses", ["planned"]),
        (("--places", "--weight", "none"), "projection.weight", "none"),
        (("--min-documents", "2"), "projection.min_documents", 2),
        (("--group-query", "SELECT ?node ?group { ?node bg:memberOf ?group }"), "group", "query"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_every_option_of_brokers_reaches_the_ranking(run, options: tuple[str, ...], field: str, value: object) -> None:  # type: ignore[no-untyped-def]
    found = run("brokers", "--data", NEWS, "--format", "json", *options)
    assert found.code == 0
    asked = json.loads(found.out)["question"]
    for name in field.split("."):
        asked = asked[name]
    assert asked == value


@pytest.mark.parametrize(
    "question",
    [
        brokers.Question(),
        brokers.Question(group="stated", between=("한국", "미국")),
        brokers.Question(network.Projection(directed=True, places=True, weight="none", min_documents=2)),
        brokers.Question(
            network.Projection(statuses=(Status.PLANNED, Status.ENDED), predicates=("memberOf", "founded"))
        ),
        brokers.Question(network.Projection(min_confidence=0.25)),
    ],
)
def test_a_question_told_in_options_is_the_same_question(run, question: brokers.Question) -> None:  # type: ignore[no-untyped-def]
    found = run("brokers", "--data", NEWS, "--format", "json", "--draws", "0", *question.network_options)
    asked = json.loads(found.out)["question"]
    expected = json.loads(json.dumps(question.to_dict()))
    assert {name: asked[name] for name in ("projection", "group", "between")} == {
        name: expected[name] for name in ("projection", "group", "between")
    }


def test_groups_by_a_query_in_a_file_and_their_table(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "groups.rq").write_text("SELECT ?node ?group { ?node bg:memberOf ?group }", "utf-8")
    command = ("brokers", "--data", NEWS, "--group-query", "@groups.rq", "--language", "en")
    assert "E-I index" in run(*command, "--groups").out
    assert len(run(*command, "--top", "1").out.splitlines()) < len(run(*command).out.splitlines())


def test_why_opens_what_brokers_counts(run) -> None:  # type: ignore[no-untyped-def]
    first = json.loads(run("brokers", "--data", NEWS, "--format", "json").out)["brokers"][0]
    for role in (*brokerage.ROLES, "ungrouped"):
        pairs = json.loads(run("why", first["entity"], "--data", NEWS, "--role", role, "--json").out)["brokered"]
        assert sum(pair["roles"][role] for pair in pairs) == pytest.approx(first["roles"][role])


def test_query_hands_the_language_on(run) -> None:  # type: ignore[no-untyped-def]
    bridges = ("query", "bridges", "--data", NEWS, "--format", "csv")
    assert "미국 ~ 한국" in run(*bridges).out
    english = run(*bridges, "--language", "en").out
    assert "South Korea ~ United States" in english
    assert run(*bridges, "--set", "language=en").out == english
    own = "SELECT ?x { BIND('y' AS ?x) }"
    assert run("query", own, "--data", NEWS, "--format", "csv", "--language", "en").out.split() == ["x", "y"]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("width", [60, 100])
def test_brokers_stay_within_the_terminal(run, monkeypatch: pytest.MonkeyPatch, width: int, language: str) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("COLUMNS", str(width))
    usual = run("brokers", "--data", NEWS, "--language", language).out
    assert max(map(table.width, usual.splitlines())) <= width
    if width == 100:
        assert "----" in usual, "a table, not records"
    wide = run("brokers", "--data", NEWS, "--language", language, "--wide").out
    for measure in ("betweenness", "constraint", "effective_size"):
        assert wording(language)["columns"][measure] in wide
        assert wording(language)["columns"][measure] not in usual


@pytest.mark.parametrize("command", [("brokers",), ("why", "GBA"), ("report",)], ids=" ".join)
def test_english_shows_english_names(run, command: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    assert "United States" in run(*command, "--data", NEWS, "--language", "en").out
    assert "United States" not in run(*command, "--data", NEWS).out


def test_why_shows_quotes(run) -> None:  # type: ignore[no-untyped-def]
    sentence = "가교바이오협회(GBA)는 한국과 미국을 잇는 가교다."
    assert sentence in run("why", "GBA", "--data", NEWS).out
    assert sentence in json.dumps(json.loads(run("why", "GBA", "--data", NEWS, "--json").out), ensure_ascii=False)
    assert "하버시약" in run("why", "김가온", "하버시약", "--data", NEWS, "--language", "en").out


def test_query_takes_the_value_of_its_parameter(run) -> None:  # type: ignore[no-untyped-def]
    asked = ("--data", NEWS, "--format", "csv")
    assert run("query", "about", "GBA", *asked).out == run("query", "about", "--set", "name=GBA", *asked).out


@pytest.mark.parametrize(
    ("command", "sure", "unsure"),
    [
        (("export", "turtle"), "bg:bridges", "bg:memberOf"),
        (("export", "graphml"), "bridges", "memberOf"),
        (("why", "한빛바이오", "--json"), "서울에 있다", "협회 회원사다"),
        (("brokers", "--format", "csv"), "가교바이오협회", "nothing"),
        (("report",), "가교바이오협회", "nothing"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_not_sure_enough_is_left_out(  # type: ignore[no-untyped-def]
    run, tmp_path: Path, command: tuple[str, ...], sure: str, unsure: str
) -> None:
    before, member = Path(NEWS).read_text("utf-8").split("rdf:predicate bg:memberOf")
    doubted = member.replace("bg:confidence 0.9", "bg:confidence 0.3", 1)
    (tmp_path / "news.trig").write_text(f"{before}rdf:predicate bg:memberOf{doubted}", "utf-8")
    everything = run(*command, "--data", "news.trig").out
    assert sure in everything
    assert unsure in everything or unsure == "nothing"
    kept = run(*command, "--data", "news.trig", "--min-confidence", "0.3").out
    assert kept.replace("확신도 0.30 이상", "확신도 0 이상") == everything
    kept = run(*command, "--data", "news.trig", "--min-confidence", "0.31")
    assert kept.code == 0
    assert sure in kept.out
    assert unsure not in kept.out
    assert kept.out != everything


def test_a_page_leaves_out_what_is_not_sure_enough(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    counts = []
    for least in ("0.6", "0.95"):
        assert run("page", "--data", NEWS, "-o", f"{least}.html", "--min-confidence", least).code == 0
        counts.append((tmp_path / f"{least}.html").read_text("utf-8").count('"confidence":'))
    assert counts[0] > counts[1]


# ---- Showing


def test_page_report_and_export(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("page", "--data", NEWS, "-o", "graph.html").out == "graph.html\n"
    assert "가교바이오협회" in (tmp_path / "graph.html").read_text("utf-8")
    printed = run("report", "--data", NEWS).out
    assert "가교바이오협회" in printed
    assert run("report", "--data", NEWS, "-o", "report.md").out == "report.md\n"
    assert (tmp_path / "report.md").read_text("utf-8") == printed
    assert "bg:bridges" in run("export", "turtle", "--data", NEWS).out
    assert run("export", "csv", "--data", NEWS, "-o", "tables").out.splitlines() == [
        "tables/nodes.csv",
        "tables/edges.csv",
        "tables/documents.csv",
    ]


def test_export_of_other_statuses(run) -> None:  # type: ignore[no-untyped-def]
    def statuses(*more: str) -> set[str]:
        return set(re.findall(r"edge-status\">(\w+)", run("export", "graphml", "--data", NEWS, *more).out))

    assert statuses() == {"asserted"}
    assert statuses("--status", "planned", "--status", "negated") == {"planned", "negated"}
    refused = run("export", "trig", "--data", NEWS, "--status", "planned")
    assert (refused.code, refused.out) == (2, "")


# ---- Judging


def test_check_counts_in_words(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(KOREAN, "utf-8")
    run("build", "a.txt")
    assert run("check").out.startswith("conforms: 1 document, ")
    assert run("check", "--data", NEWS).out.startswith("conforms: 2 documents, ")


def test_check_tells_violations_by_exit_code(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    broken = Path(NEWS).read_text("utf-8").replace("oa:start 39 ;", "oa:start 40 ;")
    (tmp_path / "broken.trig").write_text(broken, "utf-8")
    found = run("check", "--data", "broken.trig")
    assert found.code == 1
    assert "한빛바이오는 서울에 있다." in found.out
    assert not json.loads(run("check", "--data", "broken.trig", "--json").out)["conforms"]


def test_extract_then_evaluate(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "News_1.txt").write_text(KOREAN, "utf-8")
    assert run("extract", "News_1.txt", "-o", "found").out == "1 file in found\n"
    data = json.loads((tmp_path / "found" / "News_1.json").read_text("utf-8"))
    assert "누리바이오" in {entity["name"] for entity in data["entities"]}
    assert data["relations"]
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "News_1.txt").write_text(KOREAN, "utf-8")
    (tmp_path / "gold" / "News_1.json").write_text(json.dumps(data), "utf-8")
    for arguments in (("evaluate", "gold", "found"), ("evaluate", "gold", "--only", "news")):
        assert json.loads(run(*arguments, "--json").out)["totals"]["all"]["rel"] == [1, 1, 1]
        assert "TOTAL all" in run(*arguments, "--errors", "--predicates").out


def test_extract_prints_what_it_would_write(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(KOREAN, "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00\xff" * 2000)
    printed = run("extract", "a.txt", "bad.txt", "--json")
    assert printed.code == 1
    found = json.loads(printed.out)
    assert [failure.split(":")[0] for failure in found["failures"]] == ["bad.txt"]
    written = json.loads(run("extract", "a.txt", "-o", "found", "--json").out)
    assert written == {"files": ["found/a.json"], "failures": []}
    assert [json.loads((tmp_path / "found" / "a.json").read_text("utf-8"))] == found["articles"]


def test_articles_are_read_without_what_is_not_sure_enough(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(KOREAN, "utf-8")
    run("extract", "a.txt", "-o", ".")

    def counts(*more: str) -> list[int]:
        (article,) = json.loads(run("extract", "a.txt", "--json", *more).out)["articles"]
        built = json.loads(run("build", "a.txt", "--json", *more).out)
        scored = json.loads(run("evaluate", ".", "--json", *more).out)["totals"]["all"]["rel"]
        return [len(article["relations"]), sum(built["statements"].values()), scored[1]]

    usual = counts()
    assert usual[0] == usual[1] > 0
    assert usual[2] == 1
    assert counts("--min-confidence", "0") == usual
    assert counts("--min-confidence", "1") == [0, 0, 0]


def test_ontology_check_counts_frames(run) -> None:  # type: ignore[no-untyped-def]
    found = json.loads(run("ontology", "check", "--json").out)
    assert found["conforms"]
    assert found["problems"] == []
    assert min(found["frames"].values()) > 100


def test_ontology_check_tells_each_problem(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(compiling, "compile_all", lambda _: ([], ["acquires: a slot is lost"]))
    found = run("ontology", "check")
    assert found.code == 1
    assert re.fullmatch(r"acquires: a slot is lost\n\d+ frames compiled, 1 problem\n", found.out)
    assert run("ontology", "check", "--json").code == 1


def test_ontology_test_shows_the_layers(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    sentence = "누리바이오는 인천에 있다."
    shown = run("ontology", "test", sentence)
    assert (shown.code, shown.err) == (0, "")
    titles = ["WORDS", "NAMES", "CLAUSE 1: 있다 (asserted)", "FRAMES OF CLAUSE 1", "STATEMENTS"]
    assert [line for line in shown.out.splitlines() if line in titles] == titles
    (fact,) = json.loads(run("ontology", "test", sentence, "--json").out)["facts"]
    assert [fact["subject"], fact["predicate"], fact["object"]] == ["누리바이오", "locatedIn", "인천"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(sentence.encode())))
    assert run("ontology", "test", "-").out == shown.out


def test_exit_codes_of_a_build(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(KOREAN, "utf-8")
    good = run("build", "news")
    assert (good.code, good.err) == (0, "")
    (folder / "bad.txt").write_bytes(b"\x00\xff" * 2000)
    part = run("build", "news", "--json")
    assert part.code == 1
    assert part.err.startswith("biograph: bad.txt: ")
    assert json.loads(part.out)["failures"] == [part.err.removeprefix("biograph: ").strip()]


def test_a_mistake_of_ours_in_one_article_costs_no_other(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    for name in ("bad", "good"):
        (tmp_path / f"{name}.txt").write_text(KOREAN, "utf-8")
    extract = reading.extract

    def mistaken(document: Document, ontology: Ontology) -> Extraction:
        if document.id == "bad":
            raise IndexError("out of range")
        return extract(document, ontology)

    monkeypatch.setattr(reading, "extract", mistaken)
    part = run("build", "bad.txt", "good.txt")
    assert part.code == 1
    assert len(part.err.splitlines()) == 1
    assert part.err.startswith("biograph: bad: ")
    assert "IndexError: out of range" in part.err
    assert part.out.startswith("read           1 document, ")
    assert "Traceback" in run("-v", "build", "bad.txt", "good.txt").err
    alone = run("build", "bad.txt")
    assert (alone.code, alone.out, len(alone.err.splitlines())) == (2, "", 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    ("to", "code", "said"),
    [(">/dev/full", 2, "biograph: cannot write: No space left on device\n"), (">&-", 0, "")],
    ids=["full", "closed"],
)
def test_where_nothing_can_be_written_there_is_no_traceback(to: str, code: int, said: str) -> None:
    command = f'"{sys.executable}" -c "from biograph.cli import main; main()" --help {to}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, said)
