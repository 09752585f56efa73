import type { ThreadOutcome } from "../../../wire/contracts";
import { once } from "../../shared/services/once";
import { codeOf, wordsFor } from "../../shared/services/refused";
import type { Session } from "../../shared/services/session";
import { AGAIN_MS, GRACE_MS } from "../../shared/services/undoing";
import { steadyNow } from "../../shared/store/clock";
import { UNDO_MS } from "../../shared/store/undo";
import type { Inbox } from "../store/inbox";
import { canEnd } from "../store/list";
import { postEnd, postUndoEnd } from "./api";

/** The server takes so many at once; more go in parts. */
const PART = 100;

/** Under which of the store's busy things they go. */
export const END = "inbox end", UNDO = "inbox undo-end";

/** What is done with several questions at once. Of what goes in parts, each part that went well counts, whatever becomes of the next. */
export function createTogether({ store, truth }: Pick<Session, "store" | "truth">, inbox: Inbox) {
  const act = (id: string, run: () => Promise<unknown>) => once(store, id, run, () => store.inbox.look());

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

  const refusalIn = (outcomes: ThreadOutcome[]) => outcomes.find((one) => one.refusal)?.refusal?.code ?? null;

  /** Asked for in time, it is asked again until an answer comes or it is too late. What nobody answered stays to be taken back. */
  async function takenBack(): Promise<string | null> {
    const began = inbox.endedAt.peek();
    const until = began + UNDO_MS;
    let why: string | null = null;
    for (;;) {
      const asked = inbox.ended.peek();
      const { outcomes, stopped } = await inParts(asked, postUndoEnd, () => undefined);
      const answered = new Set(outcomes.map((one) => one.threadId));
      why ??= refusalIn(outcomes);
      // Others may have been ended meanwhile; those are another act.
      if (inbox.endedAt.peek() !== began) return stopped ?? why;
      inbox.ended.value = asked.filter((id) => !answered.has(id));
      if (stopped !== "offline" || steadyNow() > until + GRACE_MS) {
        if (steadyNow() > until) inbox.ended.value = [];
        return stopped ?? why;
      }
      await new Promise((soon) => setTimeout(soon, AGAIN_MS));
    }
  }

  function mayBeTakenBack(ended: string[], began: number) {
    store.announced.value = inbox.texts.peek().ended(ended.length);
    inbox.ended.value = ended;
    inbox.endedAt.value = began;
    // Whoever asked in time is answered, even if the line is down just then.
    const over = () => inbox.endedAt.peek() === began && !store.busy.peek().has(UNDO) && (inbox.ended.value = []);
    setTimeout(over, Math.max(0, UNDO_MS - (steadyNow() - began)));
  }

  return {
    choose(id: string) {
      if (!inbox.list.lines.peek()?.some((line) => line.row.threadId === id && canEnd(line))) return;
      const chosen = new Set(inbox.chosen.peek());
      if (!chosen.delete(id)) chosen.add(id);
      inbox.chosen.value = chosen;
    },
    /** Everything the list shows that can be ended. */
    chooseAll: () => (inbox.chosen.value = new Set((inbox.list.lines.peek() ?? []).flatMap((line) => (canEnd(line) ? [line.row.threadId] : [])))),
    chooseNone: () => (inbox.chosen.value = new Set()),
    /** Ends what is chosen; what cannot be ended stays chosen. */
    end: () =>
      act(END, async () => {
        const rows = inbox.picked.peek();
        if (rows.length === 0) return;
        const began = steadyNow();
        const { outcomes, stopped } = await inParts(rows.map(({ threadId, fence }) => ({ threadId, fence })), postEnd, (n) => (inbox.ending.value = n < rows.length ? { done: n, of: rows.length } : null));
        inbox.ending.value = null;
        const ended = outcomes.filter((one) => !one.refusal).map((one) => one.threadId);
        const left = rows.filter((row) => !ended.includes(row.threadId));
        const why = stopped ?? refusalIn(outcomes);
        const [texts, words] = [store.texts.peek(), inbox.texts.peek()];
        inbox.chosen.value = new Set(left.map((row) => row.threadId));
        if (why) store.notices.say(words.notEnded(left.length, why === "thread_closed" ? words.hadEnded : wordsFor(why, texts)), "bad");
        if (ended.length) mayBeTakenBack(ended, began);
        store.inbox.look();
      }),
    /** When it was done what can still be taken back; null where there is nothing. */
    undoableAt: () => (inbox.ended.peek().length && !store.busy.peek().has(UNDO) ? inbox.endedAt.peek() : null),
    undoEnd: () =>
      act(UNDO, async () => {
        if (inbox.ended.peek().length === 0) return;
        const why = await takenBack();
        const texts = store.texts.peek();
        if (why) store.notices.say(why === "offline" ? texts.undoTooLate : wordsFor(why, texts), "bad");
        store.inbox.look();
        void truth.refresh().catch(() => undefined);
      }),
  };
}

export type Together = ReturnType<typeof createTogether>;
