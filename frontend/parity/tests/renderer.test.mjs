// The table through our own renderer as a person uses it: its labels, controls and buttons; what it sends goes to our server.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import solid from "vite-plugin-solid";
import { agreesWithServer, cases, openDocument, root } from "./table.mjs";

const outDir = join(root, "build", "parity");
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: "error",
  plugins: [solid({ include: "frontend/checklist/**" })],
  build: {
    outDir,
    target: "es2022",
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      input: join(root, "frontend", "checklist", "main.tsx"),
      preserveEntrySignatures: "exports-only",
      output: { entryFileNames: "checklist.js" },
    },
  },
});
openDocument();
const { start } = await import(pathToFileURL(join(outDir, "checklist.js")).href);

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const settled = () => new Promise((resolve) => setImmediate(resolve));
async function until(find) {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = find();
    if (found) return found;
    await settled();
  }
  throw new Error(`never came: ${find}`);
}

/** Opens a case as the page does; `sent` receives the XML of the submission. */
async function open(one, sent) {
  ({ labels } = one);
  globalThis.fetch = async (url, options = {}) => {
    if (url === "/form") return new Response(one.xform);
    if (url === "/meta") return Response.json({ title: one.name, version: "1", questions: {} });
    sent.push(await options.body.get("xml_submission_file").text());
    return Response.json({ receipt: "K-1" }, { status: 201 });
  };
  const mount = document.createElement("div");
  document.body.replaceChildren(mount);
  const stop = start(mount, {
    formUrl: "/form", metaUrl: "/meta", instance: null, draftUrl: null, submitUrl: "/send", csrfToken: "", backUrl: "/", language: "sv",
    objectTitle: "", titleQuestion: "", objectSubtitle: "", readOnly: false, exempeldata: false, attachmentsUrl: null,
    submissionId: "b2b5a6c1-0000-4000-8000-000000000001", maxPhotoMegabytes: 10,
  });
  await until(() => document.querySelector(".ck-parts"));
  return stop;
}

const parts = () => all(".ck-side .ck-parts button");
let labels = {};
/** The label of a question as it stands on the page, which says after it when an answer is required. */
const labelled = (name, within) => all(".ck-for, legend, .ck-question-title", within)
  .find((label) => label.textContent.replace(" (obligatorisk)", "").trim() === labels[name]);

/** The label of a question, on whichever part it stands; rounds are added as they are needed. */
async function labelAt(path, grow) {
  for (let part = 0; part < parts().length; part += 1) {
    parts()[part].click();
    await settled();
    let place = document.querySelector(".ck-main");
    for (const step of path.split("/")) {
      const [, name, round] = /^([\w-]+)(?:\[(\d+)\])?$/.exec(step);
      if (round === undefined) continue;
      const titled = () => all(".ck-round-title", place).find((title) => title.textContent === `${labels[name]} ${round}`);
      if (grow && !titled()) all(".ck-repeat > .ck-secondary", place).find((button) => button.textContent.includes(labels[name]))?.click();
      place = titled()?.parentElement;
      if (!place) break;
    }
    const found = place && labelled(path.split("/").at(-1), place);
    if (found) return found;
  }
  return null;
}

function type(input, value) {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

async function answer(path, value) {
  const label = await labelAt(path, true);
  assert.ok(label, `no question ${path} to answer`);
  const group = label.closest(".ck-group");
  const choices = all("input[type=radio], input[type=checkbox]", group);
  if (choices.length > 0) {
    const wanted = value.split(" ");
    for (const choice of choices) if (choice.checked !== wanted.includes(choice.value) && (choice.type === "checkbox" || !choice.checked)) choice.click();
  } else if (group.querySelector(".ck-place")) {
    const [latitude, longitude] = all(".ck-place input", group);
    type(latitude, value.split(" ")[0]);
    type(longitude, value.split(" ")[1].replace(".", ","));
  } else type(group.querySelector("input, textarea, select"), value);
  await settled();
}

async function write(answers, above = "") {
  for (const [name, value] of Object.entries(answers)) {
    if (Array.isArray(value)) {
      for (const [place, round] of value.entries()) {
        await labelAt(`${above}${name}[${place + 1}]/-`, true);
        await write(round, `${above}${name}[${place + 1}]/`);
      }
    } else if (typeof value === "object") await write(value, `${above}${name}/`);
    else await answer(above + name, value);
  }
}

const named = (path) => path.split("/").at(-1);
const judged = [];
const wholly = [];
for (const one of cases) {
  await test(`our renderer: ${one.sheet}: ${one.name}`, { skip: one.renderer.untold ?? false }, async () => {
    const sent = [];
    const stop = await open(one, sent);
    await write(one.answers);
    await write(one.then);
    for (const path of one.hidden) assert.equal(await labelAt(path, false), null, `${path} is asked`);
    parts().at(-1).click();
    await settled();
    document.querySelector(".ck-steps .ck-primary").click();
    const faults = { ...one.faults, ...one.engine.faults, ...one.renderer.faults };
    if (Object.keys(faults).length > 0) {
      await settled();
      const found = all(".ck-errors li").map((line) => line.textContent.split(" – ")[0]);
      assert.deepEqual(found.sort(), Object.keys(faults).map((path) => labels[named(path)]).sort());
      assert.deepEqual(sent, []);
    } else {
      await until(() => document.querySelector(".ck-receipt"));
      judged.push({ name: one.name, xml: sent[0] });
      wholly.push(one);
    }
    stop();
  });
}

await test("what our renderer sends, the server judges as the table says", () => agreesWithServer(judged, wholly));
