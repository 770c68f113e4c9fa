/** The menu is a details element and opens without us; Escape and a click elsewhere close it. */
export function enhanceMenu(page: Document): void {
  const menus = [...page.querySelectorAll<HTMLDetailsElement>("details[data-menu]")];
  page.addEventListener("keydown", (event) => {
    const open = menus.find((menu) => menu.open);
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary")?.focus();
  });
  page.addEventListener("click", (event) => {
    for (const menu of menus) if (!menu.contains(event.target as Node)) menu.open = false;
  });
}
