// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { event, me, snapshot } from "../../test/sample";
import { inboxKeys } from "../components/keys";
import { anInbox } from "./drawn";

beforeEach(() => localStorage.clear());

/** A question that is pointed at, whose words are not here before they are let in. */
function pointedAt() {
  const { store, inbox } = anInbox();
  let letIn = (_here: boolean) => {};
  const come = new Promise<boolean>((here) => (letIn = here));
  const desk = { noting: vi.fn(), open: vi.fn(async () => void ((await come) && store.chats.snapshot(snapshot([event(1)], { state: "waiting", responder: null })))) };
  const replies = { open: vi.fn() };
  store.view.current.value = "t1";
  const keys = inboxKeys({ store, actions: {}, undoing: {} } as never, { inbox, desk, replies, together: {} } as never);
  const settled = () => new Promise((done) => setTimeout(done));
  return { keys, desk, replies, letIn: (here: boolean) => (letIn(here), settled()) };
}

test("replies are shown once a question's words are here, however early the key came", async () => {
  const { keys, replies, letIn } = pointedAt();
  keys.r!();
  expect(replies.open).not.toHaveBeenCalled();
  await letIn(true);
  expect(replies.open).toHaveBeenCalledWith("t1");
});

test("a question that could not be read has no replies to choose from", async () => {
  const { keys, replies, letIn } = pointedAt();
  keys.r!();
  await letIn(false);
  expect(replies.open).not.toHaveBeenCalled();
});

test("a question that is here is not read again for its replies", async () => {
  const { keys, desk, letIn } = pointedAt();
  keys.r!();
  await letIn(true);
  keys.r!();
  expect(desk.open).toHaveBeenCalledTimes(1);
});

const mine = (threadId: string) => snapshot([event(1)], { threadId });

/** Two conversations of mine with room for one of them, and the list beside it; the first is shown, the second pointed at. */
function twoOfMine() {
  const { store, inbox } = anInbox();
  for (const id of ["t1", "t2"]) store.chats.snapshot(mine(id));
  store.view.open("t1");
  document.body.innerHTML = ["t1", "t2"].map((id) => `<ul><li><button data-line="${id}"></button></li></ul>`).join("");
  document.querySelector<HTMLElement>("[data-line=t2]")!.focus();
  const does = { noting: vi.fn(), replies: vi.fn(), end: vi.fn(), undoEnd: vi.fn(), undo: vi.fn(), last: vi.fn() };
  const undo = { several: null as number | null, given: null as number | null, one: undefined as { at: number } | undefined };
  const session = { store, actions: { end: does.end }, undoing: { newest: () => undo.one, last: does.last } };
  const keys = inboxKeys(session as never, { inbox, desk: { noting: does.noting, undo: does.undo, undoableAt: () => undo.given }, replies: { open: does.replies }, together: { undoableAt: () => undo.several, undoEnd: does.undoEnd } } as never);
  const press = async (key: string) => {
    keys[key]!();
    await new Promise((done) => setTimeout(done));
  };
  return { store, inbox, does, undo, press };
}

test.each([
  ["i", "noting"],
  ["r", "replies"],
] as const)("%s acts on the conversation that is pointed at, and shows it first", async (key, act) => {
  const { store, does, press } = twoOfMine();
  expect(store.view.shown.value).toEqual(["t1"]);
  await press(key);
  expect(does[act].mock.calls[0]![0]).toBe("t2");
  expect([store.view.shown.value, store.view.current.value, store.view.talking.value]).toEqual([["t2"], "t2", true]);
});

test("H waits for what was just asked: taken and handed over in one go", async () => {
  const { store, inbox, press } = twoOfMine();
  store.chats.snapshot({ ...mine("t2"), state: "waiting", responder: null });
  store.busy.value = new Set(["t2"]);
  await press("h");
  expect(inbox.sheet.value).toBeNull();
  store.chats.snapshot({ ...mine("t2"), responder: me, fence: 2 });
  store.busy.value = new Set();
  await vi.waitFor(() => expect(inbox.sheet.value).toEqual({ kind: "hand", threadId: "t2" }));
});

test("a conversation nobody can hand over, because it is not ours, says so", async () => {
  const { store, inbox, press } = twoOfMine();
  store.chats.snapshot({ ...mine("t2"), state: "waiting", responder: null });
  await press("h");
  expect(inbox.sheet.value).toBeNull();
  expect(store.notices.all.value.map(({ text }) => text)).toEqual([store.texts.value.refusals.only_responder]);
});

test("Shift and E wait too, and end nothing that is not ours", async () => {
  const { store, does, press } = twoOfMine();
  store.busy.value = new Set(["t1"]);
  await press("shift e");
  expect(does.end).not.toHaveBeenCalled();
  store.busy.value = new Set();
  await vi.waitFor(() => expect(does.end).toHaveBeenCalledWith("t1"));
  store.chats.ended("t1");
  await press("shift e");
  expect(does.end).toHaveBeenCalledTimes(1);
  expect(store.notices.all.value.map(({ text }) => text)).toEqual([store.texts.value.refusals.thread_closed]);
});

test("W leaves a search for the next view", async () => {
  const { inbox, press } = twoOfMine();
  inbox.words.value = "lute";
  await press("w");
  expect([inbox.words.value, inbox.view.value]).toEqual(["", "mine"]);
});

test.each([
  [5, undefined, "undoEnd"],
  [5, 7, "last"],
  [7, 5, "undoEnd"],
  [null, 5, "last"],
] as const)("several ended at %s, one thing done at %s: U takes the newer back", async (several, one, taken) => {
  const { does, undo, press } = twoOfMine();
  Object.assign(undo, { several, one: one && { at: one } });
  await press("u");
  expect([does.undoEnd, does.last].filter((act) => act.mock.calls.length)).toEqual([does[taken]]);
});

test.each([
  [9, 5, 7, "undo"],
  [6, 5, 7, "last"],
  [6, 8, 7, "undoEnd"],
] as const)("something given at %s, several ended at %s, one thing done at %s: U takes the newest back", async (given, several, one, taken) => {
  const { does, undo, press } = twoOfMine();
  Object.assign(undo, { given, several, one: { at: one } });
  await press("u");
  expect([does.undo, does.undoEnd, does.last].filter((act) => act.mock.calls.length)).toEqual([does[taken]]);
});

test("H gives a parked question to somebody, whoever has it; one that was answered it does not", async () => {
  const { store, inbox, press } = twoOfMine();
  store.chats.snapshot({ ...mine("t2"), state: "parked", responder: null });
  await press("h");
  expect(inbox.sheet.value).toEqual({ kind: "hand", threadId: "t2" });
  inbox.sheet.value = null;
  store.chats.snapshot({ ...mine("t2"), state: "parked", outcome: "answered" });
  await press("h");
  expect(inbox.sheet.value).toBeNull();
});
