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

const events = () => ({ pushed: vi.fn(), closed: vi.fn() }) satisfies SocketEvents;

async function opened(told = events()) {
  const opening = openSocket("ws://host/hubs/visitor?ticket=t", told);
  FakeLine.last.onopen();
  FakeLine.last.hear({});
  return { socket: await opening, line: FakeLine.last, told };
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
  const { line } = await opened();
  expect(line.sent).toEqual([`{"protocol":"json","version":1}${END}`]);
});

test("a refused handshake is a line that did not open", async () => {
  const opening = openSocket("ws://host", events());
  FakeLine.last.onopen();
  FakeLine.last.hear({ error: "no such protocol" });
  await expect(opening).rejects.toThrow();
});

test("a call resolves with the completion of its own invocation", async () => {
  const { socket, line } = await opened();
  const first = socket.call("Resume", "T1", 0);
  const second = socket.call("Resume", "T1", 5);
  expect(JSON.parse(line.sent[2]!.slice(0, -1))).toEqual({ type: 1, invocationId: "2", target: "Resume", arguments: ["T1", 5] });
  line.hear({ type: 3, invocationId: "2", result: "two" }, { type: 3, invocationId: "1", result: "one" });
  expect(await Promise.all([first, second])).toEqual(["one", "two"]);
});

test("a failed invocation rejects", async () => {
  const { socket, line } = await opened();
  const call = socket.call("End", "T1");
  line.hear({ type: 3, invocationId: "1", error: "broken" });
  await expect(call).rejects.toThrow("broken");
});

test("several records in one frame are several pushes, in order", async () => {
  const { line, told } = await opened();
  line.hear({ type: 1, target: "Event", arguments: [1] }, { type: 1, target: "Typing", arguments: [2] });
  expect(told.pushed.mock.calls).toEqual([
    ["Event", [1]],
    ["Typing", [2]],
  ]);
});

test("pushes that arrive in the handshake's frame are not lost", async () => {
  const told = events();
  const opening = openSocket("ws://host", told);
  FakeLine.last.onopen();
  FakeLine.last.hear({}, { type: 1, target: "Event", arguments: [1] });
  await opening;
  expect(told.pushed).toHaveBeenCalledWith("Event", [1]);
});

test("a ping is answered at once", async () => {
  const { line } = await opened();
  line.hear({ type: 6 });
  expect(line.sent.at(-1)).toBe(`{"type":6}${END}`);
});

test("thirty silent seconds end the line, and every call with it", async () => {
  const { socket, told } = await opened();
  const call = socket.call("Resume", "T1", 0);
  const failed = expect(call).rejects.toThrow("line lost");
  vi.advanceTimersByTime(30_000);
  await failed;
  expect(told.closed).toHaveBeenCalledTimes(1);
  await expect(socket.call("Resume", "T1", 0)).rejects.toThrow();
});

test("a close frame ends the line once", async () => {
  const { line, told } = await opened();
  line.hear({ type: 7 });
  line.onclose();
  expect(told.closed).toHaveBeenCalledTimes(1);
});
