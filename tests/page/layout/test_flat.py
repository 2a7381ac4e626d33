"""By ties alone: components side by side, communities as islands, hubs in the middle of what is theirs."""

from __future__ import annotations

import numpy as np

from biograph.page.layout.communities import louvain
from biograph.page.layout.flat import free
from biograph.page.layout.net import Array, Net, extent

from .graphs import SMALL, Ties, clique, nodes, planted, star


def drawn(ties: Ties) -> dict[str, Array]:
    names = nodes(ties)
    at = {name: n for n, name in enumerate(names)}
    edges = np.array([(at[a], at[b]) for a, b in ties])
    net = Net(np.full((len(names), 2), SMALL), edges, np.arange(len(names)))
    return dict(zip(names, free(net, louvain(len(names), edges)), strict=True))


def of(places: dict[str, Array], prefix: str) -> Array:
    return np.array([xy for name, xy in places.items() if name.startswith(prefix)])


def test_components_do_not_lie_in_each_other() -> None:
    places = drawn([*clique("a", 9), *clique("b", 6), *clique("c", 3), ("d", "e")])
    corners = [extent(of(places, prefix), np.array(SMALL)) for prefix in "abc"]
    for n, (low, high) in enumerate(corners):
        for other_low, other_high in corners[:n]:
            assert (high < other_low).any() or (other_high < low).any()


def test_a_hub_stands_amid_its_leaves() -> None:
    places = drawn(star("hub", 30))
    leaves = of(places, "hub-")
    assert np.abs(places["hub"] - leaves.mean(axis=0)).max() < 0.1 * np.ptp(leaves)


def test_mixed_communities_become_islands() -> None:
    """Nine in ten stand nearest to the middle of their own; without longer ties between communities, eight."""
    places = drawn(planted(8, 60))
    middles = np.array([of(places, f"{n:02d}-").mean(axis=0) for n in range(8)])
    at_home = [np.argmin(np.hypot(*(middles - xy).T)) == int(name[:2]) for name, xy in places.items()]
    assert np.mean(at_home) > 0.87


def test_many_small_components_fill_a_screen() -> None:
    xy = np.array(list(drawn([(f"a{n:02d}", f"b{n:02d}") for n in range(60)]).values()))
    width, height = np.ptp(xy, axis=0)
    assert 1.0 < width / height < 2.0


def test_a_drawing_has_room_but_not_too_much() -> None:
    places = drawn(planted(4, 40))
    low, high = extent(np.array(list(places.values())), np.array(SMALL))
    filled = len(places) * SMALL[0] * SMALL[1] / float(np.prod(high - low))
    assert 0.1 < filled < 0.4
