// Where in a text an error stands that is told by line and column.

/**
 * The half-open range, in UTF-16 units, of the word at a line and column, both from 1, the column in code points.
 * Past the end of the line it is the last character, so that there is always something to mark.
 */
export function wordAt(text: string, line: number, column: number): { from: number; to: number } {
  const lines = text.split("\n");
  const n = Math.min(Math.max(line, 1), lines.length) - 1;
  const start = lines.slice(0, n).reduce((sum, before) => sum + before.length + 1, 0);
  const written = lines[n]!;
  const at = [...written].slice(0, Math.max(column, 1) - 1).join("").length;
  const from = start + Math.min(at, Math.max(written.length - 1, 0));
  const word = /^[^\s{}()[\];,]+/.exec(text.slice(from))?.[0].length ?? 1;
  return { from, to: Math.min(from + word, text.length) };
}
