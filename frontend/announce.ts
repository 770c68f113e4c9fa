/** How long nothing is said or drawn: a quick answer needs no sign of waiting. */
const PATIENCE_MS = 300;

/** Says in words what a swap did, and marks the part that waits; one status line serves the whole page. */
export function announceSwaps(page: Document): void {
  const status = page.getElementById("page-status");
  if (!status) return;
  const texts = status.dataset;
  const timers = new WeakMap<Element, number>();

  page.body.addEventListener("htmx:beforeRequest", (event) => {
    const target = (event as CustomEvent).detail.target as HTMLElement;
    const timer = window.setTimeout(() => {
      target.setAttribute("aria-busy", "true");
      status.textContent = texts.loading ?? "";
    }, PATIENCE_MS);
    timers.set(target, timer);
  });
  page.body.addEventListener("htmx:afterRequest", (event) => {
    const { target, successful } = (event as CustomEvent).detail as { target: HTMLElement; successful: boolean };
    window.clearTimeout(timers.get(target));
    target.removeAttribute("aria-busy");
    status.textContent = successful ? (texts.loaded ?? "") : "";
    if (!successful) showFailure(page, target);
  });
}

/** A part that could not be fetched says so in its own place; the text is the server's, in a template element. */
function showFailure(page: Document, target: HTMLElement): void {
  const template = page.querySelector<HTMLTemplateElement>("template#part-failed");
  if (!template || target.querySelector("[data-part-failed]")) return;
  target.prepend(template.content.cloneNode(true));
}
