import type { InboxRow } from "../../../wire/contracts";

const MINUTE = 60_000;

export interface Due {
  tone: "fine" | "soon" | "late";
  /** Minutes left, or by which it is late: never nought. */
  minutes: number;
}

/** How a line stands against the target; null where nobody waits for a word. It warns in the last quarter of it, and two minutes before at the latest. */
export function dueOf({ since, dueAt }: Pick<InboxRow, "since" | "dueAt">, targetMs: number, now: number): Due | null {
  if (since === null || dueAt === null) return null;
  // Our clock is looked at twice a minute: nothing is due later than it can be.
  const left = dueAt - Math.max(since, now);
  const minutes = Math.max(1, left > 0 ? Math.ceil(left / MINUTE) : Math.floor(-left / MINUTE));
  if (left <= 0) return { tone: "late", minutes };
  return { tone: left <= Math.max(targetMs / 4, 2 * MINUTE) ? "soon" : "fine", minutes };
}
