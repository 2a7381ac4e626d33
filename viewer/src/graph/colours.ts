// The page's colours, for the canvas and for what scripts draw.

export const colour = (variable: string): string => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();

const typeColour = (type: string): string => colour(`--type-${type}`) || colour("--type-other");

/** The colour with an opacity from 0 to 1. */
export const faded = (hex: string, opacity: number): string => hex + Math.round(opacity * 255).toString(16).padStart(2, "0");

/** The colours that the canvas needs, read once for a drawing. */
export interface Palette {
  ink: string;
  soft: string;
  ground: string;
  line: string;
  claim: string;
  face: string;
  strong: boolean; // high contrast: nothing is drawn faintly
  type: (name: string) => string;
  group: (name: string) => string;
}

/** `groups` are those that stand in a strip or a colour of their own, in their order. */
export function palette(groups: readonly string[]): Palette {
  const types = new Map<string, string>();
  const type = (name: string): string => {
    let found = types.get(name);
    if (!found) types.set(name, (found = typeColour(name)));
    return found;
  };
  const own = new Map(groups.map((group) => [group, colour(groupVariable(group, groups))]));
  return {
    ink: colour("--ink"), soft: colour("--soft"), ground: colour("--canvas"), line: colour("--edge"),
    claim: colour("--accent"), face: colour("--face"), type,
    strong: document.documentElement.dataset["theme"]?.startsWith("contrast") ?? false,
    group: (name) => own.get(name) ?? colour("--group-unknown"),
  };
}

/** The style's name for the colour of a group: the first, the second, all others, and the unknown. */
export function groupVariable(group: string, groups: readonly string[]): string {
  if (group === "") return "--group-unknown";
  if (group === "*") return "--group-others";
  return `--group-${groups.filter((one) => one !== "" && one !== "*").indexOf(group) === 0 ? "first" : "second"}`;
}
