// The table as Python writes it, a document for code that wants a browser, and the server's judgement of what was sent.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { mock } from "node:test";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";

process.env.TZ = "Europe/Stockholm";
export const root = fileURLToPath(new URL("../../..", import.meta.url));
const own = join(root, ".venv", "bin", "python");
const python = (input, ...more) => JSON.parse(execFileSync(existsSync(own) ? own : "python3",
  ["-m", "samsyn.lib.xform.tests.parity", ...more], { cwd: root, input, maxBuffer: 1e8 }));
const written = python("");
export const { cases } = written;

/** A browser's names in Node, at the moment of the table. */
export function openDocument() {
  const { window } = new JSDOM("<!doctype html><html lang=sv><body></body></html>", { url: "http://localhost/", pretendToBeVisual: true });
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!(name in globalThis) && !name.startsWith("_")) globalThis[name] = window[name];
  }
  for (const name of ["Event", "EventTarget", "CustomEvent", "addEventListener", "removeEventListener", "dispatchEvent"]) {
    globalThis[name] = typeof window[name] === "function" && /^[a-z]/.test(name) ? window[name].bind(window) : window[name];
  }
  // The parser inside the engine takes Node to be CommonJS.
  Object.assign(globalThis, { window, document: window.document, scrollTo() {}, confirm: () => true, __dirname: root, module: {} });
  mock.timers.enable({ apis: ["Date"], now: new Date(written.moment) });
  return window;
}

/** Numbers alike: the engine writes 2.0 for a decimal 2. */
export const alike = (values) => Object.fromEntries(Object.entries(values)
  .map(([path, value]) => [path, value.replace(/(\d)\.0(?= |$)/g, "$1")]));

/** Gives what clients sent to the server's own validation, and holds it against the table. */
export function agreesWithServer(sent, expectedCases) {
  const judged = python(JSON.stringify(sent), "judge");
  assert.deepEqual(Object.keys(judged).sort(), expectedCases.map((one) => one.name).sort());
  for (const one of expectedCases) {
    const { values, faults, review } = judged[one.name];
    const expected = { values: one.values, faults: one.faults, review: one.review, ...one.server };
    assert.deepEqual({ values: alike(values), faults, review }, { ...expected, values: alike(expected.values) }, one.name);
  }
}
