import { expect, test } from "vitest";
import { createWaiting } from "../shared/store/waiting";
import { waitingQuestion as question } from "./sample";

const shown = (waiting: ReturnType<typeof createWaiting>) => waiting.lines.value!.map((line) => line.question.threadId + (line.gone ? " gone" : ""));

test("while a hand is on the list nothing moves: the gone are marked, the new come last", () => {
  const waiting = createWaiting();
  waiting.received([question("a"), question("b")]);
  waiting.hold(true);
  waiting.received([question("new"), question("b")]);
  expect(shown(waiting)).toEqual(["a gone", "b", "new"]);
  waiting.hold(false);
  expect(shown(waiting)).toEqual(["new", "b"]);
});

test("only what was not there before is news, and nothing at first sight", () => {
  const waiting = createWaiting();
  expect(waiting.received([question("a")])).toEqual([]);
  expect(waiting.received([question("a"), question("b")])).toEqual([question("b")]);
});

test("what was given to somebody since is news too", () => {
  const waiting = createWaiting();
  const given = { ...question("a"), assignee: { id: "m1", name: "Maya", kind: "super_user", since: null } };
  waiting.received([question("a")]);
  expect(waiting.received([given])).toEqual([given]);
  expect(waiting.received([given])).toEqual([]);
  expect(waiting.received([question("a")])).toEqual([]);
});

test("what we took ourselves leaves at once", () => {
  const waiting = createWaiting();
  waiting.received([question("a"), question("b")]);
  waiting.hold(true);
  waiting.taken("a");
  waiting.hold(false);
  expect(shown(waiting)).toEqual(["b"]);
});

test("a list that has become empty is held by nobody", () => {
  const waiting = createWaiting();
  waiting.received([question("a")]);
  waiting.hold(true);
  waiting.taken("a");
  waiting.received([question("b")]);
  waiting.received([question("c")]);
  expect(shown(waiting)).toEqual(["c"]);
});

test("a line something was written for stays, marked, until it is done with", () => {
  const drafts = new Set(["a"]);
  const waiting = createWaiting((id) => drafts.has(id));
  waiting.received([question("a"), question("b")]);
  waiting.received([question("b"), question("c")]);
  expect(shown(waiting)).toEqual(["a gone", "b", "c"]);
  waiting.received([question("a"), question("b")]);
  expect(shown(waiting)).toEqual(["a", "b"]);
  waiting.taken("a");
  expect(shown(waiting)).toEqual(["a gone", "b"]);
  drafts.clear();
  waiting.received([question("b")]);
  expect(shown(waiting)).toEqual(["b"]);
});
