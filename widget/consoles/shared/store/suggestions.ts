import { signal } from "@preact/signals";
import type { ThreadEvent } from "../../../wire/contracts";
import type { Chat } from "./chat";

/** Suggestions the responder is done with on this page, and the one that is being changed in each Message box. */
export function createSuggestions() {
  const used = signal<ReadonlySet<string>>(new Set());
  const editing = new Map<string, number>();
  const name = (threadId: string, seq: number) => `${threadId} ${seq}`;

  return {
    used,
    use: (threadId: string, seq: number) => (used.value = new Set(used.peek()).add(name(threadId, seq))),
    /** Still to be sent: not used here, and its words not sent elsewhere. */
    isOpen: (chat: Chat, event: ThreadEvent) =>
      event.kind === "suggestion" && !used.value.has(name(chat.threadId, event.seq)) && !chat.events.some((later) => later.seq > event.seq && isSent(later, event)),
    edit: (threadId: string, seq: number) => editing.set(threadId, seq),
    /** The suggestion a message is made of, asked for once. */
    takeEdited: (threadId: string): number | undefined => {
      const seq = editing.get(threadId);
      editing.delete(threadId);
      return seq;
    },
  };
}

const isSent = (later: ThreadEvent, event: ThreadEvent) => later.suggestedBy?.id === event.author?.id && later.text === event.text;
