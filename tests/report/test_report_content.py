"""What a report says: sentences that figures make, every number with its evidence, and nothing where nothing is."""

from dataclasses import replace

import pytest
from report_reading import COUNTED, Page, counted, markdown_links, planted_ranking

from biograph import brokers, groups
from biograph.brokers import Question, Ranking
from biograph.brokers.stability import Stability
from biograph.errors import NotFoundError
from biograph.model import Corpus
from biograph.network import Projection
from biograph.report import html, markdown
from biograph.report.blocks import Figure, Items, Line, Link, Quoted, Section, Table, plain
from biograph.report.content import content
from biograph.report.material import SHOWN
from biograph.wording import number
from small_corpus import CLAIM, corpus, located, planted


def section(corpus: Corpus, ranking: Ranking | None, anchor: str, language: str = "en") -> Section:
    """The section of a report with this anchor, at whatever depth."""

    def search(blocks: tuple[object, ...]) -> Section | None:
        for block in blocks:
            if isinstance(block, Section):
                if block.anchor == anchor:
                    return block
                if found := search(block.blocks):
                    return found
        return None

    found = search(content(corpus, ranking, language).sections)
    assert found, f"no section {anchor}"
    return found


def text(found: Section) -> list[str]:
    """Its paragraphs and items in order."""
    lines: list[str] = []
    for block in found.blocks:
        lines += [plain(line) for line in getattr(block, "lines", (block.line,) if hasattr(block, "line") else ())]
    return lines


def told(corpus: Corpus, ranking: Ranking, language: str = "en") -> list[str]:
    """The sentences of the answer."""
    return text(section(corpus, ranking, "answer", language))


def stable(**changed: object) -> Stability:
    known = Stability(
        rank=1,
        low=1,
        high=2,
        first_key_interval=(18.0, 18.0),
        documents=2,
        bootstraps=40,
        left_out=2,
        without=(),
        rests_on=(),
        multi_source=None,
        by_confidence=((0.5, 1),),
    )
    return replace(known, **changed)  # type: ignore[arg-type]


def resampled(found: Stability | None) -> tuple[Corpus, Ranking]:
    """The planted ranking with its first row's stability as given."""
    planted, ranking = planted_ranking()
    return planted, replace(ranking, rows=(replace(ranking.rows[0], stability=found), *ranking.rows[1:]))


def test_the_planted_broker_is_the_answer() -> None:
    """Three contacts on either side, all pairs of them open: 3 × 3 pairs, each from both ends."""
    claim, shown, alone, scope = told(*planted_ranking())
    assert claim == "The texts call 1 of the bodies a bridge: Hub (미국, 한국) (quotes)."
    assert shown.startswith(
        "Of the 24 bodies compared in the network, Hub ranks first by paths between groups and brokers 18 paths "
        "between groups (both directions counted). Verdict: more than chance (adjusted p="
    )
    assert alone == (
        "The paths of Hub between groups are all gone without any one of 2 documents, "
        "such as ‘Article 1, 2024-01-01 (d1)’."
    )
    assert scope == "2 documents read, 2 different texts. Network: 28 nodes, 29 ties, 28 nodes of known group."


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            stable(without=(("d2", 9),)),
            "Hub falls from rank 1 to rank 9 at worst (without Article 2, 2024-01-02 (d2)).",
        ),
        (stable(), "With each of 2 documents left out in turn, Hub never ranks lower than 1."),
        (
            stable(rests_on=("d2",)),
            "Hub between groups are all gone without one document, ‘Article 2, 2024-01-02 (d2)’.",
        ),
        (stable(left_out=0), "No document was left out"),
        (None, "No document was left out"),
    ],
)
def test_what_hangs_on_one_article(found: Stability | None, sentence: str) -> None:
    assert sentence in told(*resampled(found))[2]


