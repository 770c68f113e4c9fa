/** One control per kind of question. Each gets its label and descriptions from the question's card. */
import type { AnyControlNode, AnyInputNode, AnyRangeNode, SelectNode, TriggerNode } from "@getodk/xforms-engine";
import { createEffect, createMemo, createSignal, For, Match, Show, Switch, untrack, type JSX } from "solid-js";
import { Icon } from "./icons.tsx";
import { PhotoControl } from "./photo.tsx";
import { PlaceControl } from "./place.tsx";
import type { Session } from "./session.ts";
import { readNumber, text, writeDay, writeNumber, type TextKey } from "./texts.ts";

export interface ControlProps<Node extends AnyControlNode> {
  readonly session: Session;
  readonly node: Node;
  readonly id: string;
  /** Ids of hint, reference value and message; undefined when there are none. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly label: string;
}

const CODES = ["UA", "A", "EK", "EA"] as const;
type Code = (typeof CODES)[number];
const CODE_TEXTS: Record<Code, TextKey> = { UA: "codeUA", A: "codeA", EK: "codeEK", EA: "codeEA" };
const MANY_OPTIONS = 12;
const BUTTON_LABEL_LENGTH = 14;

function codeOf(value: string): Code | undefined {
  return CODES.find((code) => code === value.toUpperCase());
}

/** Whether the answers of a question are those of supervision: UA, A, EK and EA. */
function areCodes(values: readonly string[]): boolean {
  return values.length > 1 && values.every((value) => codeOf(value) !== undefined);
}

/** The word of an answer code, from a label such as "A, avvikelse", "A (avvikelse)", "Avvikelse" or "A". */
function wordOf(code: Code, label: string): string {
  const word = label.replace(new RegExp(`^${code}\\b[\\s:,–-]*`), "").replace(/^\((.*)\)$/, "$1").trim();
  return word ? word.charAt(0).toUpperCase() + word.slice(1) : text(CODE_TEXTS[code]);
}

/** Whether a question is answered by a group of controls, so that its label is a legend. */
export function isGroup(node: AnyControlNode): boolean {
  if (node.nodeType === "select") return !isList(node);
  return node.nodeType === "upload" || node.nodeType === "trigger" || (node.nodeType === "input" && node.valueType === "geopoint");
}

function isMultiple(node: SelectNode): boolean {
  return node.selectType === "select";
}

function isList(node: SelectNode): boolean {
  return !isMultiple(node) && node.currentState.valueOptions.length > MANY_OPTIONS;
}

function SelectControl(props: ControlProps<SelectNode>): JSX.Element {
  const options = () => props.node.currentState.valueOptions;
  const isButtons = createMemo(() => !isMultiple(props.node) && (areCodes(options().map((option) => option.value))
    || (options().length <= 4 && options().every((option) => option.label.asString.length <= BUTTON_LABEL_LENGTH))));
  const deviations = () => props.session.questionOf(props.node).deviation ?? [];
  const choose = (value: string, chosen: boolean) => props.session.change(props.node, () => {
    if (!isMultiple(props.node)) return props.node.selectValue(value);
    const others = props.node.currentState.value.filter((other) => other !== value);
    return props.node.selectValues(chosen ? [...others, value] : others);
  });
  return (
    <div class={isButtons() ? "ck-buttons" : "ck-options"}>
      <For each={options()}>
        {(option, index) => {
          const code = () => (areCodes(options().map((one) => one.value)) ? codeOf(option.value) : undefined);
          const isChosen = () => props.node.currentState.value.includes(option.value);
          return (
            <label
              class={isButtons() ? "ck-button" : "ck-option"}
              classList={{ "is-ok": code() === "UA", "is-deviation": code() === "A" || deviations().includes(option.value) }}
            >
              <input
                type={isMultiple(props.node) ? "checkbox" : "radio"}
                id={index() === 0 ? props.id : undefined}
                name={props.id}
                value={option.value}
                checked={isChosen()}
                aria-describedby={props.describedBy}
                aria-invalid={props.invalid && isMultiple(props.node) ? "true" : undefined}
                onChange={(event) => choose(option.value, event.currentTarget.checked)}
              />
              <Show when={code()} fallback={<span class="ck-word">{option.label.asString}<ButtonTick when={isButtons()} /></span>}>
                {(known) => (
                  <>
                    <span class="ck-code">{known()}<ButtonTick when /></span>
                    <span class="ck-word">{wordOf(known(), option.label.asString)}</span>
                  </>
                )}
              </Show>
            </label>
          );
        }}
      </For>
    </div>
  );
}

function ButtonTick(props: { when: boolean }): JSX.Element {
  return <Show when={props.when}><span class="ck-tick"><Icon name="tick" /></span></Show>;
}

function ListControl(props: ControlProps<SelectNode>): JSX.Element {
  const choose = (value: string) => props.session.change(props.node, () => props.node.selectValue(value || null));
  return (
    <select
      class="ck-input"
      id={props.id}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{text("choose")}</option>
      <For each={props.node.currentState.valueOptions}>
        {(option) => (
          <option value={option.value} selected={props.node.currentState.value.includes(option.value)}>
            {option.label.asString}
          </option>
        )}
      </For>
    </select>
  );
}

function NumberControl(props: ControlProps<AnyInputNode | AnyRangeNode>): JSX.Element {
  const whole = () => props.node.valueType === "int";
  const stored = () => props.node.currentState.instanceValue;
  const asWritten = (value: string) => (value === "" ? "" : writeNumber(Number(value)));
  const [raw, setRaw] = createSignal(untrack(() => props.session.unreadableOf(props.node)?.raw[0] ?? asWritten(stored())));
  // A value that the form itself sets replaces the text; the person's own way of writing it stays.
  createEffect(() => {
    const value = stored() === "" ? null : Number(stored());
    const read = readNumber(untrack(raw), whole());
    if (read !== undefined && read !== value) setRaw(asWritten(stored()));
  });
  const write = (typed: string) => {
    setRaw(typed);
    const value = readNumber(typed, whole());
    const problem = whole() ? "integerWrong" : "decimalWrong";
    props.session.setUnreadable(props.node, value === undefined ? { problem, raw: [typed] } : undefined);
    props.session.change(props.node, () => (props.node as { setValue(value: number | null): unknown }).setValue(value ?? null));
  };
  return (
    <input
      class="ck-input ck-short"
      type="text"
      inputmode={whole() ? "numeric" : "decimal"}
      autocomplete="off"
      id={props.id}
      value={raw()}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid}
      aria-required={props.node.currentState.required}
      onInput={(event) => write(event.currentTarget.value)}
      onChange={() => raw() !== "" && props.session.reveal([props.node])}
    />
  );
}

