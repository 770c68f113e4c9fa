// What stands between the theme and the components: a variable that nobody defines fails without a word in a browser.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { icon } from "./prepare.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const read = (...parts) => readFileSync(join(root, ...parts), "utf8");
const styles = readdirSync(join(root, "frontend", "styles")).filter((name) => name.endsWith(".css"));
const ours = styles.map((name) => read("frontend", "styles", name)).join("\n");
const theirs = read("node_modules", "@digdir", "designsystemet-css", "dist", "src", "index.css");
const theme = read("build", "frontend", "theme", "samsyn.css");

/** Variables read without a fallback, and those set anywhere in a style sheet. */
const used = (css) => new Set([...css.matchAll(/var\(\s*(--[\w-]+)\s*\)/g)].map((match) => match[1]));
const defined = (css) => new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1]));
const missing = (css, ...sources) => {
  const known = new Set(sources.flatMap((source) => [...defined(source)]));
  return [...used(css)].filter((name) => !known.has(name)).sort();
};

test("a variable that nobody defines is seen", () => {
  assert.deepEqual(missing("a { color: var(--ds-x); margin: var(--y, 0) }", "b { --ds-z: 1px }"), ["--ds-x"]);
});

test("every --ds variable of Designsystemet and of ours is defined by our theme", () => {
  const lacking = missing(theirs + ours, theme, theirs, ours).filter((name) => name.startsWith("--ds-"));
  assert.deepEqual(lacking, []);
});

test("every variable of our own is defined", () => {
  assert.deepEqual(missing(ours, ours, theirs, theme), []);
});

test("element rules lose to components: the order of layers comes first, and elements stand in it", () => {
  const first = read("frontend", "styles", "app.css").match(/@import\s+"([^"]+)"/)[1];
  assert.equal(first, "./layers.css");
  assert.match(read("frontend", "styles", "layers.css"), /@layer sam-base, ds;/);
  assert.match(read("frontend", "styles", "elements.css"), /^@layer sam-base \{/m);
});

test("the theme has the colours of the house, and the two that were lifted", () => {
  for (const colour of ["#0b5a6b", "#415052", "#c3cccb", "#f2f6f5", "#e6edeb", "#0a2a30"]) {
    assert.ok(theme.toLowerCase().includes(colour), colour);
  }
});

test("nothing is fetched from another address", () => {
  for (const css of [ours, theme, theirs]) {
    assert.doesNotMatch(css.replaceAll(/xmlns%3D%22http[^)]*?\)/g, ")"), /url\(\s*["']?(https?:)?\/\//);
  }
});

test("every icon of the list is in Aksel's set and takes the colour of the text", () => {
  const names = JSON.parse(read("frontend", "build", "icons.json"));
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(icon(name), /currentColor/, name);
});
