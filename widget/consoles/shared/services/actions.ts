import type { Done, MemberStatus, ThreadSnapshot } from "../../../wire/contracts";
import type { Store } from "../store";
import { steadyNow } from "../store/clock";
import { remainingMs } from "../store/offers";
import { UNDO_MS } from "../store/undo";
import type { Connection } from "./connection";
import type { Gate } from "./gate";
import { once } from "./once";
import { codeOf } from "./refused";
import type { Truth } from "./truth";

/** Refusals after which what we show of an offer or thread is out of date. */
const OVER = new Set(["already_taken", "offer_gone", "not_found", "not_possible_now", "already_answered", "thread_closed"]);
/** Refusals of Take that mean: write now, it will be read later. */
const WRITE_INSTEAD = new Set(["visitor_away", "visitor_busy"]);

/** What a member can do but for writing (see writing.ts). None of them throws: a refusal becomes a word on the screen. */
export function createActions(store: Store, line: Connection, gate: Gate, truth: Truth) {
  const thanks = (text: string) => store.notices.say(text);
  const act = (id: string, run: () => Promise<unknown>, refused?: (code: string) => void) => once(store, id, run, refused);

  const undoable = (id: string, way: "UndoDecline" | "UndoEnd", done: string, lastsMs = UNDO_MS) => {
    store.undo.offer(id, way, Math.min(UNDO_MS, lastsMs));
    store.announced.value = `${done}. ${store.texts.peek().undoHint}`;
  };

  const enter = (id: string, method: "Accept" | "Take") =>
    gate.fetch(() => line.call<ThreadSnapshot>(method, id), (thread) => {
      store.chats.snapshot(thread);
      store.view.open(thread.threadId);
    });

  const fenceOf = (id: string) => store.chats.get(id)?.fence ?? 0;

  return {
    setAvailable: (available: boolean) =>
      act("available", async () => {
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
      act(
        offerId,
        async () => {
          await enter(offerId, "Accept");
          store.offers.drop(offerId);
        },
        (code) => (OVER.has(code) || code === "offer_expired") && store.offers.drop(offerId),
      ),

    decline: (offerId: string) =>
      act(
        offerId,
        async () => {
          await line.call<Done>("Decline", offerId);
          const offer = store.offers.get(offerId);
          store.offers.ended(offerId, "declined");
          undoable(offerId, "UndoDecline", store.texts.peek().ended.declined, offer ? remainingMs(offer, steadyNow()) : 0);
          setTimeout(store.offers.dropEnded, UNDO_MS, offerId);
        },
        (code) => (OVER.has(code) || code === "offer_expired") && store.offers.drop(offerId),
      ),

    /** Resolves to why the answer should be written instead, or to null. */
    take: async (threadId: string): Promise<string | null> => {
      let instead: string | null = null;
      await act(
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
      act(
        threadId,
        async () => {
          await line.call<Done>("Release", threadId, fenceOf(threadId));
          thanks(store.texts.peek().released);
          store.chats.letGo(threadId, store.drafts.get(threadId));
          if (!store.chats.get(threadId)) store.view.close(threadId);
        },
        () => truth.resume(threadId),
      ),

    /** A parked question that was given to us is everybody's again. */
    giveBack: (threadId: string) =>
      act(
        threadId,
        async () => {
          const { fence } = await line.call<ThreadSnapshot>("Resume", threadId, 0);
          await line.call<Done>("Release", threadId, fence);
          thanks(store.texts.peek().givenBack);
          truth.waiting();
        },
        () => truth.waiting(),
      ),

    end: (threadId: string) =>
      act(
        threadId,
        async () => {
          await line.call<Done>("End", threadId, fenceOf(threadId));
          store.chats.ended(threadId);
          undoable(threadId, "UndoEnd", store.texts.peek().happened.ended);
        },
        () => truth.resume(threadId),
      ),

    /** Puts a conversation that is over away, and with it what was typed for it. */
    dismiss: (threadId: string) => {
      store.drafts.set(threadId, "");
      store.waiting.putAway(threadId);
      store.chats.drop(threadId);
      store.view.close(threadId);
    },
  };
}

export type Actions = ReturnType<typeof createActions>;
