// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
// Fetched before, as it is from its second use on.
import "../../wire/socket";
import { makeConnection } from "../services/connection";
import { OFFLINE } from "../services/http";
import { message, snapshot } from "./state";

const END = "\u001e";

class FakeLine {
  static all: FakeLine[] = [];
  sent: { target?: string; arguments?: unknown[]; invocationId?: string }[] = [];
  closed = false;
  onopen = () => {};
  onmessage = (_: { data: string }) => {};
  onclose = () => {};
  constructor() {
    FakeLine.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text.slice(0, -1)));
  }
  close() {
    this.closed = true;
  }
  hear(frame: object) {
    this.onmessage({ data: JSON.stringify(frame) + END });
  }
  open() {
    this.onopen();
    this.hear({});
  }
  calls = (method: string) => this.sent.filter((frame) => frame.target == method);
}

let leave = () => {};

const last = () => FakeLine.all.at(-1)!;

function following(head = 2) {
  let known = head;
  const polls: string[] = [];
  const post = vi.fn(async () => ({ value: { ticket: "t" }, refusal: null }));
  let polled: () => object = () => ({ value: snapshot([], known) });
  const http = {
    token: "t",
    post,
    get: async (path: string) => {
      polls.push(path);
      return polled();
    },
  };
  const incoming = { snapshot: vi.fn(), event: vi.fn(), typing: vi.fn(), seen: vi.fn(), search: vi.fn(), reached: vi.fn(), known: () => known };
  const connection = makeConnection("http://host/", http as never, incoming);
  connection.follow("T1");
  leave = connection.leave;
  return { connection, incoming, polls, post, know: (seq: number) => (known = seq), answer: (with_: () => object) => (polled = with_) };
}

const settled = () => vi.advanceTimersByTimeAsync(0);
const show = (type: string, persisted: boolean) => window.dispatchEvent(Object.assign(new Event(type), { persisted }));

beforeEach(() => {
  FakeLine.all = [];
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeLine);
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});
afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("an opened line asks for the whole, because what was taken away meanwhile kept its seq", async () => {
  const { incoming } = following(7);
  await settled();
  last().open();
  expect(last().calls("Resume")[0]!.arguments).toEqual(["T1", 0]);
  last().hear({ type: 3, invocationId: "1", result: { value: snapshot([message(8)]), refusal: null } });
  await settled();
  expect(incoming.snapshot).toHaveBeenCalledWith({ value: snapshot([message(8)]), refusal: null }, 7);
});

test("the heartbeat fetches what is missing, and nothing when nothing is", async () => {
  const { know } = following(7);
  await settled();
  last().open();
  last().hear({ type: 1, target: "Head", arguments: [{ threadId: "T1", seq: 7 }] });
  last().hear({ type: 1, target: "Head", arguments: [{ threadId: "T2", seq: 99 }] });
  expect(last().calls("Resume")).toHaveLength(1);
  know(8);
  last().hear({ type: 1, target: "Head", arguments: [{ threadId: "T1", seq: 9 }] });
  expect(last().calls("Resume")[1]!.arguments).toEqual(["T1", 8]);
});

test("a line that is stopped on its way does not stop the conversation", async () => {
  const { polls } = following(3);
  await settled();
  expect(polls).toEqual([]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(polls).toEqual(["threads/T1/events?after=3"]);
});

test("a server that leaves is followed to another one within a second, not all at once, and nobody is told of trouble", async () => {
  const { incoming } = following(7);
  await settled();
  last().open();
  vi.mocked(Math.random).mockReturnValue(1);
  last().hear({ type: 3, invocationId: "1", result: { value: snapshot([], 7), refusal: null } });
  last().hear({ type: 7, allowReconnect: true });
  await vi.advanceTimersByTimeAsync(749);
  expect(FakeLine.all).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(FakeLine.all).toHaveLength(2);
  last().open();
  expect(last().calls("Resume")[0]!.arguments).toEqual(["T1", 0]);
  expect(incoming.reached.mock.calls.flat()).not.toContain(false);
});

test("a lost line is polled for at once, and opened again", async () => {
  const { incoming, polls } = following();
  await settled();
  last().open();
  last().onclose();
  await settled();
  expect(polls).toHaveLength(1);
  expect(incoming.reached).toHaveBeenLastCalledWith(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(FakeLine.all).toHaveLength(2);
});

test("a line that falls as soon as it opens is tried ever more slowly, one that stood at once", async () => {
  following();
  for (const wait of [500, 1_000, 2_000]) {
    await settled();
    const before = FakeLine.all.length;
    last().open();
    last().onclose();
    await vi.advanceTimersByTimeAsync(wait - 1);
    expect(FakeLine.all).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(FakeLine.all).toHaveLength(before + 1);
  }
  last().open();
  last().hear({ type: 3, invocationId: "1", result: { value: snapshot([]), refusal: null } });
  await vi.advanceTimersByTimeAsync(20_000);
  const before = FakeLine.all.length;
  last().onclose();
  await vi.advanceTimersByTimeAsync(500);
  expect(FakeLine.all).toHaveLength(before + 1);
});

test("polling that reaches nobody says so, and goes on", async () => {
  const { incoming, polls, answer } = following();
  await settled();
  answer(() => ({ value: null, refusal: { number: 0, code: OFFLINE, message: "", retryAfter: null } }));
  last().onclose();
  await settled();
  expect(incoming.reached).toHaveBeenLastCalledWith(false);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(polls.length).toBeGreaterThan(1);
});

test("a hidden page leaves the line, opening or open, and a page that comes back opens it once", async () => {
  const { polls } = following();
  await settled();
  window.dispatchEvent(new Event("pagehide"));
  expect(last().closed).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([FakeLine.all.length, polls.length]).toEqual([1, 0]);

  show("pageshow", true);
  document.dispatchEvent(new Event("visibilitychange"));
  await settled();
  expect(FakeLine.all).toHaveLength(2);
});

test("a page's first showing opens nothing a second time", async () => {
  following();
  await settled();
  show("pageshow", false);
  await settled();
  expect(FakeLine.all).toHaveLength(1);
});

test("a call goes by the line while there is one, and by its twin when the line dies under it", async () => {
  const { connection, post } = following();
  await settled();
  last().open();
  const call = connection.call("Send", [{ text: "hi" }], "threads/T1/events", { text: "hi" }, "k1");
  expect(last().calls("Send")).toHaveLength(1);
  expect(post).not.toHaveBeenCalledWith("threads/T1/events", { text: "hi" }, "k1");
  await vi.advanceTimersByTimeAsync(8_000);
  await call;
  expect(post).toHaveBeenCalledWith("threads/T1/events", { text: "hi" }, "k1");
});

test("who is left hears no more", async () => {
  const { connection, incoming, polls } = following();
  await settled();
  connection.leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(polls).toEqual([]);
  expect(incoming.snapshot).not.toHaveBeenCalled();
  expect(last().closed).toBe(true);
});

