// The table of forms, answers and expected outcomes, through ODK's engine; what the engine sends goes to our server.
import assert from "node:assert/strict";
import { test } from "node:test";
import { agreesWithServer, alike, cases, openDocument } from "./table.mjs";

openDocument();
const { loadForm } = await import("@getodk/xforms-engine");

const nameOf = (node) => node.currentState.reference.split("/").at(-1).replace(/\[\d+\]$/, "");
const pathOf = (node) => node.currentState.reference.split("/").slice(2).join("/");
const childOf = (parent, name) => parent.currentState.children.find((node) => nameOf(node) === name);

function answer(node, value) {
  if (node.nodeType === "select") return node.selectValues(value.split(" ").filter(Boolean));
  if (node.nodeType === "upload") return node.setValue(value ? new File(["x"], value, { type: "image/jpeg" }) : null);
  if (node.valueType === "geopoint") {
    const [latitude, longitude, altitude, accuracy] = value.split(" ").map(Number);
    return node.setValue({ latitude, longitude, altitude, accuracy });
  }
  return node.setValue(value);
}

function write(parent, answers) {
  for (const [name, value] of Object.entries(answers)) {
    const node = childOf(parent, name);
    assert.ok(node, `no question ${name}`);
    if (Array.isArray(value)) {
      const lacking = value.length - node.currentState.children.length;
      if (lacking > 0) node.addInstances(undefined, lacking);
      value.forEach((round, place) => write(node.currentState.children[place], round));
    } else if (typeof value === "object") write(node, value);
    else answer(node, value);
  }
}

function read(node, found) {
  for (const child of node.currentState.children) {
    const path = pathOf(child);
    if (path.startsWith("meta") || child.definition.bind.preload) continue;
    if (!child.currentState.relevant && !child.nodeType.startsWith("repeat")) found.hidden.push(path);
    if (child.currentState.children !== null) read(child, found);
    else if (child.currentState.relevant) {
      const value = child.currentState.instanceValue.trim();
      if (value !== "") found.values[path] = value;
      if (child.validationState.violation) found.faults[path] = child.validationState.violation.condition;
    }
  }
  return found;
}

async function fill(one) {
  const form = await loadForm(one.xform);
  if (form.status === "failure") throw form.error;
  const { root: instance } = form.createInstance();
  write(instance, one.answers);
  write(instance, one.then);
  return instance;
}

const sent = [];
for (const one of cases) {
  await test(`ODK's engine: ${one.sheet}: ${one.name}`, async () => {
    const instance = await fill(one);
    const found = read(instance, { values: {}, faults: {}, hidden: [] });
    const expected = { values: one.values, faults: one.faults, hidden: one.hidden, ...one.engine };
    assert.deepEqual({ values: alike(found.values), faults: found.faults, hidden: found.hidden.sort() },
      { values: alike(expected.values), faults: expected.faults, hidden: expected.hidden.sort() });
    sent.push({ name: one.name, xml: instance.instanceState.instanceXML });
  });
}

await test("what ODK's engine sends, the server judges as the table says", () => agreesWithServer(sent, cases));
