import type { ConsoleSnapshot, ThreadSnapshot } from "../../../wire/contracts";
import { hasGap, headOf } from "../store/chat";
import { steadyNow } from "../store/clock";
import { columns } from "../store/columns";
import type { Store } from "../store";
import { isOpen, standingOf } from "../store/standing";
import type { Alerts } from "./alerts";
import { fetchConsole, fetchWaiting } from "./api";
import type { Connection } from "./connection";
import type { Gate } from "./gate";
import { inARow } from "./inARow";
import { codeOf } from "./refused";

/** Fetches what the server holds: pushes are only hints. */
export function createTruth(store: Store, gate: Gate, alerts: Alerts, line: () => Connection) {
  const resuming = new Set<string>();
  const looked = new Set<string>();

  const mine = () => [...store.chats.all.peek().values()].filter((chat) => isOpen(standingOf(chat, store.me.peek()?.id)));

  async function resume(id: string) {
    const chat = store.chats.get(id);
    if (!chat || resuming.has(id)) return;
    resuming.add(id);
    try {
      await gate.fetch(() => line().call<ThreadSnapshot>("Resume", id, headOf(chat)), store.chats.snapshot);
    } finally {
      resuming.delete(id);
    }
    if (hasGap(store.chats.get(id)!)) store.chats.snapshot(await line().call<ThreadSnapshot>("Resume", id, 0));
  }

  // The inbox keeps a list of its own.
  const waiting = inARow(store.place === "agent" ? async () => store.inbox.look() : async () => store.waiting.received(await fetchWaiting()).forEach(alerts.questionWaits));
  const look = inARow(() => refresh());
  const refresh = () => gate.fetch(fetchConsole, apply);

  function apply(truth: ConsoleSnapshot) {
    store.me.value = truth.me;
    store.siteName.value = truth.siteName;
    store.pictureOrigins.value = truth.pictureOrigins;
    store.roles.value = truth.roleNames;
    store.topics.value = truth.topics;
    // A server that was not brought up to date yet does not say them.
    store.languages.value = truth.languages ?? [];
    store.status.value = truth.status;
    store.offers.truth(truth.offers, steadyNow()).forEach(alerts.offerCame);
    store.helpCalls.truth(truth.helpCalls, steadyNow()).forEach(alerts.helpWanted);
    const first = store.chats.all.peek().size === 0;
    truth.chats.forEach(store.chats.snapshot);
    if (first) show();
    const listed = new Set(truth.chats.map((chat) => chat.threadId));
    for (const chat of mine()) {
      if (!listed.has(chat.threadId)) resume(chat.threadId).catch((error: unknown) => codeOf(error) !== "offline" && store.chats.lost(chat.threadId));
    }
    void left();
  }

  function show() {
    const { view, inOrder, chats } = store;
    const ids = inOrder.peek().slice(0, columns.peek()).map((chat) => chat.threadId);
    ids.forEach(view.show);
    const [before] = [view.restored, ids[0]].filter((id) => id && chats.get(id));
    if (before) view.show(before);
    view.talking.value = view.restored !== null && before === view.restored;
    view.restored = null;
  }

  /** Messages an earlier page could not send, and texts begun, in conversations that are ours no more: they come back with what became of them. */
  async function left() {
    for (const id of new Set([...store.outbox.threads(), ...Object.keys(store.drafts.all.peek())])) {
      if (store.chats.get(id) || looked.has(id)) continue;
      looked.add(id);
      try {
        const thread = await line().call<ThreadSnapshot>("Resume", id, 0);
        // A parked one that waits is on the list of waiting questions, its text begun with it.
        if (thread.state === "parked" && thread.outcome === null && !store.outbox.of(id).length) continue;
        store.chats.snapshot(thread);
        if (!store.chats.get(id)!.outgoing.length && !store.drafts.get(id)) store.chats.drop(id);
      } catch (error) {
        if (codeOf(error) === "offline") looked.delete(id);
      }
    }
  }

  return {
    resume: (id: string) => void resume(id).catch(() => undefined),
    resumeAll: () => mine().forEach((chat) => void resume(chat.threadId).catch(() => undefined)),
    waiting: waiting.soon,
    /** The same for a word that everybody hears. */
    waitingChanged: waiting.spread,
    refresh,
    /** The whole console anew, soon. */
    look: look.soon,
  };
}

export type Truth = ReturnType<typeof createTruth>;
