/** One filling of a checklist: opens it, keeps what is written, finds problems, sends it. */
import { loadForm, type AnyControlNode, type FormInstanceConfig, type InstanceData, type RootNode } from "@getodk/xforms-engine";
import { batch, createEffect, on } from "solid-js";
import { createMutable } from "solid-js/store";
import type { ChecklistMeta, Config, Problem, QuestionMeta } from "./config.ts";
import * as store from "./store.ts";
import { text, type TextKey } from "./texts.ts";
import { companionPaths, controlsIn, isOutput, nodeset, type Child } from "./tree.ts";

const INSTANCE_FILE = "xml_submission_file";
const DRAFT_PAUSE_MS = 2_000;
const DRAFT_RETRY_MS = 30_000;

export interface Conflict {
  readonly kind: "conflict";
  readonly message: string;
  readonly url: string | null;
}

export type Outcome =
  | { readonly kind: "sent"; readonly receipt: string; readonly url: string | null }
  | { readonly kind: "problems" }
  | Conflict
  | { readonly kind: "failed" };

/** Text in the fields of a question that is no value of its type, kept while the person is on another part. */
export interface Unreadable {
  readonly problem: TextKey;
  readonly raw: readonly string[];
}

/** What the form shows about a filling, beside the answers themselves; keyed by node or path. */
interface Marks {
  page: number;
  stored: boolean;
  behind: boolean;
  conflict: Conflict | null;
  sentAt: number;
  savedAt: Record<string, number>;
  revealed: Record<string, boolean>;
  unreadable: Record<string, Unreadable | undefined>;
  fromServer: Record<string, string | undefined>;
  /** File names of photos that were taken away; the engine goes back to the name of a restored one. */
  removed: Record<string, boolean>;
}

interface Answer {
  readonly receipt?: string;
  readonly url?: string;
  readonly message?: string;
  readonly problems?: readonly Problem[];
}

