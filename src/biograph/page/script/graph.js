// The canvas: vis-network with the coordinates of the build, painted in the page's colours.

const nodeSet = new vis.DataSet(data.graph.nodes.map((node) => ({ ...node })));
const edgeSet = new vis.DataSet(data.graph.edges.map((edge) => ({ ...edge })));
const network = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: edgeSet }, data.graph.options);
const READABLE = 0.62; // the zoom below which labels are too small for a first view
const FADED = 0.14;

function chosen() {
  const { selection } = state;
  if (!selection) return null;
  const facts = selection.kind === "entity" ? factsOf[selection.entity] : selection.statements;
  const edges = new Set(facts.filter(shown).map((n) => edgeOf.get(n).id));
  const nodes = new Set(selection.kind === "entity" ? [selection.entity] : []);
  for (const id of edges) {
    const edge = data.graph.edges[id];
    nodes.add(edge.from).add(edge.to);
  }
  return { edges, nodes };
}

function faded(hex, opacity) {
  return hex + Math.round(opacity * 255).toString(16).padStart(2, "0");
}

function paint() {
  const lit = chosen();
  const colours = { ink: colour("--ink"), ground: colour("--canvas"), line: colour("--edge"), claim: colour("--accent") };
  const claimants = new Set(data.graph.edges.filter((e) => e.claim && e.status === "asserted").map((e) => e.from));
  nodeSet.update(data.graph.nodes.map((node) => nodeStyle(node, lit, colours, claimants)));
  edgeSet.update(data.graph.edges.map((edge) => edgeStyle(edge, lit, colours)));
}

function nodeStyle(node, lit, colours, claimants) {
  const dim = lit !== null && !lit.nodes.has(node.id);
  const { type, name: full } = entities[node.id];
  const fill = typeColour(type);
  const border = claimants.has(node.id) ? colours.claim : colours.ground;
  const chosenNode = state.selection?.kind === "entity" && state.selection.entity === node.id;
  return {
    id: node.id,
    title: `${full} · ${label(type)}`,
    hidden: state.hiddenTypes.has(type),
    opacity: dim ? FADED : 1,
    borderWidth: claimants.has(node.id) ? 4 : 2,
    color: {
      background: fill, border: chosenNode ? colours.ink : border,
      highlight: { background: fill, border: colours.ink }, hover: { background: fill, border: colours.ink },
    },
    font: {
      size: 13, face: colour("--face"), vadjust: -2, strokeWidth: 4, strokeColor: colours.ground,
      color: dim ? faded(colours.ink, 0.22) : colours.ink,
    },
  };
}

function edgeStyle(edge, lit, colours) {
  const on = lit !== null && lit.edges.has(edge.id);
  const dim = lit !== null && !on;
  const tone = edge.claim ? colours.claim : colours.line;
  const hidden = !edge.statements.some(shown);
  return {
    id: edge.id,
    hidden,
    width: edge.claim ? 3 : 1.4,
    title: edge.predicates.map(predicateLabel).join(", "),
    label: on && lit.edges.size <= 14 ? edge.predicates.map(label).join(", ") : "",
    arrows: { to: { enabled: edge.arrows === "to", scaleFactor: 0.5 } },
    color: { color: dim ? faded(tone, FADED) : tone, highlight: tone, hover: tone },
    font: {
      size: 11, face: colour("--face"), color: colour("--soft"), strokeWidth: 4, strokeColor: colours.ground,
      align: "horizontal",
    },
  };
}

const motion = () => (still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

// All of it where labels stay readable, else its most connected part.
function overview(animation = motion()) {
  network.fit({ animation: false });
  const scale = network.getScale();
  if (scale >= READABLE || !data.graph.nodes.length) {
    const limit = Math.min(scale, 1.25);
    network.moveTo({ scale: limit, animation });
    return;
  }
  const hub = data.graph.nodes.reduce((a, b) => (b.degree > a.degree ? b : a));
  network.moveTo({ position: { x: hub.x, y: hub.y }, scale: READABLE, animation });
}

function reveal(selection) {
  network.unselectAll();
  if (selection?.kind === "entity" && nodeOf.has(selection.entity)) {
    network.selectNodes([selection.entity], false);
    const { x, y } = network.getPositions([selection.entity])[selection.entity];
    const { x: left, y: top } = network.canvasToDOM({ x, y });
    const { clientWidth, clientHeight } = byId("canvas");
    const inside = left > 40 && top > 40 && left < clientWidth - 40 && top < clientHeight - 40;
    if (!inside) network.moveTo({ position: { x, y }, scale: Math.max(network.getScale(), READABLE), animation: motion() });
  } else if (selection?.kind === "facts") {
    network.selectEdges([...new Set(selection.statements.map((n) => edgeOf.get(n).id))]);
  }
}

const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: motion() });

network.on("click", ({ nodes, edges }) => {
  if (nodes.length) select({ kind: "entity", entity: nodes[0] });
  else if (edges.length) select({ kind: "facts", statements: edgeSet.get(edges[0]).statements });
  else select(null);
});
network.on("hoverNode", () => (byId("canvas").style.cursor = "pointer"));
network.on("blurNode", () => (byId("canvas").style.cursor = ""));