def test_one_article_is_too_small_and_its_claim_stands_beside() -> None:
    found, ranking = counted(CLAIM)
    claim, shown, alone, small, _ = told(found, ranking)
    assert "KABIC (미국, 한국)" in claim
    assert "no two-path that joins different groups" in shown
    assert "too small to say (a single document" in shown
    assert alone.endswith("cannot be asked.")
    assert small.startswith("One article is a very small network.")
    (line,) = [line for line in text(section(found, ranking, "claims")) if "미국" in line]
    assert "“Company" not in line
    assert "“Association:KABIC bridges Country:미국”" in line
    assert (
        "KABIC: the text calls it a bridge, but the network has no path"
        in text(section(found, ranking, "agreement"))[0]
    )


def test_one_article_with_a_broker_cannot_be_left_out() -> None:
    both = f"{located('한국', 'K', 1)}\n{located('미국', 'U', 1)}\nCompany:Hub suppliesTo Company:K0"
    found, ranking = counted(f"{both}\nCompany:Hub suppliesTo Company:U0\nCompany:Hub locatedIn Country:한국")
    assert "cannot be asked" in told(found, ranking)[2]


def test_those_claimed_are_ranked_beside_the_first() -> None:
    texts = "Company:K3 bridges Country:미국", "Company:K5 bridges Country:미국 status=planned"
    found, ranking = counted(
        f"{located('한국', 'K', 9)}\n{located('미국', 'U', 2)}",
        "\n".join(f"Company:K0 suppliesTo Company:{end}" for end in ("K1", "U0", "U1")),
        *texts,
    )
    claim, shown, *_ = told(found, ranking)
    assert claim == "The texts call 2 of the bodies a bridge: K3 (미국), K5 (미국 (planned)) (quotes)."
    assert "K0 ranks first" in shown
    few = "with 0 paths between groups, too small to say (too few nodes of known group)"
    assert f"K3 ranks 2 {few}; K5 ranks 2 {few}." in shown


def test_claim_and_computation_agree_in_the_planted_corpus() -> None:
    (line,) = text(section(*planted_ranking(), "agreement"))
    assert line.startswith("Hub: the network, too, has 18 paths through it between the countries that the text names.")


def cells(found: Section) -> list[list[tuple[str, ...]]]:
    return [[tuple(map(plain, row)) for row in block.rows] for block in found.blocks if isinstance(block, Table)]


def test_the_first_rows_are_in_the_tables_and_the_rest_is_counted() -> None:
    found = section(*planted_ranking(), "brokers")
    verdicts, roles = cells(found)
    assert [len(verdicts), len(roles)] == [10, 10]
    assert verdicts[0][:5] == ("Hub", "1", "한국", "미국, 한국", "more than chance")
    assert roles[0] == ("Hub", "18", "6", "6", "9", "9", "0", "0", "1", "6", "72")
    assert "10 of 24 are shown. For all of them: biograph brokers" in text(found)


def test_whoever_is_claimed_is_in_the_tables() -> None:
    chain = "\n".join(f"Company:K{n} partnersWith Company:K{n + 1}" for n in range(20))
    found, ranking = counted(chain, "Company:K9 bridges Country:미국")
    assert ranking.rows[0].name == "K9"  # equals: claimed before not
    last = replace(ranking, rows=(*ranking.rows[1:], ranking.rows[0]))
    verdicts, _ = cells(section(found, last, "brokers"))
    assert [row[0] for row in verdicts][10:] == ["K9"]


def test_every_number_in_the_tables_leads_to_its_evidence() -> None:
    def bare(line: Line) -> bool:
        return any(c in "123456789" for c in plain(line)) and not any(isinstance(piece, Link) for piece in line)

    tables = [block for block in section(*planted_ranking(), "brokers").blocks if isinstance(block, Table)]
    assert [cell for table in tables for row in table.rows for cell in row if bare(cell)] == []


