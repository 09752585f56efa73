import type { Done, MemberStatus, ThreadSnapshot } from "../../../wire/contracts";
import type { Store } from "../store";
import type { Connection } from "./connection";
import type { Gate } from "./gate";
import { codeOf, wordsFor } from "./refused";
import type { Truth } from "./truth";

/** Refusals after which what we show of an offer or thread is out of date. */
const OVER = new Set(["already_taken", "offer_gone", "not_found", "not_possible_now", "already_answered", "thread_closed"]);
/** Refusals of Take that mean: write now, it will be read later. */
const WRITE_INSTEAD = new Set(["visitor_away", "visitor_busy"]);

/** What a member can do but for writing (see writing.ts). None of them throws: a refusal becomes a word on the screen. */
export function createActions(store: Store, line: Connection, gate: Gate, truth: Truth) {
  const complain = (error: unknown) => store.notices.say(wordsFor(codeOf(error), store.texts.peek()), "bad");
  const thanks = (text: string) => store.notices.say(text);

  /** One act at a time on one thing: a double press is one press. */
  async function once(id: string, act: () => Promise<unknown>, refused: (code: string) => void = () => undefined) {
    if (store.busy.peek().has(id)) return;
    store.busy.value = new Set(store.busy.peek()).add(id);
    try {
      await act();
    } catch (error) {
      complain(error);
      refused(codeOf(error));
    } finally {
      store.busy.value = new Set([...store.busy.peek()].filter((other) => other !== id));
    }
  }

  const enter = (id: string, method: "Accept" | "Take") =>
    gate.fetch(() => line.call<ThreadSnapshot>(method, id), (thread) => {
      store.chats.snapshot(thread);
      store.view.open(thread.threadId);
    });

  const fenceOf = (id: string) => store.chats.get(id)?.fence ?? 0;
  const leave = (id: string) => {
    store.chats.drop(id);
    store.view.close(id);
  };

  return {
    setAvailable: (available: boolean) =>
      once("available", async () => {
        const before = store.status.peek();
        // The switch follows the finger; the server has the last word.
        if (before) store.status.value = { ...before, available, paused: false };
        try {
          store.status.value = await line.call<MemberStatus>("SetAvailable", available);
        } catch (error) {
          store.status.value = before;
          throw error;
        }
        thanks(available ? store.texts.peek().welcomeBack : store.texts.peek().thanksForBeingHere);
      }),

    accept: (offerId: string) =>
      once(
        offerId,
        async () => {
          await enter(offerId, "Accept");
          store.offers.drop(offerId);
        },
        (code) => (OVER.has(code) || code === "offer_expired") && store.offers.drop(offerId),
      ),

    decline: (offerId: string) =>
      once(
        offerId,
        async () => {
          await line.call<Done>("Decline", offerId);
          thanks(store.texts.peek().ended.declined);
          store.offers.drop(offerId);
        },
        (code) => (OVER.has(code) || code === "offer_expired") && store.offers.drop(offerId),
      ),

    /** Resolves to why the answer should be written instead, or to null. */
    take: async (threadId: string): Promise<string | null> => {
      let instead: string | null = null;
      await once(
        threadId,
        async () => {
          try {
            await enter(threadId, "Take");
            store.waiting.taken(threadId);
          } catch (error) {
            truth.waiting();
            if (!WRITE_INSTEAD.has(codeOf(error))) throw error;
            instead = codeOf(error);
          }
        },
      );
      return instead;
    },

    release: (threadId: string) =>
      once(
        threadId,
        async () => {
          await line.call<Done>("Release", threadId, fenceOf(threadId));
          thanks(store.texts.peek().released);
          leave(threadId);
        },
        () => truth.resume(threadId),
      ),

    end: (threadId: string) =>
      once(
        threadId,
        async () => {
          await line.call<Done>("End", threadId, fenceOf(threadId));
          thanks(store.texts.peek().endedByYou);
          store.chats.ended(threadId);
        },
        () => truth.resume(threadId),
      ),

    dismiss: leave,
  };
}

export type Actions = ReturnType<typeof createActions>;