const NATIVE_TYPES: Readonly<Record<string, string>> = { date: "date", time: "time", dateTime: "datetime-local" };

function TextControl(props: ControlProps<AnyInputNode>): JSX.Element {
  const rows = () => (props.node.valueType === "string" ? props.node.nodeOptions.rows : null);
  const isClock = () => props.node.valueType === "time" || props.node.valueType === "dateTime";
  const isLong = () => props.node.appearances?.multiline === true || (rows() ?? 1) > 1;
  // The engine wants seconds, which the browser's own fields leave out.
  const write = (value: string) => props.session.change(props.node, () => (props.node as { setValue(value: string): unknown })
    .setValue(isClock() && /(^|T)\d\d:\d\d$/.test(value) ? `${value}:00` : value));
  const shared = {
    get id() { return props.id; },
    get value() {
      const { instanceValue } = props.node.currentState;
      return isClock() ? instanceValue.replace(/(\d\d:\d\d).*$/, "$1") : instanceValue;
    },
    get "aria-describedby"() { return props.describedBy; },
    get "aria-invalid"() { return props.invalid; },
    get "aria-required"() { return props.node.currentState.required; },
  };
  return (
    <Show
      when={isLong()}
      fallback={
        <input
          class="ck-input"
          classList={{ "ck-short": props.node.valueType in NATIVE_TYPES }}
          type={NATIVE_TYPES[props.node.valueType] ?? "text"}
          autocomplete="off"
          {...shared}
          onInput={(event) => write(event.currentTarget.value)}
        />
      }
    >
      <textarea class="ck-input" rows={rows() ?? 3} {...shared} onInput={(event) => write(event.currentTarget.value)} />
    </Show>
  );
}