def test_a_role_opens_to_its_two_paths_and_these_to_their_quotes() -> None:
    found, ranking = planted_ranking()
    (role,) = [s for s in section(found, ranking, "b1-roles").blocks if getattr(s, "anchor", "") == "b1-gatekeeper"]
    assert isinstance(role, Section)
    assert role.heading == "gatekeeper 9: out of another group into its own"
    lines = text(role)
    assert lines[0].startswith("K0 (한국) – U0 (미국) (counts 1): Hub – ")
    assert len(lines) == SHOWN + 1
    assert lines[-1] == "4 more. For all of them: biograph why Hub --role gatekeeper"
    quotes = {q.anchor: q.quote for q in content(found, ranking, "en").sections[-2].blocks if isinstance(q, Quoted)}
    (items,) = (block for block in role.blocks if isinstance(block, Items))
    linked = {quotes[piece.target] for line in items.lines for piece in line if isinstance(piece, Link)}
    assert linked == {f"Company:Hub suppliesTo Company:{contact}" for contact in ("K0", "K16", "U0", "U1", "U2")}


def test_evidence_shows_groups_tests_ranks_ties_losses_and_documents() -> None:
    found, ranking = planted_ranking()
    (group,) = text(section(found, ranking, "b1-groups"))
    assert group.startswith("한국: Hub – is located in – 한국 [")
    (tests,) = cells(section(found, ranking, "b1-chance"))
    assert tests[0][:2] == ("paths between groups", "18")
    ranks = text(section(found, ranking, "b1-stability"))
    assert ranks[0].startswith("Middle 95 % of its ranks in 40 samples of the documents: 1 to ")
    assert "Without Article 2, 2024-01-02 (d2): rank 2 (no path is left)" in ranks
    assert "By the facts of two documents or more: it falls to zero" in ranks
    ties = text(section(found, ranking, "b1-ties"))
    assert (len(ties), ties[-1]) == (SHOWN + 1, "1 more. For all of them: biograph why Hub")
    loss = text(section(found, ranking, "b1-loss"))
    assert loss[0].startswith("Without it the network falls into 4 parts and 72 pairs of different groups are cut.")
    assert loss[1:] == ["U0 (미국)", "U1 (미국)", "U2 (미국)"]
    assert text(section(found, ranking, "b1-documents")) == ["Article 1, 2024-01-01 (d1)", "Article 2, 2024-01-02 (d2)"]


def test_ties_in_the_figures_are_listed() -> None:
    found, ranking = planted_ranking()
    listed = section(found, ranking, "ties").blocks
    headings = {block.anchor: block.heading for block in listed if isinstance(block, Section)}
    assert headings == {"m0-0": "한국 – 한국 (26)", "m0-1": "한국 – 미국 (3)", f"t{2024 * 12}": "2024-01 (29)"}


def test_ties_are_dated_by_the_first_document_that_states_them() -> None:
    """The second document states again what the first does, and one tie between the countries."""
    places = "Company:A locatedIn Country:한국\nCompany:B locatedIn Country:한국\nCompany:C locatedIn Country:미국"
    again = "Company:A partnersWith Company:B"
    found = corpus(f"{places}\n{again}", f"{again}\nCompany:B partnersWith Company:C\nCompany:C partnersWith Company:D")
    dates = {"d1": "2023-05-01", "d2": "2024-01-31"}
    dated = {id_: replace(document, published=dates[id_]) for id_, document in found.documents.items()}
    found = replace(found, documents=dated)
    drawn = section(found, brokers.rank(found, COUNTED), "figures").blocks[-1]
    assert isinstance(drawn, Figure)
    rows = [tuple(map(plain, row)) for row in drawn.table.rows]
    assert [rows[0], rows[-1]] == [("2023-05", "0", "1"), ("2024-01", "1", "0")]
    assert drawn.picture.text.endswith("Not drawn: ties with an end of unknown group (1).")


def test_groups_have_sizes_ties_and_roles_against_chance() -> None:
    sizes, roles = cells(section(*planted_ranking(), "groups"))
    assert sizes == [("한국", "25", "26", "3", "-0.79"), ("미국", "3", "0", "3", "1")]
    assert [row[0] for row in roles] == ["한국", "미국", "all"]
    _, ranking = planted_ranking()
    tests = ranking.groups[0].tests["labels"], ranking.overall_tests["labels"]
    expected = [number(of_null["representative"].expected) for of_null in tests]
    assert [roles[0][3], roles[2][3]] == [f"9 ({expected[0]})", f"9 ({expected[1]})"]


