// CSV as RFC 4180 has it, with a byte order mark, by the rules of the package's own tables (exports/csvs.py).

/** Without it, spreadsheets read Hangul in the local code page. */
export const MARK = "\ufeff";

// A cell that begins so is run as a formula (OWASP, "CSV Injection"); East Asian spreadsheets take the wide forms, too.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** One line with its end; a text that a spreadsheet would run as a formula gets an apostrophe in front, which makes it text there. */
export function line(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quoted(typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : String(cell))).join(",")}\r\n`;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
