import { signal } from "@preact/signals";
import type { ThreadEvent } from "../../../wire/contracts";
import type { Chat } from "./chat";
import type { Kept } from "./kept";

const USED = "suggestion-used.", EDITED = "suggestion-edited.";

/** Suggestions the responder is done with, and the one that is being changed in each Message box; like its text, kept on the device. */
export function createSuggestions(kept: Kept) {
  const used = signal<ReadonlySet<string>>(new Set(kept.all(USED).map(([name]) => name)));
  const editing = new Map<string, number>(kept.all<number>(EDITED));
  const name = (threadId: string, seq: number) => `${threadId} ${seq}`;

  kept.onOther<number>(USED, (one, when) => when !== null && (used.value = new Set(used.peek()).add(one)));
  kept.onOther<number>(EDITED, (threadId, seq) => (seq === null ? editing.delete(threadId) : editing.set(threadId, seq)));

  return {
    used,
    use(threadId: string, seq: number) {
      used.value = new Set(used.peek()).add(name(threadId, seq));
      kept.put(USED + name(threadId, seq), seq);
    },
    /** Still to be sent: not used here, and not sent elsewhere. */
    isOpen: (chat: Chat, event: ThreadEvent) =>
      event.kind === "suggestion" && !used.value.has(name(chat.threadId, event.seq)) && !sentOf(chat.events).has(event.seq),
    edit(threadId: string, seq: number) {
      editing.set(threadId, seq);
      kept.put(EDITED + threadId, seq);
    },
    /** The suggestion a message is made of, asked for once. */
    takeEdited(threadId: string): number | undefined {
      const seq = editing.get(threadId);
      editing.delete(threadId);
      if (seq !== undefined) kept.put(EDITED + threadId, null);
      return seq;
    },
  };
}

/** What became a message. That says whose suggestion it was made of; which one, its words say, and where those were changed it was the newest. */
function sentOf(events: readonly ThreadEvent[]): ReadonlySet<number> {
  const made = events.filter((event) => event.suggestedBy);
  const theirsBefore = ({ seq, suggestedBy }: ThreadEvent) => events.filter((one) => one.kind === "suggestion" && one.author?.id === suggestedBy?.id && one.seq < seq);
  const verbatim = (message: ThreadEvent) => theirsBefore(message).filter((one) => one.text === message.text).at(-1);
  const sent = new Set(made.map((message) => verbatim(message)?.seq));
  for (const message of made.filter((one) => !verbatim(one))) sent.add(theirsBefore(message).filter((one) => !sent.has(one.seq)).at(-1)?.seq);
  return sent as Set<number>;
}
