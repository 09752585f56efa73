import type { HelpWanted, MemberMessage } from "../../../wire/contracts";
import { ask } from "./api";
import { Refused } from "./refused";

type Act = (...args: never[]) => Promise<unknown>;

const thread = (id: string, act: string) => `/api/threads/${encodeURIComponent(id)}/${act}`;

/** What can be done without a socket: each hub method's POST twin. Typing has none: it is not worth one. */
const twins: Record<string, Act> = {
  SetAvailable: (available: boolean) => ask("/api/console/available", { body: { available } }),
  Accept: (id: string) => ask(`/api/offers/${id}/accept`, { body: {} }),
  Decline: (id: string) => ask(`/api/offers/${id}/decline`, { body: {} }),
  UndoDecline: (id: string) => ask(`/api/offers/${id}/undo-decline`, { body: {} }),
  Take: (id: string) => ask(thread(id, "take"), { body: {} }),
  Join: (id: string) => ask(thread(id, "join"), { body: {} }),
  AskIn: ({ threadId, memberId, topic }: HelpWanted) => ask(thread(threadId, "ask-in"), { body: { memberId, topic } }),
  AcceptHelp: (id: string) => ask(`/api/help-calls/${id}/accept`, { body: {} }),
  DeclineHelp: (id: string) => ask(`/api/help-calls/${id}/decline`, { body: {} }),
  Suggest: ({ threadId, key, text, fence }: MemberMessage) => ask(thread(threadId, "suggestions"), { body: { text, fence }, key: key! }),
  Send: ({ threadId, key, text, fence, suggestion }: MemberMessage) => ask(thread(threadId, "events"), { body: { text, fence, suggestion }, key: key! }),
  Resume: (id: string, after: number) => ask(`${thread(id, "events")}?after=${after}`),
  Seen: (id: string, seq: number) => ask(thread(id, "seen"), { body: { seq } }),
  Release: (id: string, fence: number) => ask(thread(id, "release"), { body: { fence } }),
  End: (id: string, fence: number) => ask(thread(id, "end"), { body: { fence } }),
  UndoEnd: (id: string) => ask(thread(id, "undo-end"), { body: {} }),
};

/** Twice is once: after a call nobody answered, these may be asked the other way. */
const REPEATABLE = new Set(["SetAvailable", "Accept", "Decline", "UndoDecline", "Take", "Join", "AskIn", "AcceptHelp", "DeclineHelp", "Suggest", "Send", "Resume", "Seen", "End", "UndoEnd"]);

export const isRepeatable = (method: string) => REPEATABLE.has(method);

export function callTwin<T>(method: string, args: unknown[]): Promise<T> {
  const twin = twins[method];
  return twin ? (twin(...(args as never[])) as Promise<T>) : Promise.reject(Refused.offline());
}
