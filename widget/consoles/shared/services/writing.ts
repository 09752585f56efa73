import type { ThreadEvent, ThreadSnapshot } from "../../../wire/contracts";
import { headOf, type Outgoing } from "../store/chat";
import type { Store } from "../store";
import { normalised } from "../store/text";
import type { Connection } from "./connection";
import type { Gate } from "./gate";
import { codeOf, isPassing, wordsFor } from "./refused";
import type { Truth } from "./truth";

const TYPING_EVERY_MS = 3_000;
/** Refusals that say our picture of the thread is old. */
const OLD_PICTURE = new Set(["stale_fence", "not_participant", "thread_closed", "not_found", "already_answered", "not_possible_now"]);

/** Messages, typing and seen. A text leaves the screen only once the server has it. */
export function createWriting(store: Store, line: Connection, gate: Gate, truth: Truth) {
  const lastTyping = { Typing: new Map<string, number>(), TypingNote: new Map<string, number>() };
  const sending = new Map<string, Promise<void>>();
  // Answers that nobody knows to have arrived: the same words go again under their key, others under another.
  const tried = new Map<string, { text: string; key: string }>();

  /** One after the other in each thread: what was written first stands first. */
  function send(threadId: string, own: Outgoing) {
    store.chats.outgoing(threadId, { ...own, failed: null });
    const before = sending.get(threadId) ?? Promise.resolve();
    sending.set(threadId, before.then(() => deliver(threadId, own)));
  }

  async function deliver(threadId: string, own: Outgoing) {
    const { key, text } = own;
    const chat = store.chats.get(threadId);
    // Acknowledged or taken back meanwhile.
    if (!chat?.outgoing.some((one) => one.key === key)) return;
    const earlier = chat.outgoing.slice(0, chat.outgoing.findIndex((one) => one.key === key)).find((one) => isPassing(one.failed));
    if (earlier) return store.chats.outgoing(threadId, { ...own, failed: earlier.failed });
    try {
      const message = { threadId, key, text, fence: chat.fence, suggestion: own.suggestion ?? null };
      const stored = await line.call<ThreadEvent>("Send", message);
      // Our own acknowledgement: it carries the key even where the push might not.
      gate.push(() => store.chats.event({ ...stored, key }));
      truthAfterGap(threadId);
    } catch (error) {
      const code = codeOf(error);
      store.chats.outgoing(threadId, { ...own, failed: code });
      if (OLD_PICTURE.has(code)) void truth.refresh().then(() => truth.resume(threadId)).catch(() => undefined);
    }
  }

  function suggested(threadId: string, seq: number): string | null | undefined {
    store.suggestions.use(threadId, seq);
    return store.chats.get(threadId)?.events.find((event) => event.seq === seq)?.text;
  }

  const truthAfterGap = (id: string) => store.chats.get(id)?.early.length && truth.resume(id);

  function tellTyping(method: keyof typeof lastTyping, threadId: string, now: number) {
    if (now - (lastTyping[method].get(threadId) ?? -Infinity) < TYPING_EVERY_MS) return;
    lastTyping[method].set(threadId, now);
    line.tell(method, threadId);
  }

  return {
    send(threadId: string) {
      const text = normalised(store.drafts.get(threadId));
      if (!text.trim()) return;
      store.drafts.set(threadId, "");
      const suggestion = store.suggestions.takeEdited(threadId);
      send(threadId, { key: newKey(), text, at: Date.now(), failed: null, ...(suggestion !== undefined && { suggestion }) });
    },
    /** As it is: whatever is being typed stays. */
    sendSuggestion(threadId: string, suggestion: number) {
      const text = suggested(threadId, suggestion);
      if (text) send(threadId, { key: newKey(), text, at: Date.now(), failed: null, suggestion });
    },
    /** Into the Message box, before what is being typed. */
    editSuggestion(threadId: string, suggestion: number) {
      const text = suggested(threadId, suggestion);
      if (!text) return;
      store.drafts.giveBack(threadId, text);
      store.suggestions.edit(threadId, suggestion);
      store.view.focusOn.value = threadId;
    },
    retry: (threadId: string, key: string) => {
      const own = store.chats.get(threadId)?.outgoing.find((message) => message.key === key);
      if (own) send(threadId, own);
    },
    /** Once there may be a way again: what may or may not have arrived goes again with its key. */
    retryUnheard() {
      for (const chat of store.chats.all.peek().values()) {
        for (const own of chat.outgoing) if (isPassing(own.failed)) send(chat.threadId, own);
      }
    },
    edit(threadId: string, key: string) {
      const own = store.chats.get(threadId)?.outgoing.find((message) => message.key === key);
      if (!own) return;
      store.chats.discard(threadId, key);
      store.drafts.giveBack(threadId, own.text);
      store.view.focusOn.value = threadId;
    },
    /** Answers a parked question whose visitor is away. Resolves to true once it is stored. */
    async answer(threadId: string): Promise<boolean> {
      try {
        const { fence } = await line.call<ThreadSnapshot>("Resume", threadId, 0);
        const text = normalised(store.drafts.get(threadId));
        const before = tried.get(threadId);
        const key = before?.text === text ? before.key : newKey();
        tried.set(threadId, { text, key });
        await line.call<ThreadEvent>("Send", { threadId, key, text, fence });
        tried.delete(threadId);
        if (normalised(store.drafts.get(threadId)) === text) store.drafts.set(threadId, "");
        store.waiting.taken(threadId);
        store.notices.say(store.texts.peek().answerSent);
        return true;
      } catch (error) {
        store.notices.say(wordsFor(codeOf(error), store.texts.peek()), "bad");
        truth.waiting();
        return false;
      }
    },
    typing: (threadId: string, now: number) => tellTyping("Typing", threadId, now),
    /** Told to the team only: the visitor knows of no note. */
    typingNote: (threadId: string, now: number) => tellTyping("TypingNote", threadId, now),
    seen(threadId: string) {
      const chat = store.chats.get(threadId);
      const head = chat ? headOf(chat) : 0;
      if (!chat || head <= chat.responderSeen) return;
      line.tell("Seen", threadId, head);
      store.chats.seen({ threadId, seq: head, byVisitor: false });
    },
  };
}

/** A key of our own for a message; `randomUUID` exists only on secure pages. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export type Writing = ReturnType<typeof createWriting>;