async function fetchOk(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/** The JSON of an answer, or nothing when a login page or an error page came instead. */
async function readAnswer(response: Response): Promise<Answer> {
  if (!response.headers.get("content-type")?.includes("json")) return {};
  return (await response.json()) as Answer;
}

function instanceData(xml: string, photos: ReadonlyMap<string, File>): InstanceData {
  const data = new FormData();
  data.set(INSTANCE_FILE, new File([xml], INSTANCE_FILE, { type: "text/xml" }));
  for (const [name, file] of photos) data.set(name, file);
  return data as InstanceData;
}

/** Asks the browser's store; gives `fallback` where it is closed, for example in private windows. */
async function fromStore<T>(work: Promise<T>, fallback: T): Promise<T> {
  try {
    return await work;
  } catch {
    return fallback;
  }
}

/** Opens the checklist with the newest of: unsent draft of this browser, instance of the page, empty. */
export async function openSession(config: Config): Promise<Session> {
  const [xform, meta] = await Promise.all([
    fetchOk(config.formUrl).then((response) => response.text()),
    fetchOk(config.metaUrl).then((response) => response.json() as Promise<ChecklistMeta>),
  ]);
  const form = await loadForm(xform);
  if (form.status === "failure") throw form.error;
  const draft = config.readOnly ? undefined : await fromStore(store.loadDraft(config.submissionId), undefined);
  const photos = config.readOnly ? new Map() : await fromStore(store.loadPhotos(config.submissionId), new Map());
  const useDraft = draft !== undefined && (!draft.sent || config.instance === null);
  const xml = useDraft ? draft.xml : config.instance;
  const options: FormInstanceConfig = { stateFactory: createMutable };
  const instance = xml === null ? form.createInstance(options)
    : await form.restoreInstance({ data: [instanceData(xml, photos)] }, options);
  const language = instance.root.languages.find((one) => one.language.includes(`(${config.language})`));
  if (language && !language.isSyntheticDefault) instance.root.setLanguage(language);
  return new Session(config, meta, instance.root, photos, useDraft ? draft : undefined);
}

export class Session {
  readonly companions: ReadonlySet<string>;
  private readonly marks;
  private readonly changed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private closed = false;
  /** The XML that the server has, as far as this browser knows. */
  private lastSent = "";

  constructor(
    readonly config: Config,
    readonly meta: ChecklistMeta,
    readonly root: RootNode,
    /** Photos that the server does not have yet, by file name. */
    private readonly photos: Map<string, File>,
    readonly restored: store.Draft | undefined,
  ) {
    this.companions = companionPaths(meta);
    this.marks = createMutable<Marks>({
      page: restored?.page ?? 0,
      stored: true,
      behind: !navigator.onLine,
      conflict: null,
      sentAt: 0,
      savedAt: {},
      revealed: {},
      unreadable: {},
      fromServer: {},
      removed: {},
    });
  }

  get page(): number {
    return this.marks.page;
  }

  set page(page: number) {
    this.marks.page = page;
  }

  /** Whether this browser keeps what is written. */
  get stored(): boolean {
    return this.marks.stored;
  }

  /** Whether the server lacks what is written here: no connection, or a draft that did not arrive. */
  get behind(): boolean {
    return this.marks.behind;
  }

  /** Said by the server when somebody else has changed the same submission. */
  get conflict(): Conflict | null {
    return this.marks.conflict;
  }

  /** Starts to keep changes; call once, under a reactive root. */
  keepChanges(): void {
    if (this.config.readOnly) return;
    const kept = () => [this.root.instanceState.instanceXML, this.page, Object.keys(this.marks.removed).length];
    createEffect(on(kept, () => this.save(), { defer: true }));
    if (!this.restored) this.lastSent = this.exportXml();
    addEventListener("online", () => {
      this.marks.behind &&= this.config.draftUrl !== null;
      this.scheduleDraft(0);
    });
    addEventListener("offline", () => (this.marks.behind = true));
    if (this.restored && !this.restored.sent) this.scheduleDraft();
  }

  questionOf(node: AnyControlNode): QuestionMeta {
    return this.meta.questions[nodeset(node)] ?? {};
  }

  /** Questions to answer among the nodes; comments and photos of other questions do not count. */
  questionsIn(nodes: readonly Child[]): AnyControlNode[] {
    return controlsIn(nodes).filter((node) => !isOutput(node) && !this.companions.has(nodeset(node)));
  }

  /** Every change of an answer goes through here, so that its card can say when it was saved. */
  change(node: AnyControlNode, set: () => void): void {
    this.changed.add(node.nodeId);
    this.marks.fromServer[node.currentState.reference] = undefined;
    this.marks.fromServer[nodeset(node)] = undefined;
    batch(set);
  }

  /** When the answer was saved, and whether the server has it; null when it has not been changed here. */
  savedAt(node: AnyControlNode): { readonly at: Date; readonly sent: boolean } | null {
    const at = this.marks.savedAt[node.nodeId];
    return at === undefined ? null : { at: new Date(at), sent: !this.marks.behind || at <= this.marks.sentAt };
  }

  setUnreadable(node: AnyControlNode, unreadable: Unreadable | undefined): void {
    this.marks.unreadable[node.nodeId] = unreadable;
  }

  unreadableOf(node: AnyControlNode): Unreadable | undefined {
    return this.marks.unreadable[node.nodeId];
  }

  reveal(nodes: readonly AnyControlNode[]): void {
    for (const node of nodes) this.marks.revealed[node.nodeId] = true;
  }

  /** What the form itself finds wrong with an answer, said or not yet said to the person. */
  ownProblem(node: AnyControlNode): string | null {
    const unreadable = this.unreadableOf(node);
    if (unreadable !== undefined) return text(unreadable.problem);
    const { violation } = node.validationState;
    if (violation === null) return node.currentState.required && !this.isAnswered(node) ? text("requiredMissing") : null;
    const fallback = text(violation.condition === "required" ? "requiredMissing" : "constraintBroken");
    return violation.message?.asString || fallback;
  }

  /** The message to show at the question; silent until the person has tried to go on. */
  shownProblem(node: AnyControlNode): string | null {
    const { fromServer, revealed } = this.marks;
    const said = fromServer[node.currentState.reference] ?? fromServer[nodeset(node)];
    return said ?? (revealed[node.nodeId] ? this.ownProblem(node) : null);
  }

  /** Before a new try: what the server said last time may no longer hold. */
  forgetServerProblems(): void {
    this.marks.fromServer = {};
  }

  /** Problems of the server that belong to no question of the form. */
  looseProblems(): string[] {
    const known = new Set(controlsIn(this.root.currentState.children)
      .flatMap((node) => [node.currentState.reference, nodeset(node)]));
    return Object.entries(this.marks.fromServer)
      .flatMap(([path, message]) => (message !== undefined && !known.has(path) ? [message] : []));
  }

  photoNamed(name: string): File | undefined {
    return this.photos.get(name);
  }

  async addPhoto(file: File): Promise<void> {
    this.photos.set(file.name, file);
    await store.savePhoto(this.config.submissionId, file).catch(() => (this.marks.stored = false));
  }

  async dropPhoto(name: string): Promise<void> {
    this.photos.delete(name);
    this.marks.removed[name] = true;
    await fromStore(store.removePhoto(this.config.submissionId, name), undefined);
  }

  isAnswered(node: AnyControlNode): boolean {
    const { instanceValue } = node.currentState;
    return instanceValue.trim() !== "" && !(node.nodeType === "upload" && this.marks.removed[instanceValue]);
  }

  /** The instance as XML, with the identity that the server gave this submission. */
  exportXml(): string {
    const document = new DOMParser().parseFromString(this.root.instanceState.instanceXML, "text/xml");
    const [identity] = document.getElementsByTagNameNS("*", "instanceID");
    if (identity) identity.textContent = `uuid:${this.config.submissionId}`;
    for (const element of document.getElementsByTagNameNS("*", "*")) {
      if (element.childElementCount === 0 && this.marks.removed[element.textContent ?? ""]) element.textContent = "";
    }
    return new XMLSerializer().serializeToString(document);
  }

  private save(): void {
    if (this.closed) return;
    const ids = [...this.changed];
    this.changed.clear();
    const savedAt = Date.now();
    const { submissionId } = this.config;
    const xml = this.exportXml();
    const draft = { submissionId, xml, savedAt, sent: xml === this.lastSent, page: this.page };
    this.writing = this.writing.then(() => store.saveDraft(draft)).then(() => {
      for (const id of ids) this.marks.savedAt[id] = savedAt;
    }, () => {
      this.marks.stored = false;
    });
    if (!draft.sent) this.scheduleDraft();
  }

  private scheduleDraft(pause = DRAFT_PAUSE_MS): void {
    clearTimeout(this.timer);
    if (this.config.draftUrl === null || this.closed || this.conflict) return;
    this.timer = setTimeout(() => void this.sendDraft(), pause);
  }

  private async sendDraft(): Promise<void> {
    const { submissionId, draftUrl } = this.config;
    const [xml, startedAt] = [this.exportXml(), Date.now()];
    try {
      const response = await this.send(draftUrl ?? "", "PUT", xml, { "Content-Type": "application/xml" });
      if (response.status === 409) return void (this.marks.conflict = this.asConflict(await readAnswer(response)));
      if (!response.ok || response.redirected) throw new Error(String(response.status));
    } catch {
      this.marks.behind = true;
      if (!this.closed) this.timer = setTimeout(() => void this.sendDraft(), DRAFT_RETRY_MS);
      return;
    }
    this.marks.behind = false;
    this.marks.sentAt = startedAt;
    this.lastSent = xml;
    if (!this.closed && xml === this.exportXml()) {
      const draft = { submissionId, xml, savedAt: startedAt, sent: true, page: this.page };
      await fromStore(this.writing.then(() => store.saveDraft(draft)), undefined);
    }
  }

  private send(url: string, method: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
    const own = { "X-CSRFToken": this.config.csrfToken, Accept: "application/json" };
    return fetch(url, { method, body, credentials: "same-origin", headers: { ...own, ...headers } });
  }

  private asConflict(answer: Answer): Conflict {
    return { kind: "conflict", message: answer.message ?? text("conflict"), url: answer.url ?? null };
  }

  /** Sends the submission with its photos. Nothing is forgotten until the server has given a receipt. */
  async submit(): Promise<Outcome> {
    clearTimeout(this.timer);
    const body = new FormData();
    body.set(INSTANCE_FILE, new File([this.exportXml()], "submission.xml", { type: "text/xml" }));
    for (const node of controlsIn(this.root.currentState.children)) {
      const photo = this.photos.get(node.currentState.instanceValue);
      if (node.nodeType === "upload" && photo) body.set(photo.name, photo, photo.name);
    }
    try {
      const response = await this.send(this.config.submitUrl, "POST", body);
      return await this.outcome(response, await readAnswer(response));
    } catch {
      return { kind: "failed" };
    }
  }

  private async outcome(response: Response, answer: Answer): Promise<Outcome> {
    if (response.ok && answer.receipt !== undefined) {
      this.closed = true;
      await fromStore(this.writing.then(() => store.forget(this.config.submissionId)), undefined);
      return { kind: "sent", receipt: answer.receipt, url: answer.url ?? null };
    }
    if (response.status === 422 && answer.problems?.length) {
      this.marks.fromServer = Object.fromEntries(answer.problems.map(({ path, message }) => [path, message]));
      return { kind: "problems" };
    }
    return response.status === 409 ? this.asConflict(answer) : { kind: "failed" };
  }
}