def test_methods_tell_what_was_done() -> None:
    lines = text(section(*planted_ranking(), "methods"))
    assert any("groups shuffled': 99 draws" in line for line in lines)
    assert any("40 bootstrap samples of the documents, 2 documents left out" in line for line in lines)
    assert lines[-1].startswith("Random seed 0, biograph ")
    assert "Not tested against any null model" in text(section(*counted(CLAIM), "methods"))


@pytest.mark.parametrize(
    "question",
    [
        replace(COUNTED, group="type"),
        replace(COUNTED, group="louvain"),
        replace(COUNTED, between=("한국", "미국")),
        replace(COUNTED, projection=Projection(directed=True)),
        replace(COUNTED, projection=Projection(min_documents=2)),
        replace(COUNTED, by="betweenness"),
    ],
)
def test_every_question_can_be_reported(question: Question) -> None:
    found = planted()
    written = html(found, brokers.rank(found, question), "ko")
    page = Page(written)
    assert {href.removeprefix("#") for href in page.values("href")} <= set(page.values("id"))


def test_two_paths_heed_what_was_asked() -> None:
    found = planted()
    ranking = brokers.rank(found, replace(COUNTED, between=("한국", "미국")))
    assert "coordinator" not in "".join(text(section(found, ranking, "b1-roles")))
    directed = brokers.rank(found, replace(COUNTED, projection=Projection(directed=True)))
    hub = next(n for n, row in enumerate(directed.rows, 1) if row.name == "Hub")  # it supplies all, nobody supplies it
    assert text(section(found, directed, f"b{hub}-roles")) == ["It has no two-path that counts."]


def test_whoever_has_no_known_group_brokers_too() -> None:
    found, ranking = counted(
        f"{located('한국', 'K', 1)}\n{located('미국', 'U', 1)}\nCompany:Hub suppliesTo Company:K0",
        "Company:Hub suppliesTo Company:U0",
    )
    _, roles = cells(section(found, ranking, "brokers"))
    assert roles[0][:8] == ("Hub", "2", "0", "0", "0", "0", "0", "2")
    (role,) = section(found, ranking, "b1-roles").blocks
    assert isinstance(role, Section)
    assert role.heading.endswith("2: the two contacts in different groups, its own unknown")
    assert text(role)[0].startswith("K0 (한국) – U0 (미국) (counts 2): ")


def test_the_null_model_that_decides_is_named() -> None:
    found = planted()
    ranking = brokers.rank(found, Question(nulls=("labels", "mixing"), draws=99, bootstraps=0))
    kept = "ties shuffled, each keeping its number of ties, and as many between groups"
    tests = section(found, ranking, "b1-chance").blocks
    assert [block.caption for block in tests if isinstance(block, Table)] == [kept, "groups shuffled"]
    assert f"strictest null model used here ('{kept}')" in text(section(found, ranking, "methods"))[0]
    assert f"(null model: {kept})" in markdown(found, ranking, "en")


def test_two_paths_are_between_the_groups_asked_for() -> None:
    ends = "\n".join(f"Company:Hub suppliesTo Company:{end}" for end in ("A0", "K0", "U0"))
    places = "\n".join(located(*place, 1) for place in (("일본", "A"), ("한국", "K"), ("미국", "U")))
    found = corpus(f"{places}\nCompany:Hub locatedIn Country:한국\n{ends}")
    ranking = brokers.rank(found, replace(COUNTED, between=("한국", "미국")))
    (line,) = text(section(found, ranking, "b1-representative"))
    assert line.startswith("K0 (한국) – U0 (미국) (counts 1): ")


def test_a_grouping_of_the_users_is_reported() -> None:
    found = planted()
    east = {id_: (groups.Membership("east" if "k" in id_ else "west"),) for id_ in found.entities}
    grouping = groups.Grouping("query", east, {"east": {"en": "the East"}, "west": {}})
    ranking = brokers.rank(found, COUNTED, grouping=grouping)
    written = markdown(found, ranking, "en", grouping=grouping)
    assert "the East" in written
    assert "Groups: a SPARQL query" in written


