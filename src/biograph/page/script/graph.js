// The canvas: vis-network with the coordinates of the build, painted in the page's colours.

const nodeSet = new vis.DataSet(data.graph.nodes.map((node) => ({ ...node })));
const edgeSet = new vis.DataSet(data.graph.edges.map((edge) => ({ ...edge })));
const network = new vis.Network(byId("canvas"), { nodes: nodeSet, edges: edgeSet }, data.graph.options);
const READABLE = 8 / Math.max(13, ...data.graph.nodes.map((node) => node.font.size)); // the zoom that a first view needs
const FADED = 0.14;
const QUIET = data.graph.edges.length > 200 ? 0.4 : 1; // many edges together are as dark as a few

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
  const colours = {
    ink: colour("--ink"), soft: colour("--soft"), ground: colour("--canvas"), line: colour("--edge"),
    claim: colour("--accent"), face: colour("--face"),
  };
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
      size: node.font.size, face: colours.face, vadjust: -5, strokeWidth: dim ? 0 : 3, strokeColor: colours.ground,
      color: dim ? faded(colours.ink, 0.2) : colours.ink,
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
    label: on && lit.edges.size <= 14 ? edge.predicates.map(predicateLabel).join(", ") : "",
    arrows: { to: { enabled: edge.arrows === "to", scaleFactor: 0.5 } },
    color: { color: faded(tone, dim ? FADED * QUIET : on || edge.claim ? 1 : QUIET), highlight: tone, hover: tone },
    font: {
      size: 11, face: colours.face, color: colours.soft, strokeWidth: 4, strokeColor: colours.ground,
      align: "horizontal",
    },
  };
}

const motion = () => (still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

// The whole of the drawing, labels included, and the zoom at which the canvas holds it.
function whole() {
  const xs = data.graph.nodes.map((node) => node.x);
  const ys = data.graph.nodes.map((node) => node.y);
  const [left, right, top, bottom] = [Math.min(...xs) - 80, Math.max(...xs) + 80, Math.min(...ys) - 40, Math.max(...ys) + 60];
  const { clientWidth: width, clientHeight: height } = byId("canvas");
  return { left, right, top, bottom, width, height, scale: Math.min(width / (right - left), height / (bottom - top), 1.3) };
}

function showWhole(animation = motion()) {
  if (!data.graph.nodes.length) return;
  const { left, right, top, bottom, scale } = whole();
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation });
}

// All of it where labels stay readable, else as much as fits around the best connected node.
function firstView() {
  if (!data.graph.nodes.length) return;
  const { left, right, top, bottom, width, height, scale } = whole();
  if (scale >= READABLE) return showWhole(false);
  const hub = data.graph.nodes.reduce((a, b) => (b.degree > a.degree ? b : a));
  const within = (at, low, high, room) =>
    high - low <= room ? (low + high) / 2 : Math.min(Math.max(at, low + room / 2), high - room / 2);
  const position = { x: within(hub.x, left, right, width / READABLE), y: within(hub.y, top, bottom, height / READABLE) };
  network.moveTo({ position, scale: READABLE, animation: false });
}

// How many pixels of the canvas the panel hides where it is a sheet over the page.
function coveredBySheet() {
  const panel = byId("panel");
  if (getComputedStyle(panel).position !== "fixed") return 0;
  return Math.max(0, byId("canvas").getBoundingClientRect().bottom - panel.getBoundingClientRect().top);
}

function reveal(selection) {
  network.unselectAll();
  if (selection?.kind === "entity" && nodeOf.has(selection.entity)) {
    network.selectNodes([selection.entity], false);
    const { x, y } = network.getPositions([selection.entity])[selection.entity];
    const { x: left, y: top } = network.canvasToDOM({ x, y });
    const { clientWidth, clientHeight } = byId("canvas");
    const covered = coveredBySheet();
    const inside = left > 40 && top > 40 && left < clientWidth - 40 && top < clientHeight - covered - 40;
    if (inside) return;
    const scale = Math.max(network.getScale(), READABLE);
    network.moveTo({ position: { x, y: y + covered / 2 / scale }, scale, animation: motion() });
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
