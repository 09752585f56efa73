import { keepOnDevice, onDevice } from "../shared/store/device";
import { guardUnsaved } from "./unsaved";

const PLACE = "community-review-place";

/** Moderation by keyboard: j and k go through the drafts, the other keys press what stands in the one that has the focus. */
export function reviewKeys() {
  const keys = document.querySelector<HTMLDialogElement>("dialog#keys");
  if (!keys) return;
  const help = document.querySelector<HTMLButtonElement>("[data-keys]");
  if (help) {
    help.hidden = false;
    help.addEventListener("click", () => keys.showModal());
  }
  // One switch for all pages: what is set here holds in the consoles, and the other way round.
  const shortcuts = keys.querySelector<HTMLInputElement>("[data-shortcuts]");
  if (shortcuts) {
    shortcuts.checked = onDevice().shortcuts ?? true;
    shortcuts.addEventListener("change", () => keepOnDevice({ shortcuts: shortcuts.checked }));
  }
  const drafts = [...document.querySelectorAll<HTMLElement>("[data-review] > li")];
  const here = () => drafts.find((draft) => draft.contains(document.activeElement));
  const go = (by: number) => {
    const now = here();
    const next = now ? drafts.indexOf(now) + by : 0;
    drafts[Math.max(0, Math.min(next, drafts.length - 1))]?.focus();
  };
  const press = (selector: string, within: ParentNode | undefined) => within?.querySelector<HTMLElement>(selector)?.click();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target) || keys.open || shortcuts?.checked === false) return;
    // With Caps Lock a letter is the same key; Shift asks for another.
    const key = event.shiftKey && /^\p{L}$/u.test(event.key) ? "" : event.key.toLowerCase();
    // A key that is held down goes through the list, and decides about one draft.
    if (event.repeat && key !== "j" && key !== "k") return;
    const act = {
      j: () => go(1),
      k: () => go(-1),
      p: () => press('[data-key="p"]', here()),
      r: () => press('[data-key="r"]', here()),
      x: () => press("[data-select]", here()),
      e: () => edit(here()),
      u: () => press("[data-undo] button", document),
      "?": () => keys.showModal(),
    }[key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  guardUnsaved(drafts);

  // The next one has the focus once this one is decided, wherever the page begins anew. In another part of the queue another draft has that place, which nobody looked at.
  const part = `${location.pathname} ${document.querySelector<HTMLElement>("[data-review]")?.dataset.review ?? ""}`;
  for (const [place, draft] of drafts.entries()) draft.addEventListener("submit", () => sessionStorage.setItem(PLACE, `${place}@${part}`));
  const [left, within] = sessionStorage.getItem(PLACE)?.split("@") ?? [];
  sessionStorage.removeItem(PLACE);
  const back = location.hash.startsWith("#d-") ? document.getElementById(location.hash.slice(1)) : drafts.find((draft) => draft.dataset.refused === "true");
  (back ?? (within === part ? drafts[Math.min(Number(left), drafts.length - 1)] : null))?.focus();
}

function edit(draft: HTMLElement | undefined) {
  const details = draft?.querySelector<HTMLDetailsElement>("[data-edit]");
  if (!details) return;
  details.open = true;
  details.querySelector("textarea")?.focus();
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") != null;
