import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openForCommands } from "../commands";
import { makeHerald } from "../herald";

interface Api {
  push(...calls: unknown[][]): void;
  open(): void;
  identify(token: string): void;
}

const drawn = Promise.resolve();
/** Everything that was waiting for something drawn has run. */
const settled = () => new Promise((done) => setTimeout(done));

const api = () => (window as unknown as { CommunityWidget: Api }).CommunityWidget;

beforeEach(() => vi.stubGlobal("window", {}));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("what was queued before loading is done in its order", async () => {
  const done: unknown[] = [];
  openForCommands([["ask", "Hello"], ["open"]], drawn, {}, { open: () => done.push("open"), ask: (text: string) => done.push(text) });
  await settled();
  expect(done).toEqual(["Hello", "open"]);
});

test("afterwards both ways of saying it work", async () => {
  const open = vi.fn();
  openForCommands([], drawn, {}, { open });
  api().push(["open"], ["open"]);
  api().open();
  await settled();
  expect(open).toHaveBeenCalledTimes(3);
});

test("a command not built yet, or unknown, warns once and changes nothing", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const identify = () => {
    throw "not built yet";
  };
  openForCommands([["identify", "a"]], drawn, {}, { identify });
  api().identify("b");
  api().push(["identify", "c"], ["dance"]);
  await settled();
  expect(warn.mock.calls.map(([text]) => text)).toEqual(["CommunityWidget: identify", "CommunityWidget: dance"]);
  expect(warn.mock.calls[0]![1]).toBe("not built yet");
});

test.each([[null], ["open"], [undefined], [[]], [{}], [42], [["__proto__"]], [["constructor"]]])("whatever is pushed, nothing is thrown back: %s", async (call) => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const open = vi.fn();
  openForCommands([call], drawn, {}, { open });
  expect(() => api().push(call as unknown[], ["open"])).not.toThrow();
  await settled();
  expect(open).toHaveBeenCalled();
});

test("listeners and context are taken at once, everything else waits until there is something to show", async () => {
  let draw = () => {};
  const done: string[] = [];
  openForCommands([["open"], ["on"]], new Promise<void>((now) => (draw = now)), { on: () => done.push("on") }, { open: () => done.push("open") });
  await settled();
  expect(done).toEqual(["on"]);
  draw();
  await settled();
  expect(done).toEqual(["on", "open"]);
});

test("an element of our name on the page is no queue, and in nobody's way", () => {
  openForCommands({} as unknown[], drawn, {}, { open: () => {} });
  expect(Object.keys(api())).toEqual(["push", "open"]);
});

test("what fails later is told too, and what a caller said is not", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  openForCommands([], drawn, {}, { ask: () => Promise.reject("why") });
  api().push(["ask", "my secret"]);
  await settled();
  expect(warn.mock.calls).toEqual([["CommunityWidget: ask", "why"]]);
});

test("listeners hear their event only, until they are taken off", async () => {
  vi.useFakeTimers();
  const { on, off, emit } = makeHerald();
  const heard = vi.fn();
  const other = vi.fn();
  on("asked", heard);
  on("asked", other);
  emit("asked", { threadId: "T1" });
  emit("closed");
  vi.runAllTimers();
  off("asked", heard);
  emit("asked");
  vi.runAllTimers();
  off("asked");
  emit("asked");
  vi.runAllTimers();
  expect(heard.mock.calls).toEqual([[{ threadId: "T1" }]]);
  expect(other).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
