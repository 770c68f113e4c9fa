/** Reading the engine's tree of nodes: parts, questions, and which questions belong together. */
import type {
  AnyControlNode,
  GeneralChildNode,
  RepeatInstanceNode,
  RepeatRangeNode,
  GroupNode,
  RootNode,
} from "@getodk/xforms-engine";
import type { ChecklistMeta, QuestionMeta } from "./config.ts";

export type Container = RootNode | GroupNode | RepeatRangeNode | RepeatInstanceNode;
export type Child = GeneralChildNode | RepeatInstanceNode;

/** A part of the checklist: a top-level group or repeat, or loose questions between them. */
export interface Part {
  readonly key: string;
  readonly title: string;
  readonly nodes: readonly Child[];
}

/** Questions that are shown inside the card of another question. */
export interface Companions {
  readonly comment: AnyControlNode | null;
  readonly photo: AnyControlNode | null;
}

export function isContainer(node: Child): node is Exclude<Container, RootNode> {
  return node.currentState.children !== null;
}

export function isControl(node: Child): node is AnyControlNode {
  return !isContainer(node) && node.nodeType !== "model-value";
}

/** The path of the node's definition, without positions of repeats. */
export function nodeset(node: { readonly currentState: { readonly reference: string } }): string {
  return node.currentState.reference.replace(/\[\d+\]/g, "");
}

function isShown(node: Child): boolean {
  if (!node.currentState.relevant) return false;
  if (node.nodeType === "group" || node.nodeType === "repeat-instance") return node.currentState.hasRelevantBodyNodes;
  return node.nodeType !== "model-value";
}

export function shownChildren(node: Container): readonly Child[] {
  return (node.currentState.children as readonly Child[]).filter(isShown);
}

/** Relevant controls below the nodes, in the order of the form. */
export function controlsIn(nodes: readonly Child[]): AnyControlNode[] {
  return nodes.filter(isShown).flatMap((node) => {
    if (isContainer(node)) return controlsIn(shownChildren(node));
    return isControl(node) ? [node] : [];
  });
}

/** Shown to be read: notes, calculated and read-only values. */
export function isOutput(node: AnyControlNode): boolean {
  if (node.nodeType === "note" || node.currentState.readonly) return true;
  return node.definition.bind.calculate !== null;
}

/** Nodesets of the comments and photos that belong to other questions. */
export function companionPaths(meta: ChecklistMeta): ReadonlySet<string> {
  const paths = Object.values(meta.questions).flatMap((question) => [question.comment, question.photo]);
  return new Set(paths.filter((path): path is string => typeof path === "string"));
}

function repeatOrRoot(node: AnyControlNode): RepeatInstanceNode | RootNode {
  let parent: RootNode | GroupNode | RepeatInstanceNode = node.parent;
  while (parent.nodeType === "group") parent = parent.parent;
  return parent;
}

/** The relevant comment and photo of a question, within the same round of a repeat. */
export function companionsOf(node: AnyControlNode, question: QuestionMeta): Companions {
  if (!question.comment && !question.photo) return { comment: null, photo: null };
  const near = controlsIn(shownChildren(repeatOrRoot(node)));
  const find = (path: string | null | undefined) => near.find((other) => nodeset(other) === path) ?? null;
  return { comment: find(question.comment), photo: find(question.photo) };
}

export function labelOf(node: Child): string {
  return node.currentState.label?.asString ?? "";
}

/** Parts with something to show; loose questions beside groups form parts under `looseTitle`. */
export function partsOf(root: RootNode, looseTitle: string): readonly Part[] {
  const parts: Part[] = [];
  let loose: Child[] = [];
  const endLoose = () => {
    const [first] = loose;
    if (first) parts.push({ key: `loose-${first.nodeId}`, title: looseTitle, nodes: loose });
    loose = [];
  };
  for (const child of shownChildren(root)) {
    if (!isContainer(child)) {
      loose.push(child);
      continue;
    }
    endLoose();
    const nodes = child.nodeType === "group" ? shownChildren(child) : [child];
    parts.push({ key: child.nodeId, title: labelOf(child) || looseTitle, nodes });
  }
  endLoose();
  return parts;
}
