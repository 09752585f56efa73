import { once } from "../../shared/services/once";
import { codeOf, wordsFor } from "../../shared/services/refused";
import type { Session } from "../../shared/services/session";
import { AGAIN_MS, GRACE_MS } from "../../shared/services/undoing";
import { steadyNow } from "../../shared/store/clock";
import { isParkedFree } from "../../shared/store/standing";
import { normalised } from "../../shared/store/text";
import { UNDO_MS } from "../../shared/store/undo";
import type { Inbox } from "../store/inbox";
import type { createActing } from "./acting";
import { postTransfer, postUndoTransfer } from "./api";
import type { Watching } from "./watching";

/** To whom something goes: a member, those who know a topic, or, where neither is named, the community. */
export type Hands = { member?: string; topic?: string };

/** The draft of the note that goes with a question that is given to somebody. */
export const handNoteOf = (id: string) => `hand.${id}`;

export const undoHand = (id: string) => `undo hand ${id}`;

/** Hands conversations and parked questions on; what was given while parked can be taken back for ten seconds. */
export function createHanding({ store, truth }: Pick<Session, "store" | "truth">, inbox: Inbox, watching: Pick<Watching, "expects">, acting: ReturnType<typeof createActing>) {
  function given(threadId: string, said: string) {
    const one = { threadId, said, at: steadyNow() };
    inbox.given.value = one;
    store.announced.value = said;
    // Whoever asked in time is answered, even if the line is down just then.
    setTimeout(() => inbox.given.peek() === one && !store.busy.peek().has(undoHand(threadId)) && (inbox.given.value = null), UNDO_MS);
  }

  async function untilHeard(id: string, until: number): Promise<void> {
    try {
      await postUndoTransfer(id);
    } catch (error) {
      if (codeOf(error) !== "offline" || steadyNow() > until) throw error;
      await new Promise((soon) => setTimeout(soon, AGAIN_MS));
      await untilHeard(id, until);
    }
  }

  return {
    /** Resolves to whether it was done; the note stays where it was not. */
    hand: async (id: string, to: Hands, said: string) => {
      const chat = store.chats.get(id);
      const parked = chat !== undefined && isParkedFree(chat);
      const note = parked ? normalised(store.drafts.get(handNoteOf(id))).trim() : "";
      const toUs = to.member !== undefined && to.member === store.me.peek()?.id;
      if (toUs) watching.expects(id);
      const done = await acting(
        `inbox ${id}`,
        () => postTransfer(id, { fence: chat?.fence ?? 0, ...to, ...(note && { note }) }),
        () => {
          store.inbox.look();
          truth.resume(id);
        },
      );
      if (!done) {
        // Whoever gives it to us later tells us something new.
        if (toUs) watching.expects(id, false);
        return false;
      }
      if (parked) {
        store.drafts.set(handNoteOf(id), "");
        given(id, said);
        truth.resume(id);
      } else {
        store.notices.say(said);
        store.chats.letGo(id, store.drafts.get(id));
        if (!store.chats.get(id)) store.view.close(id);
      }
      return true;
    },
    /** When something was given that can still be taken back; null where there is nothing. */
    undoableAt: () => {
      const one = inbox.given.peek();
      return one && !store.busy.peek().has(undoHand(one.threadId)) ? one.at : null;
    },
    undo: async () => {
      const one = inbox.given.peek();
      if (!one) return;
      const { threadId, at } = one;
      await once(
        store,
        undoHand(threadId),
        async () => {
          try {
            await untilHeard(threadId, at + UNDO_MS + GRACE_MS);
          } catch (error) {
            const texts = store.texts.peek();
            store.notices.say(codeOf(error) === "offline" ? texts.undoTooLate : wordsFor(codeOf(error), texts), "bad");
          }
        },
      );
      if (inbox.given.peek() === one) inbox.given.value = null;
      store.inbox.look();
      truth.resume(threadId);
    },
  };
}

export type Handing = ReturnType<typeof createHanding>;
