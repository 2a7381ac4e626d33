// What is asked, a named query with values or a typed one, and its place in the address.

export type Asked = { named: string; values: Record<string, string> } | { query: string };

const LONGEST = 8000; // characters; servers and messengers cut longer addresses

/** The address's search part. The name stands first, so that a parameter may have any name. */
export function written(asked: Asked): string {
  const pairs = "named" in asked ? [["named", asked.named], ...Object.entries(asked.values)] : [["query", asked.query]];
  return `?${new URLSearchParams(pairs)}`;
}

export function read(search: string): Asked | null {
  const [first, ...rest] = [...new URLSearchParams(search)];
  if (first?.[0] === "named") return { named: first[1], values: Object.fromEntries(rest) };
  return first?.[0] === "query" ? { query: first[1] } : null;
}

/** The address of the page for this; one too long for a link keeps only the page's own. */
export function address(asked: Asked): string {
  const search = written(asked);
  return search.length > LONGEST ? location.pathname : location.pathname + search;
}
