import type { InboxRow } from "../../../wire/contracts";

const MINUTE = 60_000;

export interface Due {
  tone: "fine" | "soon" | "late";
  /** Minutes left, or by which it is late: never nought. */
  minutes: number;
}

/** How a line stands against the target; null where nobody waits for a word. It warns in the last quarter, and two minutes before at the latest. */
export function dueOf({ since, state }: Pick<InboxRow, "since" | "state">, targetMs: number, now: number): Due | null {
  if (since === null || state === "closed" || targetMs <= 0) return null;
  // Our clock is looked at twice a minute: nothing is due later than it can be.
  const left = Math.min(targetMs, since + targetMs - now);
  const minutes = Math.max(1, left > 0 ? Math.ceil(left / MINUTE) : Math.floor(-left / MINUTE));
  if (left <= 0) return { tone: "late", minutes };
  return { tone: left <= Math.max(targetMs / 4, 2 * MINUTE) ? "soon" : "fine", minutes };
}
