// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { Reply, ThreadEvent } from "../../wire/contracts";
import { OFFLINE } from "../services/http";
import { makeMemory } from "../services/memory";
import { keepOutbox } from "../services/outbox";
import { makeSending } from "../services/sending";
import { receiveEvent, receiveSnapshot } from "../store/receive";
import { makeStore } from "../store/store";
import { message, snapshot, state, visitor } from "./state";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

type Answer = (sent: { key: string; text: string }) => Partial<Reply<ThreadEvent>> | Promise<never>;

const offline: Answer = () => ({ refusal: { number: 0, code: OFFLINE, message: "", retryAfter: null } });
const refused: Answer = () => ({ refusal: { number: 3001, code: "thread_closed", message: "", retryAfter: null } });
const never: Answer = () => new Promise<never>(() => {});

/** One page of a conversation, on which `answer` is the server. */
function page(answer: Answer) {
  const store = makeStore(receiveSnapshot(state(), snapshot([message(1, "Q", visitor)])).state);
  keepOutbox(store, makeMemory("shop", () => {}));
  const sent: { key: string; text: string }[] = [];
  const server = { answer };
  const call = async (_: string, [body]: unknown[]) => {
    sent.push(body as never);
    return server.answer(body as never);
  };
  const stored = (event: ThreadEvent) => store.set(receiveEvent(store.get(), event).state);
  const fail = vi.fn();
  const sending = makeSending({ store, connection: { call } as never, ready: () => true, fail, stored });
  const texts = () => sent.map((one) => one.text);
  return { store, sending, sent, texts, server, fail };
}

/** A server that stores what it gets and knows what it has stored. */
function keeping(): { answer: Answer; kept: Map<string, ThreadEvent> } {
  const kept = new Map<string, ThreadEvent>();
  const answer: Answer = ({ key, text }) => {
    if (!kept.has(key)) kept.set(key, message(kept.size + 2, text, visitor, key));
    return { value: kept.get(key)! };
  };
  return { answer, kept };
}

const settled = () => new Promise((done) => setTimeout(done));

test("messages go one after the other, and are gone from the outbox once they are stored", async () => {
  const { answer } = keeping();
  const { sending, store, texts } = page(answer);
  sending.send("one");
  sending.send("two");
  expect(store.get().pending.map((one) => one.text)).toEqual(["one", "two"]);
  expect(localStorage).toHaveLength(2);
  await settled();
  expect(texts()).toEqual(["one", "two"]);
  expect(store.get().pending).toEqual([]);
  expect(localStorage).toHaveLength(0);
});

test("the key is stored before the request leaves", () => {
  let storedFirst = false;
  const { sending } = page(({ key }) => {
    storedFirst = localStorage.getItem("community-widget:shop:out:" + key)!.includes(key);
    return never({ key, text: "" });
  });
  sending.send("one");
  expect(storedFirst).toBe(true);
});

test("what had not arrived when the page went away goes from the next one, in order and under its old keys", async () => {
  const before = page(never);
  before.sending.send("one");
  before.sending.send("two");
  const { answer, kept } = keeping();
  const after = page(answer);
  expect(after.store.get().pending.map((one) => one.text)).toEqual(["one", "two"]);
  void after.sending.flush();
  await settled();
  expect(after.texts()).toEqual(["one", "two"]);
  expect(after.sent[0]!.key).toBe(before.sent[0]!.key);
  expect([...kept.values()].map((one) => one.text)).toEqual(["one", "two"]);
  expect(localStorage).toHaveLength(0);
});

test("none overtakes one that did not arrive", async () => {
  const { sending, store, texts, server } = page(offline);
  sending.send("one");
  await settled();
  sending.send("two");
  await settled();
  expect(store.get().pending.map((one) => one.failed)).toEqual([true, true]);
  server.answer = keeping().answer;
  sending.retry();
  await settled();
  expect(texts()).toEqual(["one", "one", "one", "two"]);
  expect(store.get().pending).toEqual([]);
});

test("what did not arrive is tried again by itself", async () => {
  vi.useFakeTimers();
  const { sending, store, server } = page(offline);
  sending.send("one");
  await vi.advanceTimersByTimeAsync(0);
  expect(store.get().pending[0]!.failed).toBe(true);
  server.answer = keeping().answer;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(store.get().pending).toEqual([]);
  vi.useRealTimers();
});

test("what was sent too fast goes when the server said, under its old key, and what waits behind it after it", async () => {
  vi.useFakeTimers();
  const { sending, store, sent, server, fail } = page(() => ({ refusal: { number: 4001, code: "too_many_requests", message: "", retryAfter: 10 } }));
  sending.send("one");
  sending.send("two");
  await vi.advanceTimersByTimeAsync(9_000);
  expect(sent.map((one) => one.text)).toEqual(["one"]);
  expect(store.get()).toMatchObject({ draft: "", pending: [{ failed: true }, { failed: true }] });
  server.answer = keeping().answer;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent.map((one) => one.text)).toEqual(["one", "one", "two"]);
  expect(sent[1]!.key).toBe(sent[0]!.key);
  expect(store.get().pending).toEqual([]);
  expect(fail).not.toHaveBeenCalled();
  vi.useRealTimers();
});

test("a refusal gives the text back, with what was written to follow it", async () => {
  const { sending, store, fail, texts } = page(refused);
  sending.send("one");
  sending.send("two");
  store.set({ draft: "three" });
  await settled();
  expect(texts()).toEqual(["one"]);
  expect(store.get()).toMatchObject({ pending: [], draft: "one\ntwo\nthree" });
  expect(fail).toHaveBeenCalledTimes(1);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 1]);
});

test.each(["thread_closed", "too_late_to_reopen", "not_possible_now"])("what cannot be continued (%s) is shown as ended, and the text waits", async (code) => {
  const { sending, store } = page(() => ({ refusal: { number: 3001, code, message: "", retryAfter: null } }));
  store.set({ continuing: true });
  sending.send("one more thing");
  await settled();
  expect(store.get()).toMatchObject({ continuing: false, draft: "one more thing", pending: [] });
});

test("a text that is turned down may be mended where it was written", async () => {
  const { sending, store } = page(() => ({ refusal: { number: 2030, code: "text_insulting", message: "", retryAfter: null } }));
  store.set({ continuing: true });
  sending.send("idiots");
  await settled();
  expect(store.get()).toMatchObject({ continuing: true, draft: "idiots" });
});

test("a stored message whose event is still to come is shown as sent and not sent again", async () => {
  const { sending, store, sent } = page(({ key, text }) => ({ value: message(9, text, visitor, key) }));
  sending.send("one");
  await settled();
  expect(store.get().pending).toMatchObject([{ text: "one", sent: true }]);
  void sending.flush();
  await settled();
  expect(sent).toHaveLength(1);
  expect(localStorage).toHaveLength(0);
});

test("what is typed is there on the next page of the tab", () => {
  page(never).store.set({ draft: "half a sen" });
  expect(page(never).store.get().draft).toBe("half a sen");
});
