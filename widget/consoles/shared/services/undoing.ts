import type { OfferView, ThreadSnapshot } from "../../../wire/contracts";
import type { Store } from "../store";
import { steadyNow } from "../store/clock";
import type { Connection } from "./connection";
import type { Gate } from "./gate";
import { codeOf, wordsFor } from "./refused";
import type { Truth } from "./truth";

export const AGAIN_MS = 700;
/** What the server allows beyond the ten seconds, for the way. */
export const GRACE_MS = 1_500;

/** Takes "Not for me" and "End conversation" back. Asked for in time, it is asked again until an answer comes or it is too late. */
export function createUndoing(store: Store, line: Connection, gate: Gate, truth: Truth) {
  const acts = {
    UndoDecline: (id: string) => gate.fetch(() => line.call<OfferView>("UndoDecline", id), (view) => void store.offers.made(view, steadyNow())),
    UndoEnd: (id: string) => gate.fetch(() => line.call<ThreadSnapshot>("UndoEnd", id), (thread) => {
      store.chats.snapshot(thread);
      store.view.open(id);
    }),
  };

  async function untilHeard(id: string, until: number): Promise<void> {
    const { act } = store.undo.of(id)!;
    try {
      await acts[act](id);
    } catch (error) {
      if (codeOf(error) !== "offline" || steadyNow() > until) throw error;
      await new Promise((soon) => setTimeout(soon, AGAIN_MS));
      await untilHeard(id, until);
    }
  }

  async function undo(id: string) {
    const one = store.undo.of(id);
    if (!one || one.asked) return;
    store.undo.ask(id);
    try {
      await untilHeard(id, one.until + GRACE_MS);
    } catch (error) {
      const texts = store.texts.peek();
      store.notices.say(codeOf(error) === "offline" ? texts.undoTooLate : wordsFor(codeOf(error), texts), "bad");
      if (one.act === "UndoDecline") store.offers.dropEnded(id);
      else truth.resume(id);
    } finally {
      store.undo.drop(id);
    }
  }

  /** What was done last and can still be taken back. */
  const newest = () => store.undo.all.peek().filter(({ asked }) => !asked).at(-1);

  return {
    undo,
    newest,
    last: () => {
      const one = newest();
      if (one) void undo(one.id);
    },
  };
}
