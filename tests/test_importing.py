"""A dataset that was edited comes back if it holds, and takes with it all that is made from it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from biograph import dataset, exports, importing
from biograph.cli import main
from biograph.errors import DatasetError
from biograph.importing import Change
from biograph.store import Store
from biograph.vocabulary import BG, load

NEWS = Path(__file__).parent / "news.trig"
PLANNED = "bg:status bg:planned"


def edited(folder: Path, old: str, new: str) -> Path:
    """A copy of the news in which one text is another."""
    text = NEWS.read_text("utf-8")
    assert text.count(old) == 1
    (folder / "edited.trig").write_text(text.replace(old, new), "utf-8")
    return folder / "edited.trig"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder with the news as its dataset, and a page that is older."""
    folder = tmp_path / "output"
    folder.mkdir()
    Store.read(NEWS).write(folder)
    (folder / "graph.html").write_text("old", "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("name", ["trig", "nquads", "jsonld", "rdf12"])
def test_an_export_comes_back_as_the_dataset_it_was(name: str, tmp_path: Path) -> None:
    (file,) = exports.export(Store.read(NEWS), name, tmp_path)
    found = importing.take_back(file, tmp_path / "new")
    assert found.check.conforms
    assert (found.quads, found.statements) == (Change(260, 0), Change(11, 0))
    assert list(Store.read(tmp_path / "new").quads()) == list(Store.read(NEWS).quads())
    made = [file.name for file in found.files]
    assert made == ["dataset.trig", "brokers.csv", "graph.html", "report.md", "report.html"]
    assert sorted(contents(tmp_path / "new")) == sorted(made)


def test_a_file_that_is_not_there_is_none_to_build(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"missing.trig: no such file \(biograph export trig"):
        importing.take_back(tmp_path / "missing.trig", tmp_path / "new")


def test_what_the_ontology_says_of_statements_is_none(tmp_path: Path) -> None:
    quads = [*Store.read(NEWS).quads(), *dataset.ontology_quads(load())]
    Store.memory(quads).write(tmp_path / "all.trig")
    assert importing.take_back(tmp_path / "all.trig", tmp_path / "new").statements == Change(11, 0)


def test_an_edit_is_counted_and_seen_in_what_is_made_from_it(tmp_path: Path, output: Path) -> None:
    found = importing.take_back(edited(tmp_path, '"1000000 USD"', '"2000000 USD"'), output)
    assert (found.quads, found.statements) == (Change(1, 1), Change(0, 0, 1))
    assert "2000000 USD" in (output / "graph.html").read_text("utf-8")


def test_a_dataset_edited_in_its_place_is_taken_too(output: Path) -> None:
    found = importing.take_back(output, output)
    assert found.quads == Change(0, 0)
    assert (output / "graph.html").read_text("utf-8") != "old"


def test_what_does_not_hold_replaces_nothing(tmp_path: Path, output: Path) -> None:
    before = contents(output)
    found = importing.take_back(edited(tmp_path, PLANNED, "bg:status bg:asserted"), output)
    assert found.files == ()
    assert [violation.problem for violation in found.check.violations] == [
        "is asserted, but the direct triple that says so is missing"
    ]
    assert contents(output) == before


def test_force_takes_it_as_it_is(tmp_path: Path, output: Path) -> None:
    found = importing.take_back(edited(tmp_path, PLANNED, "bg:status bg:asserted"), output, force=True)
    assert not found.check.conforms
    assert found.files
    assert found.quads == Change(1, 1)


def test_repair_makes_the_direct_triple_of_what_is_now_asserted(tmp_path: Path, output: Path) -> None:
    found = importing.take_back(edited(tmp_path, PLANNED, "bg:status bg:asserted"), output, repair=True)
    assert found.check.conforms
    assert (found.repaired, found.quads, found.statements) == (Change(1, 0), Change(2, 1), Change(0, 0, 1))
    assert Store.read(output).answer("ASK { id:Company\\/한빛바이오 bg:investsIn ?whom }").truth


def test_repair_drops_the_direct_triple_of_a_statement_that_is_gone(output: Path) -> None:
    gone = "https://w3id.org/biograph/id/statement/seoul"
    quads = [quad for quad in Store.read(NEWS).quads() if str(quad[0]) != gone]
    Store.memory(quads).write(output.parent / "less.trig")
    assert importing.take_back(output.parent / "less.trig", output).files == ()
    found = importing.take_back(output.parent / "less.trig", output, repair=True)
    assert (found.repaired, found.statements) == (Change(0, 1), Change(0, 1))
    assert not any(
        predicate == BG.locatedIn for _, predicate, _, graph in Store.read(output).quads() if "ko" in str(graph)
    )


def test_repair_changes_nothing_that_holds_and_nothing_of_the_gazetteer() -> None:
    store = Store.read(NEWS)
    assert list(importing.repaired(store, load()).quads()) == list(store.quads())
    assert any(predicate == BG.inCountry for _, predicate, _, _ in store.quads())


def test_not_even_force_takes_a_fact_without_evidence(tmp_path: Path, output: Path) -> None:
    before = contents(output)
    file = edited(tmp_path, 'bg:extractor "ko.frame" ; bg:evidence <https://w3id.org/biograph/id/evidence/e2>', "")
    with pytest.raises(DatasetError, match="no evidence"):
        importing.take_back(file, output, force=True)
    assert contents(output) == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.trig", "<https://x/g> {\n <https://x/a> <https://x/b>\n}", "line 3"),
        ("a.nq", "<https://x/a> <https://x/b> <https://x/c> .\n<https://x/a> .", "line 2"),
        ("a.jsonld", '{"@context": {},\n "@graph": [}', "line 2"),
        ("a.ttl", "<https://x/a> <https://x/b> <https://x/c> .", "no named graph"),
        ("a.trig", "", "no named graph"),
        ("a.trig", "<https://x/g> { <https://x/a> <https://x/b> <https://x/c> }", "no document"),
        ("a.xlsx", "", ".jsonld"),
        ("a.trig", None, "a.trig"),
    ],
)
def test_what_is_no_dataset_is_told_in_a_line(
    tmp_path: Path, output: Path, name: str, content: str | None, words: str
) -> None:
    before = contents(output)
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(DatasetError) as caught:
        importing.take_back(tmp_path / name, output, force=True)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert contents(output) == before


