"""SPARQL for people: named queries with parameters, and answers as a table or in the W3C's formats."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

import rdflib
from rdflib.query import Result

from biograph import table
from biograph.errors import NotFoundError, QueryError
from biograph.model import normalise_name
from biograph.naming import nearest
from biograph.sparql import QUERY_PREFIXES
from biograph.store import Answer, Store, Term
from biograph.vocabulary import Ontology

FORMATS = {
    "table": "aligned columns for reading; yes or no for ASK",
    "csv": "SPARQL 1.1 results as CSV",
    "tsv": "SPARQL 1.1 results as TSV, terms in Turtle's syntax",
    "json": "SPARQL 1.1 results as JSON",
    "xml": "SPARQL results as XML",
    "turtle": "the triples of CONSTRUCT and DESCRIBE",
}
_NAME = re.compile(r"[\w-]+")
_TEXT = re.compile(r"# (title|description)@(\w+): *(.+)")
_PARAMETER = re.compile(r"# param (\w+)(@entity)? *(?:= *([^:]*?) *)?: *(.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable whose value the caller gives; `default` is None where there must be one.

    With `entity`, the value is to be a name or an alias of something in the dataset.
    """

    name: str
    default: str | None
    description: str
    entity: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A SPARQL query with what its leading comments say of it; `name` is empty where it was typed, not found.

    The comments are `# title@ko: …`, `# description@en: …` and `# param NAME: …`, `# param NAME = DEFAULT: …` or
    `# param NAME@entity: …`.
    """

    name: str
    text: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    parameters: tuple[Parameter, ...]

    @classmethod
    def parse(cls, text: str, name: str = "") -> NamedQuery:
        """A query from its text; one without such comments has no title and no parameter."""
        texts: dict[str, dict[str, str]] = {"title": {}, "description": {}}
        parameters = []
        for line in text.splitlines():
            if found := _TEXT.fullmatch(line.rstrip()):
                texts[found[1]][found[2]] = found[3]
            elif found := _PARAMETER.fullmatch(line.rstrip()):
                parameters.append(Parameter(found[1], found[3], found[4], bool(found[2])))
        return cls(name, text, texts["title"], texts["description"], tuple(parameters))

    def title(self, language: str) -> str:
        """The title in a language, else in English, else the name."""
        return self.titles.get(language) or self.titles.get("en") or self.name

    def description(self, language: str) -> str:
        """The description in a language, else in English, else nothing."""
        return self.descriptions.get(language) or self.descriptions.get("en") or ""

    def bindings(self, values: Mapping[str, str]) -> dict[str, str]:
        """A value for every parameter: the one given, else its default.

        Raises NotFoundError for a value without a parameter, QueryError for a parameter without a value.
        """
        known = [parameter.name for parameter in self.parameters]
        for name in values:
            if name not in known:
                hint = f"it has {', '.join(known)}" if known else "it has none"
                raise NotFoundError(f"no such parameter: {name}", where=self._where, hint=hint)
        bound = {p.name: values.get(p.name, p.default) for p in self.parameters}
        for parameter in self.parameters:
            if bound[parameter.name] is None:
                hint = f"--set {parameter.name}=…, {parameter.description}"
                raise QueryError(f"{parameter.name} must be given", where=self._where, hint=hint)
        # The same name can be typed composed or decomposed; texts are stored composed.
        return {name: unicodedata.normalize("NFC", value or "") for name, value in bound.items()}

    @property
    def _where(self) -> str:
        return f"query {self.name}".strip()


def named(ontology: Ontology) -> list[NamedQuery]:
    """The queries of the ontology's `queries` folder, in alphabetical order."""
    paths = sorted((ontology.directory / "queries").glob("*.rq"))
    return [NamedQuery.parse(path.read_text("utf-8"), path.stem) for path in paths]


def find(name: str, ontology: Ontology) -> NamedQuery:
    """The query with a name. Raises NotFoundError, which gives the nearest names."""
    queries = {query.name: query for query in named(ontology)}
    if name not in queries:
        near = get_close_matches(name, queries) or list(queries)
        raise NotFoundError(f"no query is named {name}", hint=f"there is {', '.join(near)}")
    return queries[name]


def read(path: Path) -> NamedQuery:
    """The query in a file, which may have parameters as the named ones do. Raises QueryError where there is none."""
    try:
        return NamedQuery.parse(path.read_text("utf-8-sig"), path.name)
    except OSError as error:
        raise QueryError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise QueryError("not UTF-8", where=str(path), hint="save the query as UTF-8") from error


def resolve(request: str, ontology: Ontology) -> NamedQuery:
    """What a user asks: a single word is the name of a query, anything else is SPARQL."""
    word = request.strip()
    return find(word, ontology) if _NAME.fullmatch(word) else NamedQuery.parse(request)


