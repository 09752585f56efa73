import { expect, test } from "vitest";
import { hasGap, headOf, withEvent, withSnapshot } from "../shared/store/chat";
import { event, me, snapshot } from "./sample";

const started = () => withSnapshot(undefined, snapshot([event(1), event(2)]));
const seqs = (chat: ReturnType<typeof started>) => chat.events.map((one) => one.seq);

test("events are appended in their order, each once", () => {
  const chat = withEvent(withEvent(started(), event(3)), event(3));
  expect(seqs(chat)).toEqual([1, 2, 3]);
});

test("an event ahead of its turn waits, and is shown when the gap is filled", () => {
  const early = withEvent(withEvent(started(), event(5)), event(4));
  expect(hasGap(early)).toBe(true);
  expect(headOf(early)).toBe(2);
  const filled = withEvent(early, event(3));
  expect(seqs(filled)).toEqual([1, 2, 3, 4, 5]);
  expect(hasGap(filled)).toBe(false);
});

test("a resume brings the missed events and keeps what came early", () => {
  const chat = withSnapshot(withEvent(started(), event(5)), snapshot([event(3), event(4)], { headSeq: 4 }));
  expect(seqs(chat)).toEqual([1, 2, 3, 4, 5]);
});

test("an answer with nothing new changes only the facts", () => {
  const chat = withSnapshot(started(), snapshot([], { headSeq: 2, visitorSeen: 2 }));
  expect(seqs(chat)).toEqual([1, 2]);
  expect(chat.visitorSeen).toBe(2);
});

test("a server that was restored replaces what we knew", () => {
  const chat = withSnapshot(withEvent(started(), event(3)), snapshot([event(1, { text: "restored" })]));
  expect(chat.events.map((one) => one.text)).toEqual(["restored"]);
});

test("a status event moves the fence, the state and the responder", () => {
  const status = { state: "closed", rung: "topic", fence: 4, reason: "ended", responder: me, stars: null, assignee: null };
  const chat = withEvent(started(), event(3, { kind: "status", status }));
  expect([chat.state, chat.fence]).toEqual(["closed", 4]);
});

test("an erased event takes the place of the original", () => {
  const chat = withEvent(started(), event(1, { kind: "tombstone", text: null }));
  expect(chat.events[0]).toMatchObject({ kind: "tombstone", text: null });
  expect(seqs(chat)).toEqual([1, 2]);
});

test("our message leaves the outgoing ones when it comes back with its key, by push or by resume", () => {
  const own = { key: "key-1", text: "hi", at: 0, failed: null };
  const chat = { ...started(), outgoing: [own] };
  const stored = event(3, { author: me, key: "key-1" });
  expect(withEvent(chat, stored).outgoing).toEqual([]);
  expect(withSnapshot(chat, snapshot([stored])).outgoing).toEqual([]);
  expect(withSnapshot(chat, snapshot([event(3)])).outgoing).toEqual([own]);
});

test("who comes to help and goes again is known at once, and an ending sends helpers away", () => {
  const leo = { id: "m2", name: "Leo", kind: "super_user", since: null };
  const status = (reason: string, more = {}) => ({ state: "live", rung: "topic", fence: 1, reason, responder: me, stars: null, assignee: null, ...more });
  const joined = withEvent(started(), event(3, { kind: "status", author: leo, status: status("joined") }));
  expect(joined.helpers).toEqual([leo]);
  expect(withEvent(joined, event(4, { kind: "status", author: leo, status: status("left") })).helpers).toEqual([]);
  expect(withEvent(joined, event(4, { kind: "status", author: leo, status: status("taken_over", { responder: leo }) })).helpers).toEqual([]);
  expect(withEvent(joined, event(4, { kind: "status", author: me, status: status("released", { state: "waiting", responder: null }) })).helpers).toEqual([leo]);
  expect(withEvent(joined, event(4, { kind: "status", author: me, status: status("ended", { state: "closed" }) })).helpers).toEqual([]);
});

test("a kind of event from a newer server takes its number and breaks nothing", () => {
  const chat = withEvent(started(), event(3, { kind: "reaction", status: { state: "dreaming", rung: "x", fence: 9, reason: "new", responder: null, stars: null, assignee: null } }));
  expect(seqs(withEvent(chat, event(4)))).toEqual([1, 2, 3, 4]);
});
