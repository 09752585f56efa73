import { signal } from "@preact/signals";
import { steadyNow } from "./clock";

/** How long an act can be taken back. */
export const UNDO_MS = 10_000;

export interface Undoable {
  /** The offer or thread it was done to. */
  id: string;
  act: "UndoDecline" | "UndoEnd";
  /** When it was done, and until when it can be taken back, on our steady clock. */
  at: number;
  until: number;
  /** Asked for; not answered yet. */
  asked: boolean;
}

/** Acts that can still be taken back, newest last; each goes by itself. */
export function createUndo() {
  const all = signal<readonly Undoable[]>([]);
  const drop = (id: string) => (all.value = all.peek().filter((one) => one.id !== id));

  return {
    all,
    of: (id: string) => all.value.find((one) => one.id === id),
    drop,
    offer(id: string, act: Undoable["act"], lastsMs = UNDO_MS) {
      if (lastsMs <= 0) return;
      all.value = [...all.peek().filter((one) => one.id !== id), { id, act, at: steadyNow(), until: steadyNow() + lastsMs, asked: false }];
      // Whoever asked in time is answered, even if the line is down just then.
      setTimeout(() => !all.peek().find((one) => one.id === id)?.asked && drop(id), lastsMs);
    },
    ask: (id: string) => {
      all.value = all.peek().map((one) => (one.id === id ? { ...one, asked: true } : one));
    },
  };
}