function TriggerControl(props: ControlProps<TriggerNode>): JSX.Element {
  return (
    <div class="ck-options">
      <label class="ck-option">
        <input
          type="checkbox"
          id={props.id}
          checked={props.node.currentState.value}
          aria-describedby={props.describedBy}
          onChange={(event) => props.session.change(props.node, () => props.node.setValue(event.currentTarget.checked))}
        />
        <span class="ck-word">{text("yes")}</span>
      </label>
    </div>
  );
}

const TEXT_TYPES = ["string", "date", "time", "dateTime", "barcode"];

/** The control that fits the question, or a sentence that it cannot be answered here. */
export function Control(props: ControlProps<AnyControlNode>): JSX.Element {
  const as = <Node extends AnyControlNode>(fits: (node: AnyControlNode) => boolean) =>
    (fits(props.node) ? (props as ControlProps<AnyControlNode> as unknown as ControlProps<Node>) : undefined);
  const isInput = (node: AnyControlNode, types: readonly string[]) => node.nodeType === "input" && types.includes(node.valueType);
  return (
    <Switch fallback={<p class="ck-note">{text("unsupported")}</p>}>
      <Match when={as<SelectNode>((node) => node.nodeType === "select" && isList(node))}>{(own) => <ListControl {...own()} />}</Match>
      <Match when={as<SelectNode>((node) => node.nodeType === "select")}>{(own) => <SelectControl {...own()} />}</Match>
      <Match when={as<AnyRangeNode>((node) => node.nodeType === "range" || isInput(node, ["int", "decimal"]))}>
        {(own) => <NumberControl {...own()} />}
      </Match>
      <Match when={as<AnyInputNode>((node) => isInput(node, ["geopoint"]))}>{(own) => <PlaceControl {...own()} />}</Match>
      <Match when={as<AnyInputNode>((node) => isInput(node, TEXT_TYPES))}>{(own) => <TextControl {...own()} />}</Match>
      <Match when={as<TriggerNode>((node) => node.nodeType === "trigger")}>{(own) => <TriggerControl {...own()} />}</Match>
      <Match when={props.node.nodeType === "upload" && props.node.nodeOptions.media.type === "image" && props.node}>
        {(node) => <PhotoControl {...props} node={node()} />}
      </Match>
    </Switch>
  );
}

/** A value as it is read: chosen labels, numbers with decimal comma, days written out. */
export function written(node: AnyControlNode): string {
  const { instanceValue } = node.currentState;
  if (instanceValue === "") return "";
  if (node.nodeType === "select") {
    const chosen = node.currentState.valueOptions.filter((option) => node.currentState.value.includes(option.value));
    const codes = areCodes(node.currentState.valueOptions.map((option) => option.value));
    return chosen.map(({ value, label }) => {
      const code = codes ? codeOf(value) : undefined;
      return code ? `${code} (${wordOf(code, label.asString).toLowerCase()})` : label.asString;
    }).join(", ");
  }
  if (node.nodeType === "trigger") return text("yes");
  if (node.valueType === "date") return writeDay(instanceValue);
  if (node.valueType === "geopoint") {
    const [latitude, longitude] = instanceValue.split(" ").map((part) => writeNumber(Number(part)));
    return `${text("latitude")} ${latitude}, ${text("longitude").toLowerCase()} ${longitude}`;
  }
  if (node.valueType === "decimal" || node.valueType === "int") return writeNumber(Number(instanceValue));
  return instanceValue;
}
