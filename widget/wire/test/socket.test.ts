import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openSocket, type SocketEvents } from "../socket";

const END = "\u001e";

class FakeLine {
  static last: FakeLine;
  sent: string[] = [];
  onopen = () => {};
  onmessage = (_: { data: string }) => {};
  onclose = () => {};
  onerror = () => {};
  constructor(readonly url: string) {
    FakeLine.last = this;
  }
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.onclose();
  }
  hear(...frames: object[]) {
    this.onmessage({ data: frames.map((frame) => JSON.stringify(frame) + END).join("") });
  }
}

const events = () => ({ opened: vi.fn(), pushed: vi.fn(), closed: vi.fn() }) satisfies SocketEvents;

function opened(told = events()) {
  const socket = openSocket("ws://host/hubs/visitor?ticket=t", told);
  FakeLine.last.onopen();
  FakeLine.last.hear({});
  return { socket, line: FakeLine.last, told };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeLine);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("shakes hands in JSON before anything else", async () => {
  const { line } = opened();
  expect(line.sent).toEqual([`{"protocol":"json","version":1}${END}`]);
});

test("a refused handshake is a line that did not open", () => {
  const told = events();
  openSocket("ws://host", told);
  FakeLine.last.onopen();
  FakeLine.last.hear({ error: "no such protocol" });
  expect(told.opened).not.toHaveBeenCalled();
  expect(told.closed).toHaveBeenCalledTimes(1);
});

test("a line that is closed while it opens says so once and never opens", () => {
  const told = events();
  openSocket("ws://host", told).close();
  expect(told.opened).not.toHaveBeenCalled();
  expect(told.closed).toHaveBeenCalledTimes(1);
});

test("a call resolves with the completion of its own invocation", async () => {
  const { socket, line } = opened();
  const first = socket.call("Resume", "T1", 0);
  const second = socket.call("Resume", "T1", 5);
  expect(JSON.parse(line.sent[2]!.slice(0, -1))).toEqual({ type: 1, invocationId: "2", target: "Resume", arguments: ["T1", 5] });
  line.hear({ type: 3, invocationId: "2", result: "two" }, { type: 3, invocationId: "1", result: "one" });
  expect(await Promise.all([first, second])).toEqual(["one", "two"]);
});

test("a failed invocation rejects", async () => {
  const { socket, line } = opened();
  const call = socket.call("End", "T1");
  line.hear({ type: 3, invocationId: "1", error: "broken" });
  await expect(call).rejects.toThrow("broken");
});

test("several records in one frame are several pushes, in order", async () => {
  const { line, told } = opened();
  line.hear({ type: 1, target: "Event", arguments: [1] }, { type: 1, target: "Typing", arguments: [2] });
  expect(told.pushed.mock.calls).toEqual([
    ["Event", [1]],
    ["Typing", [2]],
  ]);
});

test("pushes that arrive in the handshake's frame are not lost", () => {
  const told = events();
  openSocket("ws://host", told);
  FakeLine.last.onopen();
  FakeLine.last.hear({}, { type: 1, target: "Event", arguments: [1] });
  expect(told.opened).toHaveBeenCalledTimes(1);
  expect(told.pushed).toHaveBeenCalledWith("Event", [1]);
});

test("a ping is answered at once", async () => {
  const { line } = opened();
  line.hear({ type: 6 });
  expect(line.sent.at(-1)).toBe(`{"type":6}${END}`);
});

test("thirty silent seconds end the line, whatever it says of itself", async () => {
  const { socket, line, told } = opened();
  vi.advanceTimersByTime(29_000);
  line.hear({ type: 6 });
  vi.advanceTimersByTime(29_000);
  expect(told.closed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(told.closed).toHaveBeenCalledTimes(1);
  await expect(socket.call("Resume", "T1", 0)).rejects.toThrow();
});

test("a line that is never opened is given up too", () => {
  const told = events();
  openSocket("ws://host", told);
  vi.advanceTimersByTime(30_000);
  expect(told.closed).toHaveBeenCalledTimes(1);
});

test("after a sleep in which no timer ran the line is not trusted for a second", () => {
  const { told } = opened();
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(1_000);
  expect(told.closed).toHaveBeenCalledTimes(1);
});

test("a call without an answer ends a line that only sends, and every call with it", async () => {
  const { socket, line, told } = opened();
  const failed = Promise.all(["one", "two"].map((name) => expect(socket.call(name)).rejects.toThrow("line lost")));
  vi.advanceTimersByTime(5_000);
  line.hear({ type: 6 });
  vi.advanceTimersByTime(3_000);
  await failed;
  expect(told.closed).toHaveBeenCalledTimes(1);
});

test("a call that was answered is waited for no more", async () => {
  const { socket, line, told } = opened();
  const call = socket.call("Resume", "T1", 0);
  line.hear({ type: 3, invocationId: "1", result: {} });
  await call;
  vi.advanceTimersByTime(20_000);
  expect(told.closed).not.toHaveBeenCalled();
});

test("a server that leaves is let go once it has answered what it was asked", async () => {
  const { socket, line, told } = opened();
  const call = socket.call("Send", "hi");
  line.hear({ type: 7, allowReconnect: true });
  expect(told.closed).not.toHaveBeenCalled();
  line.hear({ type: 3, invocationId: "1", result: "stored" });
  expect(await call).toBe("stored");
  expect(told.closed).toHaveBeenCalledTimes(1);
});

test("a server that leaves without an answer is waited for no longer than any other", async () => {
  const { socket, line, told } = opened();
  const failed = expect(socket.call("Send", "hi")).rejects.toThrow("line lost");
  line.hear({ type: 7, allowReconnect: true });
  line.onclose();
  await failed;
  expect(told.closed).toHaveBeenCalledTimes(1);
});

test("a close frame ends the line once", async () => {
  const { line, told } = opened();
  line.hear({ type: 7 });
  line.onclose();
  expect(told.closed).toHaveBeenCalledTimes(1);
});
