// Bundles the viewer into the two files that the Python package carries: viewer.js and viewer.css.
//
//     node build.mjs            writes them
//     node build.mjs --check    fails where they are not what the sources give

import { readFile, readdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const TARGET = new URL("../src/biograph/page/", import.meta.url);
const licences = (await readFile(new URL("licences.txt", import.meta.url), "utf8")).trim();

const { outputFiles: [script], metafile } = await build({
  entryPoints: [new URL("src/main.ts", import.meta.url).pathname],
  bundle: true, minify: true, write: false, metafile: true, format: "iife", target: "es2022", charset: "utf8",
  legalComments: "none", banner: { js: `/*!\n${licences}\n*/` },
});

// Whatever is bundled is named with its version and its holder.
const bundled = new Set(Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
const { devDependencies } = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8"));
for (const name of bundled) {
  if (!licences.includes(`${name} ${devDependencies[name]}`)) throw new Error(`${name} ${devDependencies[name]} is not in licences.txt`);
}

// The sheets stand in the order of their folders, the page's own first: a room may refine what the page says.
const sheets = (await readdir(new URL("src/", import.meta.url), { recursive: true }))
  .filter((name) => name.endsWith(".css"))
  .sort((a, b) => a.includes("/") - b.includes("/") || (a < b ? -1 : 1));
const style = (await Promise.all(sheets.map((name) => readFile(new URL(`src/${name}`, import.meta.url), "utf8")))).join("\n");
const { outputFiles: [sheet] } = await build({
  stdin: { contents: style, loader: "css" }, minify: true, write: false, target: "es2022", charset: "utf8",
});

// As it can stand inside a script element.
const inside = (text) => text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const made = { "viewer.js": inside(script.text), "viewer.css": sheet.text };
let stale = false;
for (const [name, text] of Object.entries(made)) {
  const file = new URL(name, TARGET);
  if (!process.argv.includes("--check")) await writeFile(file, text);
  else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    console.error(`${name} is not what viewer/src gives: run "npm run build" in viewer/`);
    stale = true;
  }
}
process.exitCode = stale ? 1 : 0;
