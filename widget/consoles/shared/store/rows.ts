import type { ThreadEvent } from "../../../wire/contracts";
import type { Chat } from "./chat";

/** One entry of the log as it is shown. */
export interface Row {
  event: ThreadEvent;
  own: boolean;
  /** The same person in the same minute goes on below: name and time wait until then. */
  first: boolean;
  last: boolean;
  /** Our newest message: the one that says "Sent" or "Seen". */
  newestOwn: boolean;
}

/** Not for our eyes, or said already by what stands above it. */
const hidden = (event: ThreadEvent) =>
  event.kind === "placeholder" || event.status?.reason === "asked" || event.status?.reason === "held" || (event.kind === "hold" && (event.ofHold != null || event.verdict === "passed"));
const minute = (event: ThreadEvent) => Math.floor(event.at / 60_000);

function together(a: ThreadEvent | undefined, b: ThreadEvent | undefined): boolean {
  if (!a || !b || a.kind !== "message" || b.kind !== "message") return false;
  // Whose idea it was is said below each.
  if (a.suggestedBy?.id !== b.suggestedBy?.id) return false;
  return a.author?.kind === b.author?.kind && a.author?.id === b.author?.id && minute(a) === minute(b);
}

export function rowsOf(chat: Chat, me: string | null | undefined): Row[] {
  const decided = new Map(chat.events.filter((event) => event.ofHold != null).map((event) => [event.ofHold, event.verdict]));
  const events = chat.events
    .map((event) => (event.kind === "hold" && decided.has(event.seq) ? { ...event, verdict: decided.get(event.seq)! } : event))
    .filter((event) => !hidden(event));
  const isOwn = (event: ThreadEvent) => (event.kind === "message" || event.kind === "hold") && me != null && event.author?.id === me;
  const newestOwn = chat.outgoing.length ? undefined : events.filter(isOwn).at(-1);
  return events.map((event, at) => ({
    event,
    own: isOwn(event),
    first: !together(events[at - 1], event),
    last: !together(event, events[at + 1]),
    newestOwn: event === newestOwn,
  }));
}
