// How snapshots and events change the state. Pure: a push is a hint, so whatever does not fit says "gap" and is fetched.
import type { SearchNotice, SeenNotice, ThreadEvent, ThreadSnapshot } from "../../wire/contracts";
import { lastSeq, type State } from "./state";

export interface Received {
  state: State;
  /** Events that are new to this browser, oldest first. */
  fresh: ThreadEvent[];
  /** True when something between what we have and what came is missing. */
  gap: boolean;
}

export function receiveEvent(state: State, event: ThreadEvent): Received {
  const next = lastSeq(state) + 1;
  if (event.threadId != state.thread?.threadId) return { state, fresh: [], gap: false };
  // A moderator took away what was said, or put it back.
  if (event.seq < next) return { state: { ...state, events: state.events.map((one) => (one.seq == event.seq && one.kind != event.kind ? event : one)) }, fresh: [], gap: false };
  if (event.seq > next) return { state, fresh: [], gap: true };
  return { state: appended(state, event), fresh: [event], gap: false };
}

/** `after` is what we knew when we asked; the snapshot may begin before it, and then says what became of what we have. */
export function receiveSnapshot(state: State, { events, ...head }: ThreadSnapshot, after = 0): Received {
  const same = head.threadId == state.thread?.threadId;
  // The server was restored and knows less than we did. Then its word, which is everything, replaces ours.
  const afresh = !same || head.headSeq < after;
  // An answer that pushes have overtaken.
  if (!afresh && head.headSeq < lastSeq(state)) return { state, fresh: [], gap: false };
  let next: State = { ...state, thread: head, events: afresh ? [] : state.events };
  const fresh: ThreadEvent[] = [];
  for (const event of events) {
    const step = receiveEvent(next, event);
    next = step.state;
    fresh.push(...step.fresh);
  }
  const known = same ? lastSeq(state) : head.headSeq;
  return {
    // The head is newer than any event in it.
    state: { ...next, thread: head },
    fresh: fresh.filter((event) => event.seq > known),
    gap: lastSeq(next) < head.headSeq,
  };
}

export function receiveSeen(state: State, { threadId, seq, byVisitor }: SeenNotice): State {
  const thread = state.thread;
  if (threadId != thread?.threadId) return state;
  const which = byVisitor ? "visitorSeen" : "responderSeen";
  return { ...state, thread: { ...thread, [which]: Math.max(thread[which], seq) } };
}

export function receiveSearch(state: State, { threadId, paused }: SearchNotice): State {
  const thread = state.thread;
  return threadId == thread?.threadId ? { ...state, thread: { ...thread, searchPaused: paused } } : state;
}

function appended(state: State, event: ThreadEvent): State {
  const { thread, events, pending, typing } = state;
  return {
    ...state,
    events: [...events, event],
    pending: event.key ? pending.filter((one) => one.key != event.key) : pending,
    typing: event.kind == "message" && event.author?.kind != "visitor" ? null : typing,
    thread: { ...thread!, ...(event.status && statusOf(event)), headSeq: Math.max(thread!.headSeq, event.seq) },
  };
}

function statusOf({ status }: ThreadEvent) {
  const { state, rung, fence, responder, reason } = status!;
  return { state, rung, fence, ...(responder && { responder }), ...((state == "closed" || reason == "passed") && { outcome: state == "closed" ? reason : null }) };
}
