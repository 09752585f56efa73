import { expect, test } from "vitest";
import { climbed, isAnswered, speaker, unread } from "../store/read";
import { receiveEvent, receiveSearch, receiveSeen, receiveSnapshot } from "../store/receive";
import { takenBack } from "../store/state";
import { maya, message, pending, snapshot, state, status, visitor } from "./state";

const asked = () => receiveSnapshot(state(), snapshot([message(1, "Q", visitor, "k1"), message(2)])).state;
const seqs = (of: { events: { seq: number }[] }) => of.events.map((event) => event.seq);

test("that helpers cannot be looked for is said of the thread it is about, and taken back", () => {
  const paused = receiveSearch(asked(), { threadId: "T1", paused: true });
  expect(paused.thread!.searchPaused).toBe(true);
  expect(receiveSearch(paused, { threadId: "T2", paused: false })).toBe(paused);
  expect(receiveSearch(paused, { threadId: "T1", paused: false }).thread!.searchPaused).toBe(false);
  expect(receiveSnapshot(asked(), { ...snapshot([], 2), searchPaused: true }, 2).state.thread!.searchPaused).toBe(true);
});

test("the next event is appended and is news", () => {
  const { state: after, fresh, gap } = receiveEvent(asked(), message(3));
  expect(seqs(after)).toEqual([1, 2, 3]);
  expect(after.thread!.headSeq).toBe(3);
  expect(fresh).toHaveLength(1);
  expect(gap).toBe(false);
});

test("an event that came before changes nothing", () => {
  const before = asked();
  expect(receiveEvent(before, message(2, "again"))).toEqual({ state: before, fresh: [], gap: false });
});

test("what a moderator took away leaves its place, and comes back to it", () => {
  const { state: without, gap } = receiveEvent(asked(), { ...message(2), kind: "placeholder", text: null, author: null });
  expect(without.events.map((event) => event.kind)).toEqual(["message", "placeholder"]);
  expect(gap).toBe(false);
  expect(receiveEvent(without, message(2)).state.events).toEqual(asked().events);
});

test("an event ahead of the next is a gap and waits for the fetch", () => {
  const { state: after, fresh, gap } = receiveEvent(asked(), message(5));
  expect(seqs(after)).toEqual([1, 2]);
  expect(fresh).toEqual([]);
  expect(gap).toBe(true);
});

test("events in the wrong order end in the right one, each once", () => {
  const early = receiveEvent(asked(), message(4));
  const fetched = receiveSnapshot(early.state, snapshot([message(3), message(4)]));
  const late = receiveEvent(fetched.state, message(3));
  expect(seqs(late.state)).toEqual([1, 2, 3, 4]);
  expect(fetched.fresh).toHaveLength(2);
  expect(late.fresh).toEqual([]);
});

test("an event of another thread changes nothing", () => {
  const before = asked();
  expect(receiveEvent(before, { ...message(3), threadId: "T2" }).state).toBe(before);
});

test("the first snapshot is history, not news", () => {
  expect(receiveSnapshot(state(), snapshot([message(1), message(2)])).fresh).toEqual([]);
});

test("a snapshot that overlaps what we have doubles nothing", () => {
  const { state: after, fresh } = receiveSnapshot(asked(), snapshot([message(1), message(2), message(3)]));
  expect(seqs(after)).toEqual([1, 2, 3]);
  expect(fresh.map((event) => event.seq)).toEqual([3]);
});

test("a snapshot whose head is beyond its events says so", () => {
  expect(receiveSnapshot(asked(), snapshot([message(3)], 7)).gap).toBe(true);
});

test("when the server was restored and knows less, its word replaces ours", () => {
  const ahead = receiveEvent(asked(), message(3, "lost in the restore")).state;
  const restored = receiveSnapshot(ahead, snapshot([message(1, "Q"), message(2, "as restored")]), 3);
  expect(restored.state.events.map((event) => event.text)).toEqual(["Q", "as restored"]);
  expect(restored).toMatchObject({ fresh: [], gap: false });
});

