"""Above the limit: a tree of discs that hold what is in them and do not overlap, free and in bands."""

from __future__ import annotations

import itertools
import math
from collections import Counter

import pytest

from biograph.page import layout
from biograph.page.layout import Arrangement, Cluster, tree

from .graphs import SMALL, nodes, planted

ORDER = ("KR", "US", "")
TIES = planted(15, 80)
NAMES = [*nodes(TIES), *(f"alone-{n}" for n in range(5))]
COLUMNS = {name: "" if name.startswith("alone") else "KR" if int(name[:2]) < 9 else "US" for name in NAMES}
DEGREES = Counter(node for tie in TIES for node in tie)


@pytest.fixture(scope="module")
def found() -> Arrangement:
    """With so few clusters asked for at first that there are clusters in clusters."""
    importance = {name: float(DEGREES[name]) for name in NAMES}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "TOP", 3)
        return layout.arrange(dict.fromkeys(NAMES, SMALL), TIES, COLUMNS, ORDER, importance)


@pytest.fixture(scope="module")
def by_key(found: Arrangement) -> dict[str, Cluster]:
    return {cluster.key: cluster for cluster in found.clusters}


def children(found: Arrangement, key: str | None) -> list[Cluster]:
    return [cluster for cluster in found.clusters if cluster.parent == key]


def test_clusters_begin_where_the_canvas_ends(found: Arrangement) -> None:
    assert len(NAMES) > layout.LIMIT
    assert found.clusters
    some = dict.fromkeys(NAMES[: layout.LIMIT], SMALL)
    ties = [(a, b) for a, b in TIES if a in some and b in some]
    assert layout.arrange(some, ties, COLUMNS, ORDER, dict.fromkeys(some, 1.0)).clusters == ()


def test_every_node_is_in_one_cluster_of_its_group(found: Arrangement) -> None:
    assert sorted(node for cluster in found.clusters for node in cluster.nodes) == sorted(NAMES)
    for cluster in found.clusters:
        assert {COLUMNS[node] for node in cluster.nodes} <= {cluster.column}
        assert len(cluster.nodes) <= tree.LEAF


def test_keys_tell_the_tree_and_parents_come_first(found: Arrangement) -> None:
    seen: set[str | None] = {None}
    for cluster in found.clusters:
        assert cluster.parent in seen
        assert cluster.key.rpartition(".")[0] == (cluster.parent or "")
        seen.add(cluster.key)
    assert [cluster.key for cluster in children(found, None)] == [f"c{n}" for n in range(len(children(found, None)))]
    assert len(children(found, None)) <= 3 + 2 * len(ORDER)
    assert any(cluster.parent for cluster in found.clusters)


def test_sizes_add_up_and_a_cluster_has_children_or_nodes(found: Arrangement) -> None:
    for cluster in found.clusters:
        below = children(found, cluster.key)
        assert bool(below) != bool(cluster.nodes)
        assert cluster.size == sum(child.size for child in below) + len(cluster.nodes)


def test_clusters_are_called_after_their_most_important_nodes(found: Arrangement) -> None:
    for cluster in found.clusters:
        if cluster.nodes:
            assert cluster.names == cluster.nodes[:3]
            degrees = [DEGREES[node] for node in cluster.nodes]
            assert degrees == sorted(degrees, reverse=True)


def test_a_community_stays_together(found: Arrangement) -> None:
    of = {node: cluster.key for cluster in found.clusters for node in cluster.nodes}
    for community in range(15):
        homes = Counter(of[name] for name in NAMES if name.startswith(f"{community:02d}-"))
        assert homes.most_common(1)[0][1] > 0.6 * homes.total()


def test_discs_hold_their_nodes(found: Arrangement) -> None:
    for cluster in found.clusters:
        for node in cluster.nodes:
            for (x, y), centre in ((found.free[node], (cluster.x, cluster.y)), (found.grouped[node], cluster.grouped)):
                across, down = abs(x - centre[0]) + SMALL[0] / 2, abs(y - centre[1]) + SMALL[1] / 2
                assert math.hypot(across, down) <= cluster.radius


def test_discs_hold_their_discs(found: Arrangement, by_key: dict[str, Cluster]) -> None:
    for cluster in found.clusters:
        if cluster.parent:
            outer = by_key[cluster.parent]
            for a, b in (((cluster.x, cluster.y), (outer.x, outer.y)), (cluster.grouped, outer.grouped)):
                assert math.dist(a, b) + cluster.radius <= outer.radius


def test_discs_do_not_overlap(found: Arrangement) -> None:
    for key in (None, *(cluster.key for cluster in found.clusters)):
        for one, other in itertools.combinations(children(found, key), 2):
            least = one.radius + other.radius
            assert math.dist((one.x, one.y), (other.x, other.y)) >= least
            assert math.dist(one.grouped, other.grouped) >= least


def test_nodes_do_not_overlap(found: Arrangement) -> None:
    for cluster in found.clusters:
        for one, other in itertools.combinations(cluster.nodes, 2):
            for places in (found.free, found.grouped):
                apart = [abs(a - b) for a, b in zip(places[one], places[other], strict=True)]
                assert max(apart) >= SMALL[0] - 2


def test_discs_stand_in_the_band_of_their_group(found: Arrangement) -> None:
    bands = {band.column: band for band in found.bands}
    assert list(bands) == list(ORDER)
    for cluster in found.clusters:
        band, (x, y) = bands[cluster.column], cluster.grouped
        assert band.left <= x - cluster.radius + 1
        assert x + cluster.radius - 1 <= band.right
        assert band.top <= y - cluster.radius
        assert y + cluster.radius <= band.bottom


def test_everything_lies_around_the_origin(found: Arrangement) -> None:
    top = children(found, None)
    for centres in ([c.x for c in top], [c.y for c in top]):
        ends = [at + side * cluster.radius for at, cluster in zip(centres, top, strict=True) for side in (-1, 1)]
        assert abs(min(ends) + max(ends)) <= 3
    assert abs(found.bands[0].left + found.bands[-1].right) <= 1
    assert abs(found.bands[0].top + found.bands[0].bottom) <= 1


def test_the_free_whole_has_about_the_aspect_of_a_screen(found: Arrangement) -> None:
    xs, ys = zip(*found.free.values(), strict=True)
    assert 1.0 < (max(xs) - min(xs)) / (max(ys) - min(ys)) < 2.0
