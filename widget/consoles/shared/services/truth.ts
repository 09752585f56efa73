import type { ConsoleSnapshot, ThreadSnapshot } from "../../../wire/contracts";
import { hasGap, headOf } from "../store/chat";
import { steadyNow } from "../store/clock";
import type { Store } from "../store";
import { standingOf } from "../store/standing";
import type { Alerts } from "./alerts";
import { fetchConsole, fetchWaiting } from "./api";
import type { Connection } from "./connection";
import type { Gate } from "./gate";

/** Fetches what the server holds: pushes are only hints. */
export function createTruth(store: Store, gate: Gate, alerts: Alerts, line: () => Connection) {
  const resuming = new Set<string>();
  let waitingAsked = false;

  const mine = () => [...store.chats.all.peek().values()].filter((chat) => standingOf(chat, store.me.peek()?.id) === "mine");

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

  async function waiting() {
    if (waitingAsked) return;
    // Several hints in a row are one question.
    waitingAsked = true;
    await new Promise((soon) => setTimeout(soon, 150));
    waitingAsked = false;
    store.waiting.received(await fetchWaiting()).forEach(alerts.questionWaits);
  }

  function apply(truth: ConsoleSnapshot) {
    store.me.value = truth.me;
    store.siteName.value = truth.siteName;
    store.roles.value = truth.roleNames;
    store.topics.value = truth.topics;
    store.status.value = truth.status;
    store.offers.truth(truth.offers, steadyNow()).forEach(alerts.offerCame);
    const first = store.chats.all.peek().size === 0;
    truth.chats.forEach(store.chats.snapshot);
    if (first) store.inOrder.peek().slice(0, 2).reverse().forEach((chat) => store.view.show(chat.threadId));
    const listed = new Set(truth.chats.map((chat) => chat.threadId));
    for (const chat of mine()) {
      if (!listed.has(chat.threadId)) resume(chat.threadId).catch(() => store.chats.lost(chat.threadId));
    }
  }

  return {
    resume: (id: string) => void resume(id).catch(() => undefined),
    resumeAll: () => mine().forEach((chat) => void resume(chat.threadId).catch(() => undefined)),
    waiting: () => void waiting().catch(() => undefined),
    refresh: () => gate.fetch(fetchConsole, apply),
  };
}

export type Truth = ReturnType<typeof createTruth>;