def test_of_many_groups_the_largest_are_shown() -> None:
    pairs = [f"Company:{a}0 partnersWith Company:{a}1\n{located(f'Land{a}', a, 2)}" for a in "ABCDEFGHIJKLMNOPQRST"]
    found, ranking = counted("\n".join(pairs))
    assert len(section(found, ranking, "groups").blocks) == 4
    assert "8 groups are left out" in text(section(found, ranking, "groups"))[-1]
    listed = [s.anchor for s in section(found, ranking, "ties").blocks if isinstance(s, Section)]
    assert len([anchor for anchor in listed if anchor.startswith("m")]) == 12


def test_another_measure_ranks_its_own_first() -> None:
    found = planted()
    ranking = brokers.rank(found, replace(COUNTED, by="betweenness"))
    top = replace(ranking, rows=(*ranking.rows[1:], ranking.rows[0]))
    assert f"{top.rows[0].name} ranks first by betweenness and brokers 0 paths" in told(found, top)[1]


def test_a_body_with_many_contacts_shows_some_and_counts_the_rest() -> None:
    spokes = "\n".join(f"Company:Hub suppliesTo Company:K{n}" for n in range(40))
    found, ranking = counted(f"{located('한국', 'K', 40)}\nCompany:Hub locatedIn Country:한국\n{spokes}")
    (role,) = [s for s in section(found, ranking, "b1-roles").blocks if isinstance(s, Section)]
    assert (
        text(role)[-1] == "1550 more. For all of them: biograph why Hub --role coordinator"
    )  # 40 × 39 paths, 5 pairs shown
    assert len(html(found, ranking, "ko")) < 60_000


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    "texts",
    [
        ("Company:A partnersWith Company:B",),  # nobody has two ties
        ("Company:A locatedIn Country:한국",),  # nobody is tied
        (
            f"{located('한국', 'K', 3)}\nCompany:K0 partnersWith Company:K1\nCompany:K1 partnersWith Company:K2",
        ),  # one group
        ("Company:A partnersWith Company:B\nCompany:B partnersWith Company:C",),  # no group is known
    ],
)
def test_little_is_told_in_sentences(texts: tuple[str, ...], language: str) -> None:
    found, ranking = counted(*texts)
    for part in content(found, ranking, language).sections:
        assert part.blocks
        for block in part.blocks:
            assert not isinstance(block, Table) or block.rows
    assert Page(html(found, ranking, language)).texts("h1")
    assert markdown(found, ranking, language)


@pytest.mark.parametrize(
    ("language", "sentence"), [("ko", "순위를 매길 대상이 없습니다."), ("en", "there is nobody to rank.")]
)
def test_an_empty_dataset_is_a_sentence(language: str, sentence: str) -> None:
    assert sentence in markdown(Corpus(), None, language)
    assert sentence in html(Corpus(), None, language)


def test_another_language_is_refused() -> None:
    with pytest.raises(NotFoundError, match="ko"):
        markdown(Corpus(), None, "fr")


def test_both_languages_tell_the_same() -> None:
    found, ranking = planted_ranking()
    ko, en = (markdown(found, ranking, language) for language in ("ko", "en"))
    assert markdown_links(ko) == markdown_links(en)
    assert [line for line in ko.splitlines() if line.startswith("> ")] == [
        line for line in en.splitlines() if line.startswith("> ")
    ]
    assert "우연보다 많음" in ko


def test_the_same_ranking_gives_the_same_bytes() -> None:
    found, ranking = planted_ranking()
    assert html(found, ranking) == html(found, ranking)
    shuffled = corpus(*[document.text for document in found.documents.values()])
    assert markdown(shuffled, ranking) == markdown(found, ranking)


def test_a_name_in_a_command_is_no_command() -> None:
    found, ranking = planted_ranking()
    evil = replace(ranking, rows=(replace(ranking.rows[0], name="$(reboot)"), *ranking.rows[1:]))
    assert text(section(found, evil, "b1-ties"))[-1] == "1 more. For all of them: biograph why '$(reboot)'"
