// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createGate } from "../shared/services/gate";
import { Refused } from "../shared/services/refused";
import { createUndoing } from "../shared/services/undoing";
import { createStore } from "../shared/store";
import { UNDO_MS } from "../shared/store/undo";
import { event, me, snapshot } from "./sample";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] }));
afterEach(() => void vi.useRealTimers());

function ended(answer: () => Promise<unknown>) {
  const store = createStore("super-user", "en");
  store.me.value = me;
  store.chats.snapshot(snapshot([event(1)], { state: "closed" }));
  store.undo.offer("t1", "UndoEnd");
  const call = vi.fn((_method: string, _id: string) => answer());
  const truth = { resume: vi.fn() };
  return { store, call, truth, undoing: createUndoing(store, { call } as never, createGate(), truth as never) };
}

test("an act can be taken back for ten seconds and no longer", async () => {
  const { store } = ended(() => Promise.resolve());
  await vi.advanceTimersByTimeAsync(UNDO_MS - 1);
  expect(store.undo.of("t1")).toBeDefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(store.undo.of("t1")).toBeUndefined();
});

test("asked for while the line is down, it is asked again until it is heard", async () => {
  let line = false;
  const back = snapshot([], { headSeq: 1, state: "live" });
  const { store, call, undoing } = ended(() => (line ? Promise.resolve(back) : Promise.reject(Refused.offline())));
  await vi.advanceTimersByTimeAsync(9_000);
  void undoing.undo("t1");
  await vi.advanceTimersByTimeAsync(900);
  line = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.chats.get("t1")!.state).toBe("live");
  expect(call.mock.calls.length).toBeGreaterThan(1);
  expect(store.undo.all.value).toEqual([]);
});

test("a line that stays away is too late, and that is said", async () => {
  const { store, truth, undoing } = ended(() => Promise.reject(Refused.offline()));
  void undoing.undo("t1");
  await vi.advanceTimersByTimeAsync(UNDO_MS + 4_000);
  expect(store.notices.all.value.map(({ text }) => text)).toEqual([store.texts.value.undoTooLate]);
  expect(truth.resume).toHaveBeenCalledWith("t1");
});

test("a second press is no second act", async () => {
  const { call, undoing } = ended(() => new Promise(() => undefined));
  void undoing.undo("t1");
  undoing.last();
  void undoing.undo("t1");
  expect(call).toHaveBeenCalledTimes(1);
});
