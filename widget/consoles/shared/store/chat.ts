import type { ThreadEvent, ThreadSnapshot } from "../../../wire/contracts";

/** A message of ours that the server has not acknowledged. */
export interface Outgoing {
  key: string;
  text: string;
  /** When it was first sent, by our own clock: their order. */
  at: number;
  /** The seq of the suggestion it is made of. */
  suggestion?: number;
  /** Code of the refusal, or null while it is on its way. */
  failed: string | null;
}

/** A thread as this console knows it: gap-free events, and apart from them what cannot be placed yet. */
export interface Chat extends Omit<ThreadSnapshot, "headSeq" | "events"> {
  events: readonly ThreadEvent[];
  early: readonly ThreadEvent[];
  outgoing: readonly Outgoing[];
  /** The server no longer counts us in, and could not tell more. */
  lost: boolean;
}

export const headOf = (chat: Chat) => chat.events.at(-1)?.seq ?? 0;

/** What was written in it and not sent. */
export const unsentIn = (chat: Chat, draft: string) => [...chat.outgoing.map((own) => own.text), draft].filter(Boolean).join("\n");

/** Something is missing between what we show and what has arrived: ask for it. */
export const hasGap = (chat: Chat) => chat.early.length > 0;

/** Puts an event where its number says; one that comes too early waits aside. */
export function withEvent(chat: Chat, event: ThreadEvent): Chat {
  const head = headOf(chat);
  if (event.seq <= head) {
    // An erasure or a review may rewrite what stood at this number.
    return { ...chat, events: chat.events.map((known) => (known.seq === event.seq ? event : known)) };
  }
  if (event.seq > head + 1) {
    return { ...chat, early: [...chat.early.filter((known) => known.seq !== event.seq), event] };
  }
  return drained(appended(chat, event));
}

function appended(chat: Chat, event: ThreadEvent): Chat {
  const { status } = event;
  // A rating's status repeats the thread's: only its stars are news.
  const moves = status && event.kind !== "rating";
  return {
    ...chat,
    ...(moves && { state: status.state, rung: status.rung, fence: status.fence, responder: status.responder, helpers: helpersAfter(chat, event) }),
    events: [...chat.events, event],
    outgoing: event.key ? chat.outgoing.filter((own) => own.key !== event.key) : chat.outgoing,
  };
}

function helpersAfter({ helpers }: Chat, { status, author }: ThreadEvent): Chat["helpers"] {
  if (!status || status.state === "closed" || status.state === "parked") return [];
  const others = helpers.filter(({ id }) => id !== author?.id && id !== status.responder?.id);
  if (status.reason === "joined" && author) return [...others, author];
  return status.reason === "left" ? others : helpers.filter(({ id }) => id !== status.responder?.id);
}

function drained(chat: Chat): Chat {
  const next = headOf(chat) + 1;
  const event = chat.early.find((known) => known.seq === next);
  const early = chat.early.filter((known) => known.seq > next);
  return event ? drained(appended({ ...chat, early }, event)) : { ...chat, early };
}

/**
 * The server's word on a thread: the missed events, or everything anew (first sight, or a server that was restored).
 * `unsent` are the messages an earlier page could not send.
 */
export function withSnapshot(known: Chat | undefined, snapshot: ThreadSnapshot, unsent: readonly Outgoing[] = []): Chat {
  const { events: news, headSeq, ...facts } = snapshot;
  const goesBack = known && headSeq < headOf(known);
  const continues = known && !goesBack && (news.length === 0 || news[0]!.seq <= headOf(known) + 1);
  const first = news[0]?.seq ?? Infinity;
  const kept = continues ? known.events.filter((event) => event.seq < first) : [];
  const events = [...kept, ...news];
  const stored = new Set(news.map((event) => event.key));
  return drained({
    ...facts,
    events,
    early: continues ? known.early : [],
    outgoing: (known?.outgoing ?? unsent).filter((own) => !stored.has(own.key)),
    lost: false,
  });
}
