/** The lines of the list, as the keyboard goes through them. */
export const lines = () => [...document.querySelectorAll<HTMLElement>("[data-line]")];

/** The line an element stands in. */
export const lineOf = (element: Element | null) => element?.closest("li")?.querySelector<HTMLElement>("[data-line]") ?? null;

/** The line that has the focus, else the talk in use. */
export const pointedAt = (current: string | null) => lineOf(document.activeElement)?.dataset.line ?? current;
