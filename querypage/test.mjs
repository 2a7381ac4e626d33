// Runs tests/**/*.test.ts in node: each is bundled first, as node 20 reads no TypeScript.

import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("node_modules/.tests");
const tests = (await readdir(here("tests"), { recursive: true })).filter((name) => name.endsWith(".test.ts"));
await rm(out, { recursive: true, force: true });
await build({
  entryPoints: tests.map((name) => here(`tests/${name}`)), outdir: out, outbase: here("tests"),
  bundle: true, platform: "node", format: "esm", target: "node20", logLevel: "error", sourcemap: "inline",
});
const files = tests.map((name) => `${out}/${name.replace(/\.ts$/, ".js")}`);
process.exitCode = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...files], { stdio: "inherit" }).status ?? 1;
