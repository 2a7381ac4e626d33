// Bundles the query page into the two files that the Python package carries: query.js and query.css.
//
//     node build.mjs            writes them
//     node build.mjs --check    fails where they are not what the sources give

import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const TARGET = new URL("../src/biograph/serve/static/", import.meta.url);
const here = (path) => new URL(path, import.meta.url);
const licences = (await readFile(here("licences.txt"), "utf8")).trim();

const { outputFiles: [script], metafile } = await build({
  entryPoints: [here("src/main.ts").pathname],
  bundle: true, minify: true, write: false, metafile: true, format: "esm", target: "es2022", charset: "utf8",
  legalComments: "none", banner: { js: `/*!\n${licences}\n*/` },
});

// Whatever is bundled is named with its version and its holder.
const bundled = new Set(Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
const { devDependencies } = JSON.parse(await readFile(here("package.json"), "utf8"));
for (const name of bundled) {
  if (!licences.includes(`${name} ${devDependencies[name]}`)) throw new Error(`${name} ${devDependencies[name]} is not in licences.txt`);
}

// One look: the viewer's colours, type, controls and header first, then what this page adds.
const SHARED = ["palette", "base", "controls", "frame", "signs", "toolbar/toolbar"].map((name) => here(`../viewer/src/${name}.css`));
const own = (await readdir(here("src/"), { recursive: true })).filter((name) => name.endsWith(".css")).sort();
const sheets = [...SHARED, ...own.map((name) => here(`src/${name}`))];
const style = (await Promise.all(sheets.map((sheet) => readFile(sheet, "utf8")))).join("\n");
const { outputFiles: [sheet] } = await build({
  stdin: { contents: style, loader: "css" }, minify: true, write: false, target: "es2022", charset: "utf8",
});

await mkdir(TARGET, { recursive: true });
let stale = false;
for (const [name, text] of Object.entries({ "query.js": script.text, "query.css": sheet.text })) {
  const file = new URL(name, TARGET);
  if (!process.argv.includes("--check")) await writeFile(file, text);
  else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    console.error(`${name} is not what querypage/src gives: run "npm run build" in querypage/`);
    stale = true;
  }
}
process.exitCode = stale ? 1 : 0;
