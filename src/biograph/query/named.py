"""Queries that have a name, parameters and a documentation, in files that anybody can add to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from biograph.errors import NotFoundError, QueryError
from biograph.vocabulary import Ontology

_NAME = re.compile(r"[\w-]+")
_TEXT = re.compile(r"# (title|description)@(\w+): *(.+)")
_PARAMETER = re.compile(r"# param (\w+)(@entity)? *(?:= *([^:]*?) *)?: *(.+)")
_TRANSLATED = re.compile(r"# param@(\w+) (\w+): *(.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable whose value the caller gives; `default` is None where there must be one.

    With `entity`, the value is to be a name or an alias of something in the dataset. `descriptions` are by language.
    """

    name: str
    default: str | None
    descriptions: Mapping[str, str]
    entity: bool = False

    def description(self, language: str) -> str:
        """What the value means, in a language, else in English."""
        return self.descriptions.get(language) or self.descriptions["en"]


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A SPARQL query with what its leading comments say of it; `name` is empty where it was typed, not found.

    The comments are `# title@ko: …`, `# description@en: …` and `# param NAME: …`, `# param NAME = DEFAULT: …` or
    `# param NAME@entity: …`, in English, with `# param@ko NAME: …` for another language.
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
        lines = [line.rstrip() for line in text.splitlines()]
        translated = [found.groups() for line in lines if (found := _TRANSLATED.fullmatch(line))]
        parameters = []
        for line in lines:
            if found := _TEXT.fullmatch(line):
                texts[found[1]][found[2]] = found[3]
            elif found := _PARAMETER.fullmatch(line):
                others = {language: said for language, name, said in translated if name == found[1]}
                parameters.append(Parameter(found[1], found[3], {"en": found[4]} | others, bool(found[2])))
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
                hint = f"{parameter.name}=…, {parameter.description('en')}"
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
