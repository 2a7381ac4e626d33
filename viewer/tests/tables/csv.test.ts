import assert from "node:assert/strict";
import { test } from "node:test";
import { MARK, line } from "../../src/tables/csv.ts";

const CASES: readonly [string, readonly (string | number)[], string][] = [
  ["plain", ["a", "가나", 0.93, 0, -2], "a,가나,0.93,0,-2\r\n"],
  ["nothing", ["", ""], ",\r\n"],
  ["quotes and commas", ['say "hi"', "a,b"], '"say ""hi""","a,b"\r\n'],
  ["line ends within", ["a\nb", "a\rb"], '"a\nb","a\rb"\r\n'],
  ["formulas", ["=1+1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x"], "'=1+1,'+1,'-1,'@x,'＝1,'＋1,'－1,'＠x\r\n"],
  ["formulas behind blanks", ["\t=1", "\r=1", "\n=1"], "'\t=1,\"'\r=1\",\"'\n=1\"\r\n"],
  ["a sign within", ["a=1", " =1"], "a=1, =1\r\n"],
];

for (const [name, cells, expected] of CASES) {
  test(name, () => assert.equal(line(cells), expected));
}

test("the mark of UTF-8", () => assert.deepEqual([...new TextEncoder().encode(MARK)], [0xef, 0xbb, 0xbf]));
