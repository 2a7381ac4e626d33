"""Role profiles: for each node a bar for each of the five roles, and a tick where the null model expects it to end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from biograph.figures.svg import BLUE, ORANGE, SMALL, Picture, bar, label, link, picture, rule
from biograph.wording import Wording, number, wording

_TOP, _NAME, _ROW = 26, 26, 20
_LEFT, _RIGHT = 28, 72  # percent between which bars run; names of roles stand before, numbers after


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How often a node holds a role, named in the reader's language, and how often by chance, where that was drawn."""

    role: str
    count: float
    expected: float | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """A node and its roles."""

    name: str
    roles: tuple[RoleCount, ...]


def role_profiles(profiles: Sequence[RoleProfile], null: str = "", language: str = "ko") -> Picture:
    """All bars on one scale; `null` is what the null model is called, in the reader's language.

    One node is drawn, too: five counts beside five expectations are worth a picture.
    """
    words = wording(language)["figures"]["roles"]
    largest = max((max(r.count, r.expected or 0.0) for profile in profiles for r in profile.roles), default=0.0)
    if not largest:
        return Picture(words["title"], words["none"])
    drawn, y, told = [label(words["legend"] if null else "", 0, 14, room=29, size=SMALL)], float(_TOP), []
    for profile in profiles:
        drawn.append(label(profile.name, 0, y + 16))
        for i, role in enumerate(profile.roles):
            told.append(_told(profile, role, words))
            drawn.append(_row(role, told[-1], y + _NAME + _ROW * i, largest))
        y += _NAME + _ROW * len(profile.roles) + 6
    text = words["text" if null else "text_alone"].format(null=null)
    return Picture(words["title"], text, picture(words["title"], " ".join(told), y, *drawn))


def _told(profile: RoleProfile, role: RoleCount, words: Wording) -> str:
    text = words["count"].format(name=profile.name, role=role.role, count=number(role.count))
    return text if role.expected is None else f"{text} {words['expected'].format(expected=number(role.expected))}"


def _row(role: RoleCount, told: str, top: float, largest: float) -> str:
    scale = (_RIGHT - _LEFT) / largest
    drawn = [
        label(role.role, 0, top + 13, room=8, size=SMALL),
        rule(_LEFT, top + 2, _LEFT, top + 16),
        bar(_LEFT, top + 3, role.count * scale, 12, BLUE),
    ]
    numbers = number(role.count)
    if role.expected is not None:
        x = _LEFT + role.expected * scale
        drawn.append(rule(x, top, x, top + 18, colour=ORANGE, width=3))
        numbers += f" ({number(role.expected)})"
    return link(role.link, told, *drawn, label(numbers, 100, top + 13, anchor="end", size=SMALL))
