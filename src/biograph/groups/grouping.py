"""What a way of grouping gives: each entity's groups and what shows them, and the names of the groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from biograph.errors import NotFoundError
from biograph.model import Corpus, normalise_name
from biograph.naming import nearest

Kind: TypeAlias = Literal["country", "stated", "type", "louvain", "leiden", "query"]
_COUNTRIES = ("country", "stated")
_LISTED = 12  # groups that an error names; a large network has hundreds of communities


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """One group of an entity. `chain` are the ids of the statements that show it, from the entity outwards.

    `gazetteer` is the place or body whose country the gazetteer, not a text, supplied; None where statements lead all
    the way.
    """

    group: str
    chain: tuple[str, ...] = ()
    gazetteer: str | None = None


Memberships: TypeAlias = Mapping[str, tuple[Membership, ...]]


@dataclass(frozen=True)
class Grouping:
    """The groups of entities by id, each entity's in order of group; the empty tuple where they are unknown.

    `names` are those of every group, by language. `derived` tells that the groups come from the ties themselves: the
    ties then lie within them by construction, and to test that against chance is circular.

    >>> found = Grouping("query", {"Company/a": (Membership("north"),), "Company/b": ()}, {"north": {"ko": "북"}})
    >>> found.groups
    {'Company/a': ('north',), 'Company/b': ()}
    >>> found.label("north", "ko"), found.label("north", "en")
    ('북', 'north')
    """

    kind: Kind
    memberships: Memberships
    names: Mapping[str, Mapping[str, str]]
    derived: bool = False

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The groups alone, as the measures of `brokerage` take them."""
        return {id_: tuple(m.group for m in found) for id_, found in self.memberships.items()}

    def label(self, group: str, language: str) -> str:
        """A group's name in a language, else the group itself."""
        return self.names.get(group, {}).get(language, group)


def resolve(corpus: Corpus, grouping: Grouping, name: str) -> str:
    """The group that a user means: by the group itself, its name in a language, or what texts call it.

    A country goes by its code, its names and the aliases of the entity, and so does any other group that is an entity.
    Raises NotFoundError where there is none (nearest first), or where several go by that name.

    >>> resolve(Corpus(), Grouping("query", {}, {"north": {"ko": "북", "en": "the North"}}), "The North")
    'north'
    """
    if name in grouping.names:
        return name
    forms = _forms(corpus, grouping)
    wanted = normalise_name(name)
    found = [group for group, its in sorted(forms.items()) if wanted and wanted in map(normalise_name, its)]
    if len(found) > 1:
        raise NotFoundError(f"{name!r} names several groups", hint=f"say which: {', '.join(found)}")
    if found:
        return found[0]
    raise NotFoundError(f"no group named {name!r}", hint=f"groups here: {_listed(grouping, forms, name)}")


def _forms(corpus: Corpus, grouping: Grouping) -> dict[str, list[str]]:
    """Group to all that it goes by, the group itself first."""
    forms = {group: [group, *(its[language] for language in sorted(its))] for group, its in grouping.names.items()}
    for id_, entity in sorted(corpus.entities.items()):
        group = (entity.country or entity.name) if grouping.kind in _COUNTRIES and entity.type == "Country" else id_
        if group in forms:
            forms[group] += (id_, entity.name, *entity.aliases)
    return forms


def _listed(grouping: Grouping, forms: Mapping[str, list[str]], name: str) -> str:
    shown = {group: " or ".join(dict.fromkeys((group, *grouping.names[group].values()))) for group in sorted(forms)}
    near = nearest(name, ((form, shown[group]) for group, its in sorted(forms.items()) for form in its))
    every = list(dict.fromkeys((*near, *shown.values())))
    more = f" and {len(every) - _LISTED} more" if len(every) > _LISTED else ""
    return (", ".join(every[:_LISTED]) + more) or "none"
