"""Which group each entity belongs to: by country, by type, by community, or by a query of the user's.

Each function gives a `Grouping`, and `resolve` finds one of its groups by what a person calls it.
"""

from biograph.groups.communities import by_community
from biograph.groups.country import by_country
from biograph.groups.grouping import Grouping, Membership, Memberships, resolve
from biograph.groups.queries import by_query
from biograph.groups.types import by_type

__all__ = [
    "Grouping",
    "Membership",
    "Memberships",
    "by_community",
    "by_country",
    "by_query",
    "by_type",
    "resolve",
]
