import type { ThreadOutcome } from "../../../wire/contracts";
import { once } from "../../shared/services/once";
import { codeOf, wordsFor } from "../../shared/services/refused";
import type { Session } from "../../shared/services/session";
import { UNDO_MS } from "../../shared/store/undo";
import type { Inbox } from "../store/inbox";
import { postEnd, postUndoEnd } from "./api";

/** The server takes so many at once; more go in parts. */
const PART = 100;

/** What is done with several questions at once. Of what goes in parts, each part that went well counts, whatever becomes of the next. */
export function createTogether({ store, truth }: Pick<Session, "store" | "truth">, inbox: Inbox) {
  const act = (id: string, run: () => Promise<unknown>) => once(store, `inbox ${id}`, run, () => store.inbox.look());

  /** What was answered, and the code of what stopped the rest. */
  async function inParts<T>(all: readonly T[], post: (part: T[]) => Promise<ThreadOutcome[]>, done: (n: number) => void) {
    const outcomes: ThreadOutcome[] = [];
    try {
      for (let at = 0; at < all.length; at += PART) {
        outcomes.push(...(await post(all.slice(at, at + PART))));
        done(outcomes.length);
      }
    } catch (error) {
      return { outcomes, stopped: codeOf(error) };
    }
    return { outcomes, stopped: null };
  }

  return {
    choose(id: string) {
      const chosen = new Set(inbox.chosen.peek());
      if (!chosen.delete(id)) chosen.add(id);
      inbox.chosen.value = chosen;
    },
    /** Everything the list shows. */
    chooseAll: () => (inbox.chosen.value = new Set((inbox.list.lines.peek() ?? []).flatMap(({ row, gone }) => (gone ? [] : [row.threadId])))),
    chooseNone: () => (inbox.chosen.value = new Set()),
    /** Ends what is chosen; what cannot be ended stays chosen. */
    end: () =>
      act("end", async () => {
        const rows = inbox.picked.peek();
        if (rows.length === 0) return;
        const began = Date.now();
        const { outcomes, stopped } = await inParts(rows.map(({ threadId, fence }) => ({ threadId, fence })), postEnd, (n) => (inbox.ending.value = n < rows.length ? { done: n, of: rows.length } : null));
        inbox.ending.value = null;
        const ended = outcomes.filter((one) => !one.refusal).map((one) => one.threadId);
        const left = rows.filter((row) => !ended.includes(row.threadId));
        const why = stopped ?? outcomes.find((one) => one.refusal)?.refusal?.code;
        inbox.chosen.value = new Set(left.map((row) => row.threadId));
        if (why) store.notices.say(inbox.texts.peek().notEnded(left.length, wordsFor(why, store.texts.peek())), "bad");
        inbox.ended.value = ended;
        if (ended.length) store.announced.value = inbox.texts.peek().ended(ended.length);
        setTimeout(() => inbox.ended.peek() === ended && (inbox.ended.value = []), Math.max(0, UNDO_MS - (Date.now() - began)));
        store.inbox.look();
      }),
    undoEnd: () =>
      act("undo-end", async () => {
        const ended = inbox.ended.peek();
        if (ended.length === 0) return;
        inbox.ended.value = [];
        const { outcomes, stopped } = await inParts(ended, postUndoEnd, () => undefined);
        const why = stopped ?? outcomes.find((one) => one.refusal)?.refusal?.code;
        if (why) store.notices.say(wordsFor(why, store.texts.peek()), "bad");
        store.inbox.look();
        void truth.refresh();
      }),
  };
}

export type Together = ReturnType<typeof createTogether>;
