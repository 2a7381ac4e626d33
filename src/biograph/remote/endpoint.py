"""Where an engine answers, takes updates and keeps graphs, all found from the one address that a user gives."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit, urlunsplit

from biograph.errors import DatasetError

USER, PASSWORD = "BIOGRAPH_STORE_USER", "BIOGRAPH_STORE_PASSWORD"  # in the environment
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Habit:
    """Where an engine has its addresses: what its Server header and the path for queries match, and what it then has.

    `update` and `graphs` replace what `path` matched; an empty one says that there is none. `parameters` make the
    union of all graphs the default graph of a query.
    """

    server: str
    path: str
    update: str
    graphs: str
    parameters: tuple[tuple[str, str], ...] = ()


# Their service descriptions, where there are any, tell neither the address of updates nor that of graphs.
_HABITS = (
    Habit("oxigraph", r"/(query|sparql)$", "/update", "/store", (("union-default-graph", ""),)),
    Habit("virtuoso", r"/sparql(-auth)?/?$", "/sparql-auth", "/sparql-graph-crud-auth"),
    Habit("fuseki", r"/(query|sparql)$", "/update", "/data"),
    Habit("", r"(?<=/repositories/)([^/]+)/?$", r"\1/statements", r"\1/rdf-graphs/service"),  # RDF4J and GraphDB
    Habit("", r"$", "", ""),  # QLever and others: one address for all, graphs by updates
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The addresses of an engine: of queries, of updates, and of its Graph Store where it has one.

    `parameters` go with each query. The password is in no text made of it.
    """

    query: str
    update: str = ""
    graphs: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    parameters: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(
        cls, address: str, *, update: str = "", graphs: str = "", environment: Mapping[str, str] = os.environ
    ) -> Endpoint:
        """The endpoint at an address of queries; user and password are the address's, else the environment's.

        Raises DatasetError where one of the addresses is none of the web.
        """
        query, update, graphs = (_plain(each) if each else "" for each in (address or "-", update, graphs))
        parts = urlsplit(address.strip())
        user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
        if parts.username:
            user, password = unquote(parts.username), unquote(parts.password or "")
        return cls(query, update, graphs, user, password)

    def of_server(self, server: str) -> Endpoint:
        """With the addresses that an engine of this name usually has; those that are known already stay."""
        parts = urlsplit(self.query)
        fitting = ((habit, re.search(habit.path, parts.path)) for habit in _HABITS if habit.server in server.lower())
        habit, found = next((habit, found) for habit, found in fitting if found)

        def beside(ending: str) -> str:
            path = parts.path[: found.start()] + found.expand(ending)
            return urlunsplit((parts.scheme, parts.netloc, path, "", ""))

        return replace(
            self,
            update=self.update or (beside(habit.update) if habit.update else self.query),
            graphs=self.graphs or (beside(habit.graphs) if habit.graphs else ""),
            parameters=self.parameters or habit.parameters,
        )


def is_address(text: str) -> bool:
    """Whether a text is the address of an engine, not the path of a file."""
    return _SCHEME.match(text.strip()) is not None


def _plain(address: str) -> str:
    """The address without user, password and fragment."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not is_address(address) or not host:
        raise DatasetError("that is no address of the web", where="--store", hint="give http(s)://HOST/…/sparql")
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    return urlunsplit((parts.scheme, place, parts.path, parts.query, ""))