def run(
    store: Store,
    query: NamedQuery | str,
    *,
    format: str | None = None,
    values: Mapping[str, str] | None = None,
    columns: int | None = None,
) -> str:
    """The answer to a query as text that ends in a line break.

    `format` is one of FORMATS: by default a table, for triples Turtle. `values` are those of the query's parameters;
    `columns` is the terminal's width, which only a table heeds. Raises QueryError when the query is wrong, lacks a
    value, or has no answer in that format; NotFoundError, with the nearest names, when it is about nobody known.
    """
    asked = NamedQuery.parse(query) if isinstance(query, str) else query
    bound = asked.bindings(values or {})
    answer = store.answer(asked.text, **bound)
    if answer.kind == "select" and not answer.rows:
        _expect_known(store, [bound[parameter.name] for parameter in asked.parameters if parameter.entity])
    form = format or ("turtle" if answer.kind == "construct" else "table")
    if form not in FORMATS:
        raise QueryError(f"no such format: {form}", hint=f"there is {', '.join(FORMATS)}")
    if answer.kind == "construct":
        return _triples(answer, form, columns)
    if form == "turtle":
        raise QueryError("only CONSTRUCT and DESCRIBE give Turtle", hint="try json or csv")
    if answer.kind == "ask":
        return _truth(answer.truth, form)
    return _rows(answer, {parameter.name for parameter in asked.parameters}, form, columns)


def brief(term: Term | None) -> str:
    """A term for people: an address with its prefix, a literal without language and type, nothing as nothing.

    A name such as `id:Company/유한양행` is for reading; in a query the address is written out, in angle brackets.
    """
    if not isinstance(term, rdflib.URIRef):
        return "" if term is None else str(term)
    for prefix, namespace in QUERY_PREFIXES.items():
        if term.startswith(namespace) and term != namespace:
            return f"{prefix}:{unquote(term.removeprefix(namespace))}"
    return str(term)


def _expect_known(store: Store, names: Sequence[str]) -> None:
    """That nothing is said of somebody is an answer, that nobody bears the name is not."""
    if not names:
        return
    labels = store.select("SELECT ?form ?name { ?e skos:prefLabel ?name ; skos:prefLabel|skos:altLabel ?form }")
    forms = [(str(row["form"]), str(row["name"])) for row in labels]
    known = {normalise_name(form) for form, _ in forms}
    for name in names:
        if not normalise_name(name) or normalise_name(name) not in known:
            near = nearest(name, forms)
            raise NotFoundError(f"no entity named {name!r}", hint=f"nearest: {', '.join(near)}" if near else "")


def _triples(answer: Answer, form: str, columns: int | None) -> str:
    if form == "turtle":
        return answer.serialise("text/turtle").decode()
    if form != "table":
        raise QueryError(f"triples cannot be written as {form}", hint="try turtle")
    rows = [[brief(term) for term in triple] for triple in answer.triples]
    return table.render(["subject", "predicate", "object"], rows, columns=columns)


def _truth(truth: bool, form: str) -> str:
    if form in ("json", "xml"):
        result = Result("ASK")
        result.askAnswer = truth
        return _serialised(result, form)
    return f"{truth}\n".lower()


def _rows(answer: Answer, hidden: set[str], form: str, columns: int | None) -> str:
    """The rows without the columns of parameters, which stand in SELECT only so that values can be bound to them."""
    shown = [i for i, name in enumerate(answer.variables) if name not in hidden]
    header = [answer.variables[i] for i in shown]
    rows = [[row[i] for i in shown] for row in answer.rows]
    if form == "table":
        return table.render(header, [[brief(term) for term in row] for row in rows], columns=columns)
    if form == "tsv":
        return _tsv(header, rows)
    result = Result("SELECT")
    result.vars = [rdflib.Variable(name) for name in header]
    result.bindings = [{v: term for v, term in zip(result.vars, row, strict=True) if term is not None} for row in rows]
    return _serialised(result, form)


def _tsv(header: Sequence[str], rows: Sequence[Sequence[Term | None]]) -> str:
    lines = [[f"?{name}" for name in header], *([_turtle(term) for term in row] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def _turtle(term: Term | None) -> str:
    if term is None:
        return ""
    # rdflib writes a text of several lines in three quotes, which would end the row.
    if isinstance(term, rdflib.Literal):
        tail = f"@{term.language}" if term.language else f"^^<{term.datatype}>" if term.datatype else ""
        escaped = str(term).translate({92: "\\\\", 34: '\\"', 10: "\\n", 13: "\\r", 9: "\\t"})
        return f'"{escaped}"{tail}'
    return term.n3()


def _serialised(result: Result, form: str) -> str:
    data = result.serialize(format=form, encoding="utf-8") or b""
    return data.decode().rstrip("\n") + "\n"
