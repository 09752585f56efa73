/** What somebody typed into a draft goes with that draft's own buttons: those for several decide nothing while one of the selected holds such words, and name it, and the page is not left without asking. */
export function guardUnsaved(drafts: readonly HTMLElement[]) {
  let sent: HTMLElement | undefined;
  for (const draft of drafts) draft.addEventListener("submit", () => (sent = draft));

  const said = document.querySelector<HTMLElement>("[data-selected-unsaved]");
  document.querySelector("form#bulk")?.addEventListener("submit", (event) => {
    const unsaved = drafts.filter((draft) => draft.querySelector<HTMLInputElement>("[data-select]")?.checked && isUnsaved(draft));
    if (!said) return;
    said.hidden = unsaved.length === 0;
    if (said.hidden) return;
    event.preventDefault();
    said.textContent = [said.dataset.selectedUnsaved, ...unsaved.map((draft) => draft.getAttribute("aria-label"))].join(" – ");
  });

  addEventListener("beforeunload", (event) => {
    if (drafts.some((draft) => draft !== sent && isUnsaved(draft))) event.preventDefault();
    // They may stay.
    sent = undefined;
  });
}

// Typed into it since it came, or standing there from a form that was refused.
function isUnsaved(draft: HTMLElement): boolean {
  if (draft.dataset.unsaved === "true") return true;
  const texts = [...draft.querySelectorAll("textarea")];
  const boxes = [...draft.querySelectorAll<HTMLInputElement>("input[type=checkbox]:not([data-select]), input[type=radio]")];
  return texts.some((text) => lines(text.value) !== lines(text.defaultValue)) || boxes.some((box) => box.checked !== box.defaultChecked);
}

// The page may bring CR and LF, the field has LF.
const lines = (text: string) => text.replace(/\r\n?/g, "\n");
