"""Whether a text presents an event as done, planned, denied, possible or hearsay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from biograph.extract.english.constituents import Item, Verb
from biograph.model import Status

_FUTURE = frozenset({"will", "would", "shall", "wo"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "should", "ca", "cannot", "must"})
_HAPPENING = frozenset(
    [
        "begin",
        "start",
        "continue",
        "help",
        "manage",
        "come",
        "go",
        "allow",
        "enable",
        "serve",
        "use",
        "proceed",
        "remain",
        "happen",
        "get",
        "work",
        "be",
        "move",
    ]
)
_FAILING = frozenset({"fail", "decline", "refuse", "stop", "drop", "scrap", "cancel", "abandon", "shelve"})
_HEARSAY = frozenset({"reportedly", "allegedly", "rumoured", "rumored"})
_CONSIDERING = frozenset({"consider", "weigh", "discuss", "explore", "mull", "study"})
_CONDITIONS = frozenset({"if", "unless", "whether"})


def status(items: Sequence[Item], at: int, statuses: Mapping[int, Status]) -> Status:
    """How the verb at `at` is presented, given the statuses of the verbs before it in the sentence."""
    verb = items[at].verb
    if verb is None:
        return Status.ASSERTED
    own = _own(verb)
    if _conditional(items, at):
        return Status.POSSIBLE
    governor = _governor(items, at)
    if _denied_before(items, at):
        return Status.NEGATED
    if governor is not None and governor == at - 1 and verb.form == "ing" and not verb.auxiliaries:
        considered = (above := items[governor].verb) is not None and above.lemma in _CONSIDERING
        return Status.POSSIBLE if considered else statuses.get(governor, own)
    if verb.infinitive:
        return _controlled(items, governor, statuses, own)
    if governor is not None and items[at - 1].form in ("and", "or") and verb.form == "base" and not verb.auxiliaries:
        return statuses.get(governor, own)
    return own


def _own(verb: Verb) -> Status:
    words = set(verb.auxiliaries)
    if "longer" in verb.adverbs:
        return Status.ENDED
    if verb.negated:
        return Status.NEGATED
    if words & _POSSIBLE:
        return Status.POSSIBLE
    if words & _FUTURE:
        return Status.PLANNED
    return Status.RUMOURED if _HEARSAY & set(verb.adverbs) else Status.ASSERTED


def _controlled(items: Sequence[Item], governor: int | None, statuses: Mapping[int, Status], own: Status) -> Status:
    """An infinitive: what it depends on decides (`began to`, `failed to`, `plans to`)."""
    if own is Status.NEGATED:
        return own
    if governor is None or (verb := items[governor].verb) is None:
        return Status.PLANNED
    above = statuses.get(governor, Status.ASSERTED)
    if above in (Status.NEGATED, Status.POSSIBLE, Status.RUMOURED):
        return above
    if verb.lemma in _FAILING:
        return Status.NEGATED
    adjacent = not any(i.phrase for i in items[governor + 1 : governor + 2])
    return (
        above
        if verb.lemma in _HAPPENING - {"be"} and (adjacent or verb.lemma in {"help", "allow", "enable", "use"})
        else Status.PLANNED
    )


def _governor(items: Sequence[Item], at: int) -> int | None:
    for i in range(at - 1, -1, -1):
        if items[i].kind == "STOP":
            return None
        if items[i].verb is not None:
            return i
    return None


def _conditional(items: Sequence[Item], at: int) -> bool:
    for i in range(at - 1, -1, -1):
        if items[i].kind == "SUB":
            return items[i].form in _CONDITIONS
        if items[i].kind in ("STOP", "COMMA") or items[i].verb is not None:
            return False
    return False


def _denied_before(items: Sequence[Item], at: int) -> bool:
    """`rather than license`, `without acquiring`, `not to build`."""
    before = [i.form for i in items[max(0, at - 2) : at]]
    return bool(before) and (before[-1] in ("without", "not") or (before[-1] == "than" and "rather" in "".join(before)))
