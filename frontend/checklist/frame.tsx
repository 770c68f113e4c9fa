/** The frame of the form: object bar, parts, previous and next, and the last page where it is sent. */
import type { AnyControlNode } from "@getodk/xforms-engine";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { Icon } from "./icons.tsx";
import { NodeList } from "./parts.tsx";
import { focusField } from "./question.tsx";
import type { Outcome, Session } from "./session.ts";
import { dayAndTime, text } from "./texts.ts";
import { controlsIn, isOutput, labelOf, partsOf, type Part } from "./tree.ts";

interface Finding {
  readonly node: AnyControlNode | null;
  readonly message: string;
}

interface PartCount {
  readonly part: Part;
  readonly answered: number;
  readonly all: number;
}

export function Frame(props: { session: Session }): JSX.Element {
  const { session } = props;
  const { config } = session;
  const parts = createMemo(() => partsOf(session.root, text("general")));
  const counts = createMemo<readonly PartCount[]>(() => parts().map((part) => {
    const questions = session.questionsIn(part.nodes);
    return { part, all: questions.length, answered: questions.filter((node) => session.isAnswered(node)).length };
  }));
  const total = createMemo(() => ({
    n: counts().reduce((sum, count) => sum + count.answered, 0),
    m: counts().reduce((sum, count) => sum + count.all, 0),
  }));
  const page = () => Math.min(session.page, parts().length);
  const part = () => parts()[page()];
  const objectTitle = createMemo(() => {
    const asked = controlsIn(session.root.currentState.children)
      .find((node) => node.currentState.reference.endsWith(`/${config.titleQuestion}`));
    return asked?.currentState.instanceValue || config.objectTitle;
  });
  const [tried, setTried] = createSignal<readonly AnyControlNode[]>([]);
  const [outcome, setOutcome] = createSignal<Outcome | null>(null);
  const [isSending, setSending] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  let summary: HTMLElement | undefined;
  let message: HTMLDivElement | undefined;

  const findings = createMemo<readonly Finding[]>(() => {
    const known = tried().flatMap((node) => {
      const problem = node.currentState.relevant ? session.shownProblem(node) : null;
      return problem === null ? [] : [{ node, message: problem }];
    });
    return [...known, ...(tried().length > 0 ? session.looseProblems().map((loose) => ({ node: null, message: loose })) : [])];
  });
  /** Shows every problem among the nodes; true when the form itself finds none. */
  const check = (nodes: readonly AnyControlNode[]): boolean => {
    const toCheck = nodes.filter((node) => !isOutput(node));
    session.reveal(toCheck);
    setTried(toCheck);
    summary?.focus();
    return toCheck.every((node) => session.ownProblem(node) === null);
  };
  const open = (index: number) => {
    setTried([]);
    setOutcome(null);
    session.page = index;
    scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
  };
  const next = () => {
    const here = part();
    if (config.readOnly || !here || check(controlsIn(here.nodes))) open(page() + 1);
  };
  const goTo = (event: Event, node: AnyControlNode) => {
    event.preventDefault();
    if (focusField(node)) return;
    session.page = parts().findIndex((one) => controlsIn(one.nodes).includes(node));
    focusField(node);
  };
  const submit = async () => {
    const all = controlsIn(session.root.currentState.children);
    if (isSending()) return;
    session.forgetServerProblems();
    if (!check(all)) return;
    setSending(true);
    const result = await session.submit();
    setSending(false);
    setOutcome(result);
    if (result.kind === "problems") check(all);
    else message?.focus();
  };
  const isSent = () => outcome()?.kind === "sent";

  return (
    <div class="ck">
      <header class="ck-bar">
        <a class="ck-back" href={config.backUrl}><Icon name="back" /><span class="ck-hidden">{text("back")}</span></a>
        <div class="ck-object">
          <h1>{objectTitle()}</h1>
          <p>{config.objectSubtitle}</p>
        </div>
        <p class="ck-count"><strong>{text("ofCount", total())}</strong> {text("answers")}</p>
      </header>
      <Show when={!isSent()}><Strips session={session} /></Show>
      <div class="ck-body">
        <nav class="ck-side" aria-label={text("allParts")}>
          <p class="ck-side-title">{text("checklistVersion", { version: session.meta.version })}</p>
          <PartList counts={counts()} page={page()} open={open} readOnly={config.readOnly} />
        </nav>
        <main class="ck-main" id="main">
          <Show when={!isSent()}>
            <div class="ck-part-head">
              <p class="ck-part-of">
                <Show when={part()}>{text("part", { n: page() + 1, m: parts().length })} </Show>
                <Show when={config.exempeldata}><span class="ck-example">{text("exampleData")}</span></Show>
              </p>
              <h2 ref={heading} tabindex="-1">{part()?.title ?? text("summary")}</h2>
              <div class="ck-segments" aria-hidden="true">
                <For each={counts()}>
                  {(count, index) => (
                    <span classList={{ "is-done": count.answered === count.all, "is-here": index() === page() }} />
                  )}
                </For>
              </div>
              <p class="ck-note">
                <Show when={counts()[page()]} fallback={text(config.readOnly ? "summaryReadOnly" : "summaryLead", total())}>
                  {(count) => <>{text("partDone", { n: count().answered, m: count().all })}</>}
                </Show>
              </p>
            </div>
            <section class="ck-errors" ref={summary} tabindex="-1" classList={{ "is-empty": findings().length === 0 }} aria-labelledby="ck-errors-title">
              <Show when={findings().length > 0}>
                <h3 id="ck-errors-title">{findings().length === 1 ? text("errorsOne") : text("errorsMany", { n: findings().length })}</h3>
                <ul>
                  <For each={findings()}>
                    {(finding) => (
                      <li>
                        <Show when={finding.node} fallback={finding.message}>
                          {(node) => <a href="#main" onClick={(event) => goTo(event, node())}>{labelOf(node())} – {finding.message}</a>}
                        </Show>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </section>
          </Show>
          <div ref={message} tabindex="-1" class="ck-outcome"><OutcomeMessage outcome={outcome()} backUrl={config.backUrl} retry={() => void submit()} /></div>
          <Show when={!isSent()}>
            <details class="ck-jump" open={!part()}>
              <summary><Icon name="chevron" />{text("allParts")}</summary>
              <PartList counts={counts()} page={page()} open={open} readOnly={config.readOnly} />
            </details>
            <Show when={part()?.key} keyed>
              <NodeList session={session} nodes={part()?.nodes ?? []} heading={3} title={part()?.title ?? ""} />
            </Show>
          </Show>
        </main>
      </div>
      <Show when={!isSent()}>
        <footer class="ck-steps">
          <div class="ck-steps-inner">
            <Show when={page() > 0}>
              <button type="button" class="ck-secondary" onClick={() => open(page() - 1)}>
                <Icon name="back" />{text("partShort", { n: page() })}
              </button>
            </Show>
            <Show
              when={part()}
              fallback={
                <Show when={!config.readOnly}>
                  <button type="button" class="ck-primary" aria-disabled={isSending()} onClick={() => void submit()}>
                    {text(isSending() ? "submitting" : "submit")}
                  </button>
                </Show>
              }
            >
              <button type="button" class="ck-primary" onClick={next}>
                {text("next", { title: parts()[page() + 1]?.title ?? text("summary") })}<Icon name="forward" />
              </button>
            </Show>
          </div>
        </footer>
      </Show>
    </div>
  );
}

function PartList(props: { counts: readonly PartCount[]; page: number; open: (index: number) => void; readOnly: boolean }): JSX.Element {
  return (
    <ol class="ck-parts">
      <For each={props.counts}>
        {(count, index) => (
          <li>
            <button type="button" aria-current={index() === props.page ? "step" : undefined} onClick={() => props.open(index())}>
              <span class="ck-dot" classList={{ "is-done": count.answered === count.all }}><Icon name="tick" /></span>
              <span class="ck-part-name">{index() + 1}. {count.part.title}</span>
              <span class="ck-part-count" aria-label={text("ofCount", { n: count.answered, m: count.all })}>{count.answered}/{count.all}</span>
            </button>
          </li>
        )}
      </For>
      <Show when={!props.readOnly}>
        <li>
          <button
            type="button"
            aria-current={props.page === props.counts.length ? "step" : undefined}
            onClick={() => props.open(props.counts.length)}
          >
            <span class="ck-dot"><Icon name="tick" /></span>
            <span class="ck-part-name">{text("summary")}</span>
          </button>
        </li>
      </Show>
    </ol>
  );
}

/** Notes across the page: no connection, nothing is kept, a restored draft, somebody else's change. */
function Strips(props: { session: Session }): JSX.Element {
  const { session } = props;
  return (
    <div role="status">
      <Show when={session.behind && !session.config.readOnly}>
        <p class="ck-strip"><Icon name="cloudOff" /><span><strong>{text("offline")}</strong> {text("offlineHelp")}</span></p>
      </Show>
      <Show when={!session.stored}>
        <p class="ck-strip"><Icon name="warning" /><span>{text("notStored")}</span></p>
      </Show>
      <Show when={session.restored}>
        {(draft) => <p class="ck-strip is-calm">{text("restored", { time: dayAndTime(new Date(draft().savedAt)) })}</p>}
      </Show>
      <Show when={session.conflict}>{(conflict) => <OutcomeMessage outcome={conflict()} backUrl={session.config.backUrl} retry={() => undefined} />}</Show>
    </div>
  );
}

function OutcomeMessage(props: { outcome: Outcome | null; backUrl: string; retry: () => void }): JSX.Element {
  const as = <Kind extends Outcome["kind"]>(kind: Kind) =>
    (props.outcome?.kind === kind ? (props.outcome as Extract<Outcome, { kind: Kind }>) : undefined);
  return (
    <>
      <Show when={as("failed")}>
        <section class="ck-errors">
          <h3>{text("sendFailed")}</h3>
          <p>{text("sendFailedHelp")}</p>
          <button type="button" class="ck-secondary" onClick={() => props.retry()}>{text("tryAgain")}</button>
        </section>
      </Show>
      <Show when={as("conflict")}>
        {(conflict) => (
          <section class="ck-errors">
            <h3>{conflict().message}</h3>
            <p>{text("conflictHelp")}</p>
            <Show when={conflict().url}>{(url) => <a href={url()}>{text("openOther")}</a>}</Show>
          </section>
        )}
      </Show>
      <Show when={as("sent")}>
        {(sent) => (
          <section class="ck-receipt">
            <h2>{text("sent")}</h2>
            <p>{text("receipt", { receipt: sent().receipt })}</p>
            <Show when={sent().url}>{(url) => <a href={url()}>{text("open")}</a>}</Show>
            <a href={props.backUrl}>{text("toObjects")}</a>
          </section>
        )}
      </Show>
    </>
  );
}
