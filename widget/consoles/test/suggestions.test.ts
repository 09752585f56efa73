// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { MemberMessage, Person } from "../../wire/contracts";
import { createCalls } from "../shared/services/calls";
import { createGate } from "../shared/services/gate";
import { Refused } from "../shared/services/refused";
import { createWriting } from "../shared/services/writing";
import { createStore } from "../shared/store";
import { event, me, snapshot } from "./sample";

const leo: Person = { id: "m2", name: "Leo", kind: "super_user", since: null };

beforeEach(() => localStorage.clear());

const settled = () => new Promise((done) => setTimeout(done));

function started(answer: (method: string, message: MemberMessage) => Promise<unknown>) {
  const store = createStore("super-user", "en");
  store.me.value = me;
  store.chats.snapshot(snapshot([event(1), event(2, { kind: "suggestion", audience: "members", author: leo, text: "Take 43." })]));
  const call = vi.fn(answer);
  const line = { call, tell: vi.fn() } as never;
  const writing = createWriting(store, line, createGate(), { resume: vi.fn(), refresh: vi.fn(() => Promise.resolve()) } as never);
  return { store, call, writing, calls: createCalls(store, line, createGate()), chat: () => store.chats.get("t1")! };
}

const sent = (_: string, message: MemberMessage) => Promise.resolve(event(3, { author: me, text: message.text, key: message.key, suggestedBy: message.suggestion ? leo : null }));

test("a suggestion goes as it is, whatever is being typed, and is done with", async () => {
  const { store, call, writing, chat } = started(sent);
  store.drafts.set("t1", "half a wo");
  expect(store.suggestions.isOpen(chat(), chat().events[1]!)).toBe(true);
  writing.sendSuggestion("t1", 2);
  await settled();
  expect(call).toHaveBeenCalledWith("Send", expect.objectContaining({ text: "Take 43.", suggestion: 2 }));
  expect(store.drafts.get("t1")).toBe("half a wo");
  expect(store.suggestions.isOpen(chat(), chat().events[1]!)).toBe(false);
});

test("a changed one names what it was made of, and only that message does", async () => {
  const { store, call, writing } = started(sent);
  writing.editSuggestion("t1", 2);
  expect(store.drafts.get("t1")).toBe("Take 43.");
  store.drafts.set("t1", "Take 43, or 44.");
  writing.send("t1");
  store.drafts.set("t1", "And?");
  writing.send("t1");
  await settled();
  expect(call.mock.calls.map(([, message]) => message.suggestion)).toEqual([2, null]);
});

test("after a reload a changed one is not offered again, and its message still names it", async () => {
  const before = started(sent);
  before.writing.editSuggestion("t1", 2);
  before.store.drafts.set("t1", "Take 43, or 44.");
  const { store, call, writing, chat } = started(sent);
  expect(store.suggestions.isOpen(chat(), chat().events[1]!)).toBe(false);
  expect(store.drafts.get("t1")).toBe("Take 43, or 44.");
  writing.send("t1");
  await settled();
  expect(call.mock.calls.map(([, message]) => message.suggestion)).toEqual([2]);
  const after = started(sent);
  expect(after.store.suggestions.isOpen(after.chat(), after.chat().events[1]!)).toBe(false);
});

test("one whose words somebody sent from another page is done with here too", () => {
  const { store, chat } = started(sent);
  store.chats.event(event(3, { author: me, text: "Take 43.", suggestedBy: leo }));
  expect(store.suggestions.isOpen(chat(), chat().events[1]!)).toBe(false);
});

test("one that was changed and sent from another device is done with here too, and an older one is not", () => {
  const { store, chat } = started(sent);
  store.chats.event(event(3, { kind: "suggestion", audience: "members", author: leo, text: "Or 44." }));
  store.chats.event(event(4, { author: me, text: "44, I think.", suggestedBy: leo }));
  const open = () => chat().events.filter((one) => store.suggestions.isOpen(chat(), one)).map((one) => one.seq);
  expect(open()).toEqual([2]);
  store.chats.event(event(5, { author: me, text: "Take 43.", suggestedBy: leo }));
  expect(open()).toEqual([]);
});

test("what a helper suggests leaves the box once it is stored, and goes again under its key", async () => {
  let there = false;
  const { store, call, calls } = started((_, message) => (there ? Promise.resolve(event(3, { kind: "suggestion", author: me, text: message.text, key: message.key })) : Promise.reject(Refused.offline())));
  store.drafts.set("t1", "Try 43.");
  await calls.suggest("t1");
  expect(store.drafts.get("t1")).toBe("Try 43.");
  there = true;
  await calls.suggest("t1");
  expect(store.drafts.get("t1")).toBe("");
  expect(call.mock.calls[0]![1].key).toBe(call.mock.calls[1]![1].key);
});
