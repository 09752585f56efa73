import { InboxViews } from "../../../wire/contracts";
import type { Session } from "../../shared/services/session";
import { standingOf } from "../../shared/store/standing";
import type { Texts } from "../../shared/texts";
import type { InboxTexts } from "../texts";
import type { DeskOf } from "./desk";

export const inboxKeyList = (w: InboxTexts, t: Texts): [key: string, does: string][] => [
  ["J · K", w.keys.move],
  ["O", w.keys.open],
  ["T", w.keys.take],
  ["Z", w.snooze],
  ["L", w.tags],
  ["I", w.noteBox],
  ["R", w.replies],
  ["H", w.hand],
  ["B", w.keys.choose],
  [t.shiftKey("B"), w.keys.chooseAll],
  ["W", w.keys.view],
  ["/", w.keys.search],
  [t.shiftKey("E"), w.keys.end],
];

const lines = () => [...document.querySelectorAll<HTMLElement>("[data-line]")];
const lineOf = (element: Element | null) => element?.closest("li")?.querySelector<HTMLElement>("[data-line]") ?? null;

/** The line that has the focus, else the talk in use. */
export const pointedAt = (current: string | null) => lineOf(document.activeElement)?.dataset.line ?? current;

/** Single keys of the inbox; J and K go through the list, whatever is open beside it. */
export function inboxKeys({ store, actions, undoing }: Session, { inbox, desk, replies, together }: DeskOf): Record<string, () => void> {
  const id = () => pointedAt(store.view.current.peek());
  const withThread = (act: (thread: string) => unknown) => () => {
    const thread = id();
    if (thread) act(thread);
  };
  const move = (by: 1 | -1) => () => {
    const all = lines();
    const at = all.indexOf(lineOf(document.activeElement)!);
    const open = all.findIndex((line) => line.dataset.line === store.view.current.peek());
    all[at < 0 ? Math.max(0, open) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };
  const sheet = (kind: "snooze" | "tags" | "hand") => withThread((threadId) => (inbox.sheet.value = { kind, threadId }));
  const isMine = (thread: string) => {
    const chat = store.chats.get(thread);
    return chat !== undefined && standingOf(chat, store.me.peek()?.id) === "mine";
  };
  return {
    j: move(1),
    k: move(-1),
    o: withThread(desk.open),
    t: withThread(desk.take),
    z: sheet("snooze"),
    l: sheet("tags"),
    h: withThread((thread) => isMine(thread) && (inbox.sheet.value = { kind: "hand", threadId: thread })),
    i: withThread(async (thread) => {
      if (!store.chats.get(thread)) await desk.open(thread);
      desk.noting(thread, true);
    }),
    r: withThread((thread) => store.chats.get(thread) && replies.open(thread)),
    b: withThread(together.choose),
    "shift b": together.chooseAll,
    w: () => (inbox.view.value = InboxViews[(InboxViews.indexOf(inbox.view.peek()) + 1) % InboxViews.length]!),
    "/": () => document.querySelector<HTMLElement>("#inbox-search")?.focus(),
    u: () => (inbox.ended.peek().length ? void together.undoEnd() : undoing.last()),
    x: withThread((thread) => (store.peeked.peek().has(thread) ? desk.shut(thread) : store.view.close(thread))),
    "shift e": () => {
      if (inbox.picked.peek().length) return void together.end();
      const thread = store.view.current.peek();
      if (thread && isMine(thread)) void actions.end(thread);
    },
  };
}
