"""Brokerage against chance: what counts and betweenness between groups would be under stated null models.

labels   the ties stay; the groups are dealt out anew among the nodes that have any, every deal equally likely
degrees  every node keeps its groups and its number of ties (in and out where they have directions); who is tied to
         whom is drawn anew
mixing   as degrees, and the number of ties within and between each pair of kinds (sets of groups) stays as well

`labels` asks whether it matters who is in which group, `degrees` whether a node does more than its number of ties
brings, `mixing` whether it is chance who holds the ties that cross. Where groups keep to themselves, the first two are
wrong of the network as a whole: betweenness between groups then lies above them at many nodes, broker or not, and only
`mixing` tells these apart.
"""

from biograph.brokerage.chance.comparing import Chance
from biograph.brokerage.chance.density import Density, Moments, by_density
from biograph.brokerage.chance.measures import MEASURES
from biograph.brokerage.chance.testing import NULLS, AgainstChance, by_chance

__all__ = ["MEASURES", "NULLS", "AgainstChance", "Chance", "Density", "Moments", "by_chance", "by_density"]
