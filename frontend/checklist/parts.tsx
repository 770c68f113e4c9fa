/** What stands in a part: questions, notes, nested groups and rounds of repeats. */
import type { GroupNode, RepeatInstanceNode, RepeatRangeNode } from "@getodk/xforms-engine";
import { batch, createSignal, For, Match, Show, Switch, type JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import { QuestionCard } from "./question.tsx";
import type { Session } from "./session.ts";
import { text } from "./texts.ts";
import { controlsIn, isContainer, isControl, labelOf, nodeset, shownChildren, type Child } from "./tree.ts";

interface ListProps {
  readonly session: Session;
  readonly nodes: readonly Child[];
  readonly heading: number;
  /** The title of the part, which a repeat that is the whole part shares. */
  readonly title: string;
}

export function NodeList(props: ListProps): JSX.Element {
  return (
    <For each={props.nodes}>
      {(node) => (
        <Switch>
          <Match when={isContainer(node) && node.nodeType === "group" && node}>
            {(group) => <Group session={props.session} node={group()} heading={props.heading} title={props.title} />}
          </Match>
          <Match when={isContainer(node) && node.nodeType.startsWith("repeat-range") && (node as RepeatRangeNode)}>
            {(range) => <Repeat session={props.session} node={range()} heading={props.heading} title={props.title} />}
          </Match>
          <Match when={isControl(node) && node.nodeType === "note" && node.definition.bind.calculate === null && node}>
            {(note) => <p class="ck-text">{note().currentState.noteText.asString}</p>}
          </Match>
          <Match when={isControl(node) && !props.session.companions.has(nodeset(node)) && node}>
            {(control) => <QuestionCard session={props.session} node={control()} heading={props.heading} />}
          </Match>
        </Switch>
      )}
    </For>
  );
}

function Group(props: Omit<ListProps, "nodes"> & { node: GroupNode }): JSX.Element {
  const label = () => labelOf(props.node);
  const deeper = () => (label() ? props.heading + 1 : props.heading);
  return (
    <div class="ck-nested">
      <Show when={label()}><Dynamic component={`h${Math.min(props.heading, 6)}`} class="ck-subtitle">{label()}</Dynamic></Show>
      <NodeList session={props.session} nodes={shownChildren(props.node)} heading={deeper()} title={label() || props.title} />
    </div>
  );
}

/** Rounds of a repeat, each with its number; people add and take away unless the form says how many. */
function Repeat(props: Omit<ListProps, "nodes"> & { node: RepeatRangeNode }): JSX.Element {
  const [said, setSaid] = createSignal("");
  const name = () => labelOf(props.node) || props.title;
  const rounds = () => shownChildren(props.node) as readonly RepeatInstanceNode[];
  const free = () => (props.session.config.readOnly || props.node.nodeType !== "repeat-range:uncontrolled" ? undefined : props.node);
  let list!: HTMLDivElement;
  let adder: HTMLButtonElement | undefined;

  const add = () => {
    batch(() => free()?.addInstances());
    [...list.querySelectorAll<HTMLElement>(":scope > .ck-round > .ck-round-title")].at(-1)?.focus();
  };
  const remove = (index: number) => {
    const round = rounds()[index];
    const title = `${name()} ${index + 1}`;
    const isFilled = round && controlsIn([round]).some((node) => props.session.isAnswered(node));
    if (isFilled && !confirm(text("removeSure", { name: title }))) return;
    // In one step, or computations would meet the removed round before it has left the list.
    batch(() => free()?.removeInstances(index));
    setSaid(text("removed", { name: title }));
    adder?.focus();
  };
  return (
    <div class="ck-repeat" ref={list}>
      <For each={rounds()}>
        {(round, index) => (
          <section class="ck-round">
            <Dynamic component={`h${Math.min(props.heading, 6)}`} class="ck-subtitle ck-round-title" tabindex="-1">
              {name()} {index() + 1}
            </Dynamic>
            <NodeList session={props.session} nodes={shownChildren(round)} heading={props.heading + 1} title={name()} />
            <Show when={free()}>
              <button type="button" class="ck-plain" onClick={() => remove(index())}>
                {text("remove", { name: `${name()} ${index() + 1}` })}
              </button>
            </Show>
          </section>
        )}
      </For>
      <Show when={free()}>
        <button type="button" class="ck-secondary" ref={(button) => (adder = button)} onClick={add}>{text("add", { name: name() })}</button>
      </Show>
      <p class="ck-hidden" role="status">{said()}</p>
    </div>
  );
}
