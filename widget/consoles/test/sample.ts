import type { OfferView, Person, ThreadEvent, ThreadSnapshot, WaitingQuestion } from "../../wire/contracts";

export const me: Person = { id: "m1", name: "Maya", kind: "super_user", since: 2019 };
export const ana: Person = { id: null, name: "Ana", kind: "visitor", since: null };

export const event = (seq: number, more: Partial<ThreadEvent> = {}): ThreadEvent => ({
  threadId: "t1",
  seq,
  kind: "message",
  audience: "all",
  author: ana,
  text: `text ${seq}`,
  status: null,
  key: null,
  at: seq * 1_000,
  suggestedBy: null,
  verdict: null,
  ofHold: null,
  ...more,
});

export const snapshot = (events: ThreadEvent[], more: Partial<ThreadSnapshot> = {}): ThreadSnapshot => ({
  threadId: "t1",
  state: "live",
  rung: "topic",
  fence: 1,
  headSeq: events.at(-1)?.seq ?? 0,
  language: "en",
  topic: null,
  askedAt: 0,
  visitor: ana,
  responder: me,
  page: null,
  product: null,
  stars: null,
  helpers: [],
  visitorSeen: 0,
  responderSeen: 0,
  outcome: null,
  email: false,
  emailConfirmed: false,
  opensAt: null,
  searchPaused: false,
  events,
  ...more,
});

export const offer = (offerId: string, more: Partial<OfferView> = {}): OfferView => ({
  offerId,
  threadId: "t1",
  text: "?",
  language: "en",
  topic: null,
  askedAt: 0,
  visitor: ana,
  page: null,
  product: null,
  offeredAt: 1_000_000,
  deadline: 1_015_000,
  remainingMs: 15_000,
  returning: false,
  ...more,
});

export const waitingQuestion = (threadId: string): WaitingQuestion => ({
  threadId,
  state: "parked",
  rung: "parked",
  text: "?",
  language: "en",
  topic: null,
  askedAt: 0,
  visitor: ana,
  page: null,
  product: null,
  visitorHere: true,
  tried: 0,
  assignee: null,
});