test("what was taken away while no line was open goes, and nothing is news that was known", () => {
  const away = { ...message(2), kind: "hold", text: null, author: null, verdict: "refused" };
  const { state: after, fresh, gap } = receiveSnapshot(asked(), snapshot([message(1, "Q"), away, message(3)]), 2);
  expect(after.events.map((event) => event.kind)).toEqual(["message", "hold", "message"]);
  expect([fresh.map((event) => event.seq), gap]).toEqual([[3], false]);
});

test("the whole of it, overtaken by a push, takes nothing away", () => {
  const ahead = receiveEvent(asked(), message(3)).state;
  expect(receiveSnapshot(ahead, snapshot([message(1), message(2)]), 2).state.events).toHaveLength(3);
});

test("an answer that pushes have overtaken changes nothing", () => {
  const ahead = receiveEvent(asked(), status(3, "closed", "topic", "ended")).state;
  expect(receiveSnapshot(ahead, snapshot([], 2), 2)).toEqual({ state: ahead, fresh: [], gap: false });
  expect(receiveSnapshot(ahead, snapshot([message(1), message(2)]), 0).state).toBe(ahead);
});

test("our own message comes back under its key and is pending no more", () => {
  const { state: after } = receiveEvent({ ...asked(), pending: [pending("k9"), pending("k10")] }, message(3, "mine", visitor, "k9"));
  expect(after.pending.map((one) => one.key)).toEqual(["k10"]);
});

test("what the server has not got goes back into the box, in its order, before what is being typed", () => {
  const { pending: left, draft } = takenBack({ pending: [pending("k1", { sent: true }), pending("k2"), pending("k3")], draft: "half a" }, (one) => one.sent);
  expect(left.map((one) => one.key)).toEqual(["k1"]);
  expect(draft).toBe("text k2\ntext k3\nhalf a");
});

test("words of a kind this page does not know count as words", () => {
  const odd = { ...message(3), kind: "whisper" };
  expect(unread(receiveEvent(asked(), odd).state)).toBe(2);
});

test("a change of hands moves state, rung, fence and responder", () => {
  const { thread } = receiveEvent(asked(), status(3, "live", "topic", "accepted", maya)).state;
  expect(thread).toMatchObject({ state: "live", rung: "topic", fence: 3, responder: maya });
  const closed = receiveEvent({ ...asked(), thread, events: [message(1), message(2), message(3)] }, status(4, "closed", "topic", "silent"));
  expect(closed.state.thread).toMatchObject({ state: "closed", outcome: "silent", responder: maya });
});

test("seen only moves forward", () => {
  const seen = receiveSeen(asked(), { threadId: "T1", seq: 2, byVisitor: false });
  expect(receiveSeen(seen, { threadId: "T1", seq: 1, byVisitor: false }).thread!.responderSeen).toBe(2);
});

test("the story tells the rungs since the question last began to wait", () => {
  const events = [
    status(1, "waiting", "topic", "asked"),
    status(2, "waiting", "anyone", "widened"),
    status(3, "live", "anyone", "accepted", maya),
    status(4, "waiting", "anyone", "released"),
    status(5, "waiting", "agents", "handed_to_agents"),
  ];
  expect(climbed(receiveSnapshot(state(), { ...snapshot(events), rung: "agents" }).state)).toEqual(["anyone", "agents"]);
});

test("unread counts what others wrote after what was seen", () => {
  const four = receiveSnapshot(state(), { ...snapshot([message(1, "Q", visitor), message(2), message(3)]), visitorSeen: 2, state: "parked" }).state;
  expect(unread(four)).toBe(1);
});

test("a parked thread is answered until somebody moves it again", () => {
  const parked = { ...snapshot([message(1, "Q", visitor), message(2), status(3, "parked", "parked", "answered", maya)]), state: "parked", responder: maya };
  const answered = receiveSnapshot(state(), parked).state;
  expect(isAnswered(answered)).toBe(true);
  expect(speaker(answered)).toBe(maya);
  const asksOn = receiveEvent(receiveEvent(answered, status(4, "waiting", "topic", "replied")).state, status(5, "parked", "parked", "parked")).state;
  expect(isAnswered(asksOn)).toBe(false);
  expect(speaker(asksOn)).toBe(null);
});
