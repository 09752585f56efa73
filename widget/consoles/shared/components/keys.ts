import type { Session } from "../services/session";
import { isOpen, standingOf } from "../store/standing";
import type { Texts } from "../texts";
import { createMidSentence } from "./midSentence";

/** What each key does, as the help sheet lists it. Shift stands before what cannot be hit by chance. */
export const keyList = (t: Texts): [key: string, does: string][] => [
  ["A", t.keyAccept],
  ["N", t.notForMe],
  ["U", t.keyUndo],
  ["J · K", t.keyNextPrevious],
  ["1 · 2 · 3", t.keyColumn],
  ["M", t.keyBox],
  ["S", t.keySuggestion],
  ["E", t.keyEditSuggestion],
  [t.enterKey, t.keySend],
  [t.shiftEnterKey, t.keyLine],
  [t.escapeKey, t.keyLeaveBox],
  ["X", t.closeTalk],
  [t.shiftKey("R"), t.release],
  [t.shiftKey("E"), t.end],
  ["V", t.keyAvailable],
  ["?", t.keyHelp],
];

// In a window that has just closed the focus stays until the next frame: nothing is typed there any more.
const fieldOf = (target: EventTarget | null) =>
  target instanceof HTMLElement && !target.closest("dialog:not([open])") ? target.closest("input:not([type=checkbox]), textarea, select") : null;
// Under an open dialog nothing is pressed, wherever the focus is.
const inField = (target: EventTarget | null) => document.querySelector("dialog[open]") !== null || fieldOf(target) !== null;

/** Single keys for what has to be quick; off while anything is being typed, and switchable in the help sheet. */
export function listenToKeys(session: Session, own: Record<string, () => void> = {}) {
  const steps = { ...stepsOf(session), ...own };
  const goesOn = createMidSentence(fieldOf);
  const pressed = (event: KeyboardEvent) => {
    // Before all else: it hears every key.
    if (goesOn(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || event.defaultPrevented) return;
    if (inField(event.target) || !session.store.preferences.shortcuts.peek()) return;
    // Only with letters does Shift say anything: some keyboards have their digits behind it.
    const step = steps[(event.shiftKey && /^\p{L}$/u.test(event.key) ? "shift " : "") + event.key.toLowerCase()];
    if (!step) return;
    event.preventDefault();
    step();
  };
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}

function stepsOf({ store, actions, undoing, helping, writing }: Session): Record<string, () => void> {
  const { view, chats, inOrder, offers, status } = store;
  const offer = (act: (id: string) => unknown) => {
    const first = offers.all.peek().find((one) => !one.ended)?.view.offerId;
    if (first) act(first);
  };
  const current = () => view.current.peek();
  const standing = () => {
    const chat = chats.get(current() ?? "");
    return chat ? standingOf(chat, store.me.peek()?.id) : null;
  };
  const move = (by: 1 | -1) => {
    const ids = inOrder.peek().map((chat) => chat.threadId);
    const at = ids.indexOf(current() ?? "");
    const next = at < 0 ? 0 : (at + by + ids.length) % ids.length;
    if (ids[next]) view.open(ids[next]);
  };
  const suggestion = (act: (id: string, seq: number) => void) => {
    const chat = chats.get(current() ?? "");
    const last = chat && standing() === "mine" ? chat.events.filter((event) => store.suggestions.isOpen(chat, event)).at(-1) : undefined;
    if (chat && last) act(chat.threadId, last.seq);
  };
  const column = (n: number) => () => {
    const id = view.shown.peek()[n];
    if (id) view.open(id);
  };
  return {
    a: () => offer(actions.accept),
    n: () => offer(actions.decline),
    u: undoing.last,
    j: () => move(1),
    k: () => move(-1),
    "1": column(0),
    "2": column(1),
    "3": column(2),
    s: () => suggestion(writing.sendSuggestion),
    e: () => suggestion(writing.editSuggestion),
    m: () => (view.focusOn.value = current()),
    x: () => current() && view.close(current()!),
    "shift r": () => {
      if (standing() === "mine") void actions.release(current()!);
      else if (isOpen(standing() ?? "ended")) void helping.leave(current()!);
    },
    "shift e": () => standing() === "mine" && void actions.end(current()!),
    v: () => status.peek() && void actions.setAvailable(!status.peek()!.available),
    "?": () => (view.help.value = true),
  };
}
