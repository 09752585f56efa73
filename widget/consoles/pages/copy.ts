const SAID_MS = 2_000;

/** `[data-copy="#id"]` copies that element's text, `[data-copy="words"]` the words; `data-copied` is said for a moment. */
export function copyButtons() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }
}

async function copy(button: HTMLElement) {
  await navigator.clipboard.writeText(wanted(button.dataset.copy ?? ""));
  const label = button.textContent;
  if (!button.dataset.copied || label === button.dataset.copied) return;
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = label), SAID_MS);
}

function wanted(source: string): string {
  const element = source.startsWith("#") ? document.querySelector<HTMLElement>(source) : null;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
  return element?.textContent?.trim() ?? source;
}
