"""Figures of a ranking as SVG: pure functions of plain values, for the report and for any page."""

from biograph.figures.mixing_matrix import MOST_GROUPS, MixingCell, mixing_matrix
from biograph.figures.periods import Period, is_date, periods
from biograph.figures.ranks import RankedNode, ranks
from biograph.figures.removals import Removal, removals
from biograph.figures.role_profiles import RoleCount, RoleProfile, role_profiles
from biograph.figures.svg import Picture
from biograph.figures.timeline import PeriodTies, timeline

__all__ = [
    "MOST_GROUPS",
    "MixingCell",
    "Period",
    "PeriodTies",
    "Picture",
    "RankedNode",
    "Removal",
    "RoleCount",
    "RoleProfile",
    "is_date",
    "mixing_matrix",
    "periods",
    "ranks",
    "removals",
    "role_profiles",
    "timeline",
]