# ---- The command


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0), *capsys.readouterr()


def test_the_command_tells_what_it_took(capsys: pytest.CaptureFixture[str], tmp_path: Path, output: Path) -> None:
    file = edited(tmp_path, PLANNED, "bg:status bg:asserted")
    code, out, err = run(capsys, "import", str(file), "-o", str(output), "--repair")
    assert (code, err) == (0, "")
    assert out.splitlines()[:4] == [
        "conforms: 2 documents, 11 statements, 10 quotes and mentions checked",
        "repaired       direct triples: 1 added, 0 removed",
        "statements     0 added, 0 removed, 1 changed",
        "quads          2 added, 1 removed",
    ]
    assert out.splitlines()[4:] == [
        f"{'' if number else 'written':<15}{output / name}"
        for number, name in enumerate(["dataset.trig", "brokers.csv", "graph.html", "report.md", "report.html"])
    ]


def test_the_command_tells_why_it_took_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, output: Path
) -> None:
    file = edited(tmp_path, PLANNED, "bg:status bg:asserted")
    code, out, err = run(capsys, "import", str(file), "-o", str(output))
    assert code == 1
    assert out.startswith("ko: “한빛바이오” invests in “하버시약” (asserted): is asserted, but")
    assert "1 violation: " in out
    assert "written" not in out
    assert re.fullmatch(r"biograph: nothing in .* was replaced \(.*--force.*\)\n", err)
    code, out, err = run(capsys, "import", str(file), "-o", str(output), "--force", "--json")
    assert (code, err) == (1, "")
    assert json.loads(out)["conforms"] is False
    assert json.loads(out)["files"][0] == str(output / "dataset.trig")
