"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from biograph.model import Status

F = TypeVar("F", bound=Callable[..., Any])

OUTPUT = Path("output")


def _place(context: click.Context, parameter: click.Parameter, value: str) -> Path | str:
    """A path, or the address of a SPARQL engine, which stays a text."""
    return value if value.lower().startswith(("http://", "https://")) else Path(value)


data = click.option(
    "--data",
    "--store",
    callback=_place,
    default=str(OUTPUT),
    show_default=True,
    metavar="PATH|URL",
    help="A built folder, a TriG or N-Quads file, or the address of a SPARQL engine.",
)
local_data = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=OUTPUT,
    show_default=True,
    help="A built folder, or a TriG or N-Quads file.",
)
language = click.option(
    "--language", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="Language of what is shown."
)
ontology = click.option(
    "--ontology",
    "ontology_folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with another ontology, names and frames.",
)
json = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")


def _confidence(context: click.Context, parameter: click.Parameter, value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:  # not so for nan, either
        raise click.BadParameter(f"{value!r} is not a number from 0 to 1", context, parameter)
    return number


min_confidence = click.option(
    "--min-confidence",
    metavar="X",
    default="0",
    callback=_confidence,
    help="Leave out statements less sure than X, from 0 to 1.",
)


def output(help: str, default: Path | None = None) -> Callable[[F], F]:
    """The option -o/--output, which must be given where there is no default."""
    path = click.Path(path_type=Path)
    if default is None:
        return click.option("-o", "--output", type=path, required=True, help=help)
    return click.option("-o", "--output", type=path, default=default, show_default=True, help=help)


# What a query may take; `terminal.limits` makes them one value.
_LIMITS = (
    click.option(
        "--timeout",
        type=click.FloatRange(min=0),
        metavar="SECONDS",
        default=60,
        show_default=True,
        help="Stop a query that takes longer; 0 for none.",
    ),
    click.option(
        "--memory",
        type=click.IntRange(min=0),
        metavar="MB",
        default=1024,
        show_default=True,
        help="Stop a query that takes more (on Linux); 0 for none.",
    ),
    click.option(
        "--max-rows",
        type=click.IntRange(min=0),
        metavar="N",
        default=100_000,
        show_default=True,
        help="Cut an answer there and say so; 0 for none.",
    ),
)


def limits(command: F) -> F:
    """What a query may take, given to the command as one dict, `allowed`."""
    return _gathered(_LIMITS, command, "allowed")


MEASURES = ("across", "group_betweenness", "betweenness", "effective_size", "bridging", "loss")
NULLS = ("labels", "degrees", "mixing")
STATUSES = tuple(str(status) for status in Status)

# What a network is; `terminal.load_network` makes it. Names are those of `network.Projection` and `brokers.Question`.
_NETWORK = (
    click.option("--between", nargs=2, metavar="A B", help="Count only paths between these two groups."),
    click.option(
        "--group",
        type=click.Choice(["country", "stated", "type", "louvain", "leiden"]),
        default="country",
        show_default=True,
        help="What the groups are: countries; those that texts state; types; communities by either method.",
    ),
    click.option("--group-query", metavar="QUERY", help="Groups by a SPARQL query, or @FILE, that binds ?node ?group."),
    click.option("--directed", is_flag=True, help="Ties run from subject to object."),
    click.option("--predicate", "predicates", multiple=True, metavar="NAME", help="This relation ties. Repeatable."),
    click.option(
        "--status",
        "statuses",
        type=click.Choice(STATUSES),
        multiple=True,
        metavar="STATUS",
        help=f"Which facts tie: {', '.join(STATUSES)}. Repeatable.  [default: asserted]",
    ),
    click.option("--places", is_flag=True, help="Places are nodes, too."),
    click.option(
        "--weight",
        type=click.Choice(["documents", "statements", "none"]),
        default="documents",
        show_default=True,
        help="What the weight of a tie counts.",
    ),
    min_confidence,
    click.option(
        "--min-documents",
        type=click.IntRange(min=1),
        default=1,
        metavar="N",
        help="Leave out facts that fewer articles state; 2 for single-source facts off.",
    ),
)
_TESTS = (
    click.option(
        "--by",
        type=click.Choice(MEASURES),
        metavar="MEASURE",
        default="across",
        show_default=True,
        help=f"The measure that ranks: {', '.join(MEASURES)}.",
    ),
    click.option(
        "--null",
        "nulls",
        type=click.Choice(NULLS),
        multiple=True,
        metavar="MODEL",
        help=f"Null model: {', '.join(NULLS)}. Repeatable.  [default: all]",
    ),
    click.option(
        "--draws", type=click.IntRange(min=0), metavar="N", default=999, show_default=True, help="Draws of each, or 0."
    ),
    click.option(
        "--bootstraps",
        type=click.IntRange(min=0),
        metavar="N",
        default=200,
        show_default=True,
        help="How often articles are drawn anew for the ranks; 0 leaves none out.",
    ),
    click.option(
        "--seed",
        type=click.IntRange(min=0),
        metavar="N",
        default=0,
        show_default=True,
        help="Seed of all that is drawn.",
    ),
)


def network(command: F) -> F:
    """The options that say what the network and its groups are, given to the command as one dict, `asked`."""
    return _gathered(_NETWORK, command, "asked")


def question(command: F) -> F:
    """Those of `network`, and what ranks, what is tested and how often, given to the command as one dict, `asked`."""
    return _gathered((*_NETWORK, *_TESTS), command, "asked")


def _gathered(decorators: tuple[Callable[[F], F], ...], command: F, name: str) -> F:
    @wraps(command)
    def gathered(**given: Any) -> Any:
        return command(**{name: {option: given.pop(option) for option in names}}, **given)

    known = len(getattr(command, "__click_params__", ()))
    decorated: Any = gathered
    for decorator in reversed(decorators):
        decorated = decorator(decorated)
    names = [option.name for option in decorated.__click_params__[known:]]
    return decorated  # type: ignore[no-any-return]
