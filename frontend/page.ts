const ELEMENTS = "ds-field, ds-error-summary, ds-tabs, ds-suggestion";

/** Small help on a page or a part that htmx has put in. */
export function enhancePage(part: HTMLElement): void {
  // The elements weigh 28 kB, so only pages that hold one fetch them.
  if (part.matches(ELEMENTS) || part.querySelector(ELEMENTS)) void import("@digdir/designsystemet-web");
  for (const form of part.querySelectorAll<HTMLFormElement>("form[data-submit-on-change]")) submitOnChange(form);
  for (const button of part.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const button of part.querySelectorAll<HTMLButtonElement>("button[data-copy]")) copyOnClick(button);
}

/** Copies a text that stands on the page; without scripts, or where copying is refused, it is there to be marked. */
function copyOnClick(button: HTMLButtonElement): void {
  const text = document.getElementById(button.dataset.copy ?? "");
  if (!text || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(text.innerText.trim()).then(
      () => button.nextElementSibling?.replaceChildren(button.dataset.copied ?? ""),
      () => window.getSelection()?.selectAllChildren(text),
    );
  });
}

/** A filter that works with its button; with scripts the button goes and a choice is enough. */
function submitOnChange(form: HTMLFormElement): void {
  if (form.dataset.enhanced) return;
  form.dataset.enhanced = "true";
  for (const button of form.querySelectorAll<HTMLElement>("[data-without-scripts]")) button.hidden = true;
  form.addEventListener("change", () => form.requestSubmit());
}
