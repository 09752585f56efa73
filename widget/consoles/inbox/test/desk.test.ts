// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ThreadSnapshot } from "../../../wire/contracts";
import { createStore } from "../../shared/store";
import { standingOf } from "../../shared/store/standing";
import { event, me, snapshot } from "../../test/sample";
import { createDesk } from "../services/desk";
import { createInbox } from "../store/inbox";
import { row } from "./sample";

/** What the server does with what is posted. */
let posted: (path: string, body: unknown) => unknown;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  posted = () => ({ row: row("t1"), tried: [], notAsked: {} });
  vi.stubGlobal("fetch", async (path: string, { body }: { body: string | null }) => {
    const answer = posted(path, body && JSON.parse(body));
    return { ok: answer !== null, status: answer ? 200 : 409, json: async () => answer ?? { code: "text_too_long" } };
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const waits = snapshot([event(1)], { state: "waiting", responder: null });

function desked(thread: ThreadSnapshot = waits) {
  const store = createStore("agent", "en");
  store.me.value = me;
  const inbox = createInbox(store);
  const take = vi.fn(async () => (store.chats.snapshot(snapshot([event(1)])), null));
  const watching = { apply: vi.fn(), tags: vi.fn(), onChange: vi.fn() };
  const desk = createDesk({ store, actions: { take }, line: { call: async () => thread }, truth: { resume: vi.fn() } } as never, inbox, watching as never);
  return { store, inbox, desk };
}

test("a question that was read first and then taken is a talk of ours, also when it has ended", async () => {
  const { store, desk } = desked();
  await desk.open("t1");
  expect(store.peeked.value.has("t1")).toBe(true);
  await desk.take("t1");
  expect(store.peeked.value.has("t1")).toBe(false);
  store.chats.ended("t1");
  expect(store.inOrder.value.filter((chat) => !store.peeked.value.has(chat.threadId))).toHaveLength(1);
});

test("so is one that was read first and then joined, or came to us by another way", async () => {
  const leo = { ...me, id: "m2" };
  const { store, desk } = desked(snapshot([event(1)], { responder: leo }));
  await desk.open("t1");
  store.chats.snapshot(snapshot([event(1)], { responder: leo, helpers: [me] }));
  expect(standingOf(store.chats.get("t1")!, me.id)).toBe("helping");
  expect(store.peeked.value.has("t1")).toBe(false);
});

test("what is typed on while a note is being stored stays; a note that is stored leaves its box", async () => {
  const { store, desk } = desked();
  store.drafts.set(desk.noteOf("t1"), "Asked twice.");
  posted = () => {
    store.drafts.set(desk.noteOf("t1"), "Asked twice. Call back.");
    return event(2, { kind: "note" });
  };
  await desk.note("t1");
  expect(store.drafts.get(desk.noteOf("t1"))).toBe("Asked twice. Call back.");
  posted = () => event(3, { kind: "note" });
  await desk.note("t1");
  expect(store.drafts.get(desk.noteOf("t1"))).toBe("");
});

test("an act says whether it was done", async () => {
  const { desk } = desked();
  expect(await desk.tag("t1", ["a"])).toBe(true);
  posted = () => null;
  expect(await desk.tag("t1", ["b"])).toBe(false);
});
