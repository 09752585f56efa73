import type { Person, ThreadEvent, ThreadSnapshot } from "../../wire/contracts";
import type { Pending, State } from "../store/state";
import { texts } from "../texts/en";

export const visitor: Person = { id: null, name: null, kind: "visitor", since: null };
export const maya: Person = { id: "m1", name: "Maya", kind: "super_user", since: 2019 };

export function message(seq: number, text = "text " + seq, author = maya, key: string | null = null): ThreadEvent {
  return { threadId: "T1", seq, kind: "message", audience: "all", author, text, status: null, key, at: 1000 * seq, suggestedBy: null, verdict: null, ofHold: null };
}

export function status(seq: number, state: string, rung: string, reason: string, responder: Person | null = null): ThreadEvent {
  const change = { state, rung, fence: seq, reason, responder, stars: null, assignee: null };
  return { ...message(seq), kind: "status", author: null, text: null, status: change };
}

export function snapshot(events: ThreadEvent[], headSeq = events.at(-1)?.seq ?? 0): ThreadSnapshot {
  return {
    threadId: "T1", state: "waiting", rung: "topic", fence: 1, headSeq, language: "en", topic: null, askedAt: 0, visitor,
    responder: null, helpers: [], page: null, product: null, stars: null, visitorSeen: 0, responderSeen: 0, outcome: null, email: false, emailConfirmed: false, opensAt: null, searchPaused: false, events,
  };
}

export function pending(key: string, change: Partial<Pending> = {}): Pending {
  return { thread: "T1", key, text: "text " + key, at: 0, reopen: false, ...change };
}

export function state(change: Partial<State> = {}): State {
  return {
    open: true, language: "en", texts, thread: null, events: [], pending: [], draft: "", asking: false, arriving: false,
    error: null, typing: null, lost: false, unkept: false, continuing: false, ...change,
  };
}
