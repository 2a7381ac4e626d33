// Breaks a line into as many as a width asks for.

const LETTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The line in parts no wider than the width, broken at blanks; a word that is wider alone is broken between its letters. */
export function wrapped(line: string, width: number, measure: (text: string) => number): string[] {
  const fits = (text: string): boolean => measure(text.trimEnd()) <= width;
  const lines: string[] = [];
  let open = "";
  for (const word of line.split(/(?<= )/)) {
    if (open && !fits(open + word)) {
      lines.push(open.trimEnd());
      open = "";
    }
    open += word;
    if (fits(open)) continue;
    const [whole, rest] = broken(open, fits);
    lines.push(...whole);
    open = rest;
  }
  return [...lines, open.trimEnd()];
}

/** The parts that a word fills, and what is left of it; each holds a letter at least. */
function broken(word: string, fits: (text: string) => boolean): [string[], string] {
  const parts: string[] = [];
  let open = "";
  for (const { segment } of LETTERS.segment(word)) {
    if (open && !fits(open + segment)) {
      parts.push(open);
      open = "";
    }
    open += segment;
  }
  return [parts, open];
}
