// What the bundler and the pages need before vite runs: our theme as CSS, and our icons as one file.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const out = join(root, "build", "frontend");
const modules = join(root, "node_modules");

/** The theme of Designsystemet from a few colours: build/frontend/theme/samsyn.css. */
export function theme() {
  const cli = join(modules, "@digdir", "designsystemet", "dist", "bin", "designsystemet.js");
  const config = join(here, "theme.config.json");
  const run = (...args) => execFileSync(process.execPath, [cli, "tokens", ...args], { cwd: root, stdio: "pipe" });
  const tokens = join(out, "tokens");
  run("create", "--config", config, "--clean");
  run("build", "--config", config, "--tokens", tokens, "--out-dir", join(out, "theme"), "--clean");
}

/** "open-book" is Aksel's OpenBook.svg; what stands inside its svg element, drawn in the colour of the text. */
export function icon(name) {
  const file = name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
  const svg = readFileSync(join(modules, "@navikt", "aksel-icons", "dist", "svg", `${file}.svg`), "utf8");
  const inner = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
  return inner.replaceAll(/\s*\n\s*/g, "");
}

export function icons() {
  const names = JSON.parse(readFileSync(join(here, "icons.json"), "utf8"));
  const drawn = Object.fromEntries(names.map((name) => [name, icon(name)]));
  writeFileSync(join(out, "icons.json"), JSON.stringify(drawn));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(out, { recursive: true });
  theme();
  icons();
}
