import { InboxViews } from "../../../wire/contracts";
import { settled } from "../../shared/services/once";
import { wordsFor } from "../../shared/services/refused";
import type { Session } from "../../shared/services/session";
import { isParkedFree, standingOf } from "../../shared/store/standing";
import type { Texts } from "../../shared/texts";
import type { InboxTexts } from "../texts";
import type { DeskOf } from "./desk";
import { lineOf, lines, pointedAt } from "./lines";

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
  /** It stands on the screen, with its words: read now, where a key was quicker than they. Resolves to whether they are here. */
  const shown = async (thread: string) => {
    if (store.chats.get(thread)) {
      store.view.show(thread);
      store.view.talking.value = true;
    } else await desk.open(thread);
    return store.chats.get(thread) !== undefined;
  };
  const isMine = (thread: string) => {
    const chat = store.chats.get(thread);
    return chat !== undefined && standingOf(chat, store.me.peek()?.id) === "mine";
  };
  /** It is ours, or will be once what was just asked is answered. Where it is not, it says so: nothing happens without a word. */
  const holds = async (thread: string) => {
    const wasAsked = await settled(store, thread);
    if (isMine(thread)) return true;
    // What was asked and refused has been said.
    if (!wasAsked) store.notices.say(wordsFor(store.chats.get(thread)?.state === "closed" ? "thread_closed" : "only_responder", store.texts.peek()), "bad");
    return false;
  };
  /** Parked, and nobody's conversation: any of the team gives it to somebody. */
  const isGivable = (thread: string) => {
    const known = store.chats.get(thread) ?? inbox.list.lines.peek()?.find(({ row }) => row.threadId === thread)?.row;
    return known !== undefined && isParkedFree(known);
  };
  return {
    j: move(1),
    k: move(-1),
    o: withThread(desk.open),
    t: withThread(desk.take),
    z: sheet("snooze"),
    l: sheet("tags"),
    h: withThread(async (thread) => ((isGivable(thread) && (await shown(thread))) || (await holds(thread))) && (inbox.sheet.value = { kind: "hand", threadId: thread })),
    i: withThread(async (thread) => (await shown(thread)) && desk.noting(thread, true)),
    r: withThread(async (thread) => (await shown(thread)) && replies.open(thread)),
    b: withThread(together.choose),
    "shift b": together.chooseAll,
    w: () => inbox.turnTo(InboxViews[(InboxViews.indexOf(inbox.view.peek()) + 1) % InboxViews.length]!),
    "/": () => document.querySelector<HTMLElement>("#inbox-search")?.focus(),
    u: () => {
      const [several, given, one] = [together.undoableAt() ?? -1, desk.undoableAt() ?? -1, undoing.newest()?.at ?? -1];
      if (given > Math.max(several, one)) void desk.undo();
      else if (several > one) void together.undoEnd();
      else undoing.last();
    },
    x: withThread((thread) => (store.peeked.peek().has(thread) ? desk.shut(thread) : store.view.close(thread))),
    "shift e": () => {
      if (inbox.picked.peek().length) return void together.end();
      const thread = store.view.current.peek();
      if (thread) void holds(thread).then((mine) => mine && actions.end(thread));
    },
  };
}
