import type { InboxRow } from "../../../wire/contracts";
import type { Chat } from "../../shared/store/chat";
import { waitingSince } from "../../shared/store/standing";

const MINUTE = 60_000;

export interface Due {
  tone: "fine" | "soon" | "late";
  /** Minutes left, or by which it is late: never nought. */
  minutes: number;
}

/**
 * Since when a line's visitor waits, by the talk itself where we have it and it knows as much as the list, which hears of words late. When the
 * next word is due the server says, who minds the team's hours: until it does, the target counts as if they were open.
 */
export function heardOf(row: InboxRow, chat: Chat | undefined, targetMs: number): Pick<InboxRow, "since" | "dueAt"> {
  const heardAt = chat?.events.at(-1)?.at;
  if (!chat || heardAt === undefined || heardAt < row.lastAt) return row;
  const since = chat.state === "closed" ? null : waitingSince(chat);
  if (since === row.since) return row;
  return { since, dueAt: since !== null && targetMs > 0 && row.snoozedUntil === null ? since + targetMs : null };
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
