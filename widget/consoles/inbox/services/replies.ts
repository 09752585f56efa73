import type { CannedReply } from "../../../wire/contracts";
import type { Session } from "../../shared/services/session";
import { topicName } from "../../shared/store/names";
import { fill } from "../store/fill";
import type { Inbox } from "../store/inbox";
import { createActing } from "./acting";
import { fetchReplies, postReply, removeReply } from "./api";

/** Replies that are kept: looked for, pasted, changed. */
export function createReplies({ store }: Pick<Session, "store">, inbox: Inbox) {
  const acting = createActing(store, inbox);
  const act = (run: () => Promise<unknown>) => acting("replies", run);
  const read = async () => (inbox.replies.value = await fetchReplies());
  /** Resolves to whether it was done, also where the list could not be read anew: nobody does twice what was done. */
  async function done(run: () => Promise<unknown>): Promise<boolean> {
    const went = await act(run);
    if (went) await act(read);
    return went;
  }

  return {
    open(threadId: string) {
      inbox.sheet.value = { kind: "replies", threadId };
      void act(read);
    },
    /** Its text as it would stand in this thread. */
    filled(reply: CannedReply, threadId: string) {
      const chat = store.chats.get(threadId);
      return fill(reply.text, {
        visitor: chat?.visitor.name,
        topic: topicName(store.topics.peek(), chat?.topic ?? null, chat?.language ?? "en"),
        agent: store.me.peek()?.name,
        page: chat?.page?.title,
      });
    },
    /** Into the box of its thread, behind what stands there. */
    paste(reply: CannedReply, threadId: string) {
      const typed = store.drafts.get(threadId);
      store.drafts.set(threadId, (typed.trim() ? `${typed.trimEnd()}\n` : "") + this.filled(reply, threadId));
      inbox.sheet.value = null;
      store.view.open(threadId);
    },
    save: (reply: Pick<CannedReply, "title" | "text"> & { id?: string; version?: number }) => done(() => postReply(reply)),
    remove: (id: string) => done(() => removeReply(id)),
  };
}

export type Replies = ReturnType<typeof createReplies>;

// Not every keyboard has them.
const opened = (text: string) => text.replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss");

/** Those in whose title or text every word stands. */
export function matching(replies: readonly CannedReply[], typed: string): readonly CannedReply[] {
  const plain = (text: string) => opened(text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase());
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return replies.filter(({ title, text }) => words.every((word) => plain(`${title} ${text}`).includes(word)));
}
