/** The card of one question: label, control, its comment and photo, what is wrong, when it was saved. */
import type { AnyControlNode } from "@getodk/xforms-engine";
import { createMemo, For, Show, type JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { QuestionMeta } from "./config.ts";
import { Control, isGroup, written } from "./controls.tsx";
import { Icon } from "./icons.tsx";
import { Picture } from "./photo.tsx";
import type { Session } from "./session.ts";
import { clockTime, text } from "./texts.ts";
import { companionsOf, isOutput, labelOf } from "./tree.ts";

interface FieldProps {
  readonly session: Session;
  readonly node: AnyControlNode;
}

export function fieldId(node: AnyControlNode): string {
  return `f-${node.nodeId.replace(/\W/g, "-")}`;
}

/** Moves to a question and its first control; false when it is not on the page. */
export function focusField(node: AnyControlNode): boolean {
  const control = document.getElementById(fieldId(node));
  control?.focus();
  return control !== null;
}

function Required(props: FieldProps): JSX.Element {
  return (
    <Show when={props.node.currentState.required && !props.session.config.readOnly}>
      <span class="ck-required"> ({text("required")})</span>
    </Show>
  );
}

function Reading(props: FieldProps): JSX.Element {
  return (
    <Show when={props.node.nodeType === "upload" && props.session.isAnswered(props.node) && props.node} fallback={
      <p class="ck-value">{written(props.node) || (isOutput(props.node) ? "–" : text("unanswered"))}</p>
    }>
      {(node) => <Picture session={props.session} node={node()} label={labelOf(node())} />}
    </Show>
  );
}

/** Label, hint, control and message of one control; `heading` is the level of its label among the headings. */
function Field(props: FieldProps & { heading?: number; number?: QuestionMeta["number"]; reference?: string | null }): JSX.Element {
  const id = fieldId(props.node);
  const hint = () => props.node.currentState.hint?.asString ?? "";
  const problem = () => props.session.shownProblem(props.node);
  const isRead = () => props.session.config.readOnly || isOutput(props.node);
  const describedBy = () => {
    const parts = [hint() && `${id}-hint`, props.reference && `${id}-ref`, problem() && `${id}-error`].filter(Boolean);
    return parts.join(" ") || undefined;
  };
  const label = () => (
    <>
      <Show when={props.number ?? false}><span class="ck-number">{props.number}</span></Show>
      <span>{labelOf(props.node)}<Required session={props.session} node={props.node} /></span>
    </>
  );
  const titled = (content: () => JSX.Element) => (
    <Show when={props.heading} fallback={<div class="ck-label">{content()}</div>}>
      {(level) => <Dynamic component={`h${Math.min(level(), 6)}`} class="ck-question-title">{content()}</Dynamic>}
    </Show>
  );
  const below = () => (
    <>
      <Show when={hint()}><p class="ck-hint" id={`${id}-hint`}>{hint()}</p></Show>
      <Show when={props.reference}>
        {(value) => <p class="ck-hint" id={`${id}-ref`}>{text("reference", { value: value() })}</p>}
      </Show>
      <Show when={!isRead()} fallback={<Reading session={props.session} node={props.node} />}>
        <Control
          session={props.session}
          node={props.node}
          id={id}
          describedBy={describedBy()}
          invalid={problem() !== null}
          label={labelOf(props.node)}
        />
      </Show>
      <Show when={problem()}>
        {(message) => <p class="ck-error" id={`${id}-error`}><Icon name="warning" />{message()}</p>}
      </Show>
    </>
  );
  return (
    <Show
      when={!isRead() && isGroup(props.node)}
      fallback={<div class="ck-group">{titled(() => (isRead() ? label() : <label class="ck-for" for={id}>{label()}</label>))}{below()}</div>}
    >
      <fieldset class="ck-group" aria-describedby={problem() ? `${id}-error` : undefined}>
        <legend>{titled(label)}</legend>
        {below()}
      </fieldset>
    </Show>
  );
}

/** "Inte besvarad", "Sparat 10.42", or that it waits in this browser; spoken when the minute changes. */
function SavedLine(props: FieldProps): JSX.Element {
  const saved = () => props.session.savedAt(props.node);
  const line = createMemo(() => {
    const mark = saved();
    if (mark) return text(mark.sent ? "saved" : "savedHere", { time: clockTime(mark.at) });
    return props.session.isAnswered(props.node) ? "" : text("unanswered");
  });
  const clear = () => {
    if (props.node.nodeType !== "select") return;
    const { node } = props;
    props.session.change(node, () => node.selectValues([]));
    focusField(node);
  };
  return (
    <div class="ck-state">
      <p role="status" classList={{ "is-saved": saved()?.sent === true, "is-waiting": saved()?.sent === false }}>{line()}</p>
      <Show when={props.node.nodeType === "select" && props.session.isAnswered(props.node)}>
        <button type="button" class="ck-plain" onClick={clear}>
          {text("clear")}<span class="ck-hidden">: {labelOf(props.node)}</span>
        </button>
      </Show>
    </div>
  );
}

function Background(props: { question: QuestionMeta; label: string }): JSX.Element {
  const law = () => props.question.law ?? [];
  return (
    <Show when={law().length > 0 || props.question.purpose || props.question.guidance}>
      <details class="ck-background">
        <summary><Icon name="chevron" />{text("background")}<span class="ck-hidden">: {props.label}</span></summary>
        <dl>
          <Show when={law().length > 0}>
            <dt>{text("law")}</dt>
            <dd><ul class="ck-chips"><For each={law()}>{(place) => <li>{place}</li>}</For></ul></dd>
          </Show>
          <Show when={props.question.purpose}>{(purpose) => <><dt>{text("purpose")}</dt><dd>{purpose()}</dd></>}</Show>
          <Show when={props.question.guidance}>
            {(guidance) => <><dt>{text("guidance")}</dt><dd><a href={guidance().url} target="_blank" rel="noopener">{guidance().label}</a></dd></>}
          </Show>
        </dl>
      </details>
    </Show>
  );
}

export function QuestionCard(props: FieldProps & { heading: number }): JSX.Element {
  const question = () => props.session.questionOf(props.node);
  const companions = createMemo(() => companionsOf(props.node, question()));
  const extras = createMemo(() => [companions().comment, companions().photo].filter((node) => node !== null));
  const isDeviation = () => {
    const answers = props.node.nodeType === "select" ? props.node.currentState.value : [props.node.currentState.instanceValue];
    return answers.some((answer) => answer.toUpperCase() === "A" || (question().deviation ?? []).includes(answer));
  };
  const revealChosen = () => props.session.isAnswered(props.node) && props.session.reveal([props.node]);
  return (
    <section class="ck-card" classList={{ "has-error": props.session.shownProblem(props.node) !== null }} onChange={revealChosen}>
      <Field
        session={props.session}
        node={props.node}
        heading={props.heading}
        number={question().number ?? null}
        reference={question().reference ?? null}
      />
      <Show when={extras().length > 0}>
        <div class="ck-extra" classList={{ "is-deviation": isDeviation() }}>
          <For each={extras()}>{(node) => <Field session={props.session} node={node} />}</For>
        </div>
      </Show>
      <Show when={!props.session.config.readOnly && !isOutput(props.node)}>
        <SavedLine session={props.session} node={props.node} />
      </Show>
      <Background question={question()} label={labelOf(props.node)} />
    </section>
  );
}
