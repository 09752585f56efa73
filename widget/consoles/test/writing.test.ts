// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { MemberMessage } from "../../wire/contracts";
import { createGate } from "../shared/services/gate";
import { Refused } from "../shared/services/refused";
import { createWriting } from "../shared/services/writing";
import { createStore } from "../shared/store";
import { event, me, snapshot } from "./sample";

function started(answers: (message: MemberMessage) => Promise<unknown>) {
  const store = createStore("super-user", "en");
  store.me.value = me;
  store.chats.snapshot(snapshot([event(1)], { fence: 7 }));
  const call = vi.fn((_method: string, message: MemberMessage) => answers(message));
  const truth = { resume: vi.fn(), refresh: vi.fn(() => Promise.resolve()) };
  const writing = createWriting(store, { call, tell: vi.fn() } as never, createGate(), truth as never);
  const send = async (text: string) => {
    store.drafts.set("t1", text);
    writing.send("t1");
    await settled();
  };
  return { store, writing, call, truth, send, chat: () => store.chats.get("t1")! };
}

beforeEach(() => localStorage.clear());

const settled = () => new Promise((done) => setTimeout(done));
const stored = (message: MemberMessage) => Promise.resolve(event(2, { author: me, text: message.text, key: message.key }));
const refusedWith = (code: string) => () => Promise.reject(new Refused({ code }));

test("a message names the fence, and becomes an event once it is stored", async () => {
  const { call, chat, send, store } = started(stored);
  await send("a\r\nb");
  expect(call).toHaveBeenCalledWith("Send", expect.objectContaining({ threadId: "t1", text: "a\nb", fence: 7 }));
  expect(chat().outgoing).toEqual([]);
  expect(chat().events.at(-1)!.text).toBe("a\nb");
  expect(store.drafts.get("t1")).toBe("");
});

test.each(["stale_fence", "not_participant"])("%s keeps the text and looks again", async (code) => {
  const { chat, send, truth } = started(refusedWith(code));
  await send("kept");
  expect(chat().outgoing).toMatchObject([{ text: "kept", failed: code }]);
  expect(truth.refresh).toHaveBeenCalled();
});

test("a retry goes with the same key, so that nothing is doubled", async () => {
  let line = false;
  const { call, chat, send, writing } = started((message) => (line ? stored(message) : Promise.reject(Refused.offline())));
  await send("once");
  line = true;
  writing.retryUnheard();
  await settled();
  const keys = call.mock.calls.map(([, message]) => message.key);
  expect(keys[0]).toBe(keys[1]);
  expect(keys[0]).toMatch(/^[0-9a-z-]{8,64}$/i);
  expect(chat().outgoing).toEqual([]);
});

test("a refused text can be taken back to the Message box", async () => {
  const { chat, send, store, writing } = started(refusedWith("text_too_long"));
  await send("long");
  writing.edit("t1", chat().outgoing[0]!.key);
  expect(store.drafts.get("t1")).toBe("long");
  expect(chat().outgoing).toEqual([]);
});

test("what was written first stands first: while one waits for the line, the next waits behind it", async () => {
  let line = false;
  const { call, chat, send, writing } = started((message) => (line ? stored(message) : Promise.reject(Refused.offline())));
  await send("first");
  line = true;
  await send("second");
  expect(chat().outgoing.map(({ text, failed }) => [text, failed])).toEqual([["first", "offline"], ["second", "offline"]]);
  writing.retryUnheard();
  await settled();
  expect(call.mock.calls.map(([, message]) => message.text)).toEqual(["first", "first", "second"]);
});

test.each(["offline", "storage_away", "not_signed_in"])("%s passes, and the message goes again by itself", async (code) => {
  let away = true;
  const { chat, send, writing } = started((message) => (away ? Promise.reject(new Refused({ code })) : stored(message)));
  await send("kept");
  away = false;
  writing.retryUnheard();
  await settled();
  expect(chat().outgoing).toEqual([]);
});

test("a reload in the middle of a send: the same key goes again, and only if the server does not know it", async () => {
  const before = started(() => new Promise(() => undefined));
  await before.send("half way");
  const { key } = before.chat().outgoing[0]!;

  const lost = started(stored);
  expect(lost.chat().outgoing).toMatchObject([{ key, text: "half way", failed: "offline" }]);
  lost.writing.retryUnheard();
  await settled();
  expect(lost.call.mock.calls.map(([, message]) => message.key)).toEqual([key]);

  await before.send("arrived");
  const arrived = createStore("super-user", "en");
  arrived.chats.snapshot(snapshot([event(1), ...before.chat().outgoing.map((own, at) => event(at + 2, { author: me, text: own.text, key: own.key }))]));
  expect(arrived.chats.get("t1")!.outgoing).toEqual([]);
  expect(arrived.outbox.threads()).toEqual([]);
});

async function answering(answers: (message: MemberMessage) => Promise<unknown>) {
  const resumed = snapshot([event(1)], { state: "parked", responder: null, fence: 3 });
  const of = started((message) => (typeof message === "string" ? Promise.resolve(resumed) : answers(message)));
  of.store.drafts.set("t2", "Yes.");
  const truth = of.truth as typeof of.truth & { waiting: () => void };
  truth.waiting = vi.fn();
  const sent = () => of.call.mock.calls.filter(([method]) => method === "Send").map(([, message]) => message);
  return { ...of, sent, answer: () => of.writing.answer("t2") };
}

test("what is typed on while an answer is being stored stays", async () => {
  const { store, answer } = await answering((message) => {
    store.drafts.set("t2", "Yes. And no.");
    return stored(message);
  });
  expect(await answer()).toBe(true);
  expect(store.drafts.get("t2")).toBe("Yes. And no.");
});

test("an answer leaves its box once it is stored, and goes again under its key only as it was", async () => {
  let there = false;
  const { store, sent, answer } = await answering((message) => (there ? stored(message) : Promise.reject(Refused.offline())));
  await answer();
  await answer();
  there = true;
  store.drafts.set("t2", "Yes, it is.");
  expect(await answer()).toBe(true);
  expect(store.drafts.get("t2")).toBe("");
  const [first, again, changed] = sent().map(({ key }) => key);
  expect(again).toBe(first);
  expect(changed).not.toBe(first);
});
