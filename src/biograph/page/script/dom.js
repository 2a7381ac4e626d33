// Elements are built here and nowhere from markup: strings become text nodes.

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

const button = (attributes, ...children) => element("button", { type: "button", ...attributes }, ...children);

// A name may be of another direction than the words around it: bdi finds out which.
const name = (value, attributes = {}) => element("bdi", attributes, value);

const colour = (variable) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
const typeColour = (type) => colour(`--type-${type}`) || colour("--type-other");

const shapes = new Map(data.graph.nodes.map((node) => [entities[node.id].type, node.shape]));
function swatch(type) {
  const made = element("span", { class: `swatch ${shapes.get(type) ?? "dot"}`, "aria-hidden": "true" });
  made.style.backgroundColor = typeColour(type);
  return made;
}

const entityButton = (n, attributes = {}) =>
  button({ class: "entity", "data-entity": n, onclick: () => select({ kind: "entity", entity: n }), ...attributes },
    swatch(entities[n].type), name(entities[n].name));

function statusBadge(status) {
  return status === "asserted" ? null : element("span", { class: `badge ${status}` }, label(status));
}

const still = matchMedia("(prefers-reduced-motion: reduce)");
const byId = (id) => document.getElementById(id);
