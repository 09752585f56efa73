import { signal } from "@preact/signals";
import type { SeenNotice, ThreadEvent, ThreadSnapshot } from "../../../wire/contracts";
import { withEvent, withSnapshot, type Chat, type Outgoing } from "./chat";
import type { Outbox } from "./outbox";

/** The chats of this console, by public thread id. */
export function createChats(outbox: Outbox) {
  const all = signal<ReadonlyMap<string, Chat>>(new Map());
  const unsent = (id: string) => all.peek().get(id)?.outgoing ?? outbox.of(id);

  const put = (chat: Chat) => {
    const { threadId, outgoing } = chat;
    // What the server has, or its owner has taken back, is to be sent no more.
    for (const { key } of unsent(threadId)) if (!outgoing.some((own) => own.key === key)) outbox.drop(threadId, key);
    all.value = new Map(all.value).set(threadId, chat);
  };
  const change = (id: string, step: (chat: Chat) => Chat) => {
    const chat = all.peek().get(id);
    if (chat) put(step(chat));
  };

  return {
    all,
    get: (id: string) => all.peek().get(id),
    snapshot: (snapshot: ThreadSnapshot) => put(withSnapshot(all.peek().get(snapshot.threadId), snapshot, unsent(snapshot.threadId))),
    event: (event: ThreadEvent) => change(event.threadId, (chat) => withEvent(chat, event)),
    seen: (notice: SeenNotice) => {
      const field = notice.byVisitor ? "visitorSeen" : "responderSeen";
      change(notice.threadId, (chat) => ({ ...chat, [field]: Math.max(chat[field], notice.seq) }));
    },
    /** Given out of our hands; it stays on the screen only for the sake of what was not sent. */
    letGo(id: string, draft: string) {
      if (draft || all.peek().get(id)?.outgoing.length) change(id, (chat) => ({ ...chat, lost: true }));
      else this.drop(id);
    },
    lost: (id: string) => change(id, (chat) => ({ ...chat, lost: true })),
    ended: (id: string) => change(id, (chat) => ({ ...chat, state: "closed", outcome: chat.outcome ?? "ended" })),
    drop: (id: string) => {
      for (const { key } of unsent(id)) outbox.drop(id, key);
      const rest = new Map(all.peek());
      rest.delete(id);
      all.value = rest;
    },
    /** Adds a message on its way, or changes what is known of it. */
    outgoing: (id: string, message: Outgoing) =>
      change(id, (chat) => {
        outbox.put(id, message);
        const known = chat.outgoing.some((own) => own.key === message.key);
        const outgoing = chat.outgoing.map((own) => (own.key === message.key ? message : own));
        return { ...chat, outgoing: known ? outgoing : [...outgoing, message] };
      }),
    discard: (id: string, key: string) =>
      change(id, (chat) => ({ ...chat, outgoing: chat.outgoing.filter((own) => own.key !== key) })),
  };
}

export type Chats = ReturnType<typeof createChats>;
