import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inARow, SPREAD_MS } from "../shared/services/inARow";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A question whose answers come when the test says so. */
function asked() {
  const answers: (() => void)[] = [];
  const ask = vi.fn(() => new Promise<void>((answer) => answers.push(answer)));
  return { ask, row: inARow(ask), answer: () => answers.shift()!() };
}

test("what everybody hears at once is asked for by each at a moment of its own, within a second", async () => {
  const consoles = Array.from({ length: 200 }, asked);
  consoles.forEach(({ row }) => row.spread());
  const askedUntil = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return consoles.filter(({ ask }) => ask.mock.calls.length > 0).length;
  };
  const half = await askedUntil(SPREAD_MS / 2);
  expect(half).toBeGreaterThan(50);
  expect(half).toBeLessThan(150);
  expect(await askedUntil(SPREAD_MS / 2)).toBe(200);
});

test("many words are one question, and never two at a time", async () => {
  const { ask, row, answer } = asked();
  for (let word = 0; word < 20; word++) row.spread();
  await vi.advanceTimersByTimeAsync(SPREAD_MS);
  expect(ask).toHaveBeenCalledTimes(1);

  for (let word = 0; word < 20; word++) row.spread();
  await vi.advanceTimersByTimeAsync(5 * SPREAD_MS);
  expect(ask).toHaveBeenCalledTimes(1);

  // What changed while it was asked may not be in the answer.
  answer();
  await vi.advanceTimersByTimeAsync(SPREAD_MS);
  expect(ask).toHaveBeenCalledTimes(2);
  answer();
  await vi.advanceTimersByTimeAsync(5 * SPREAD_MS);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("who acted themselves waits for no moment of their own", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.99);
  const { ask, row } = asked();
  row.spread();
  row.soon();
  await vi.advanceTimersByTimeAsync(150);
  expect(ask).toHaveBeenCalledTimes(1);
});

test("an answer that never came is no end of asking", async () => {
  const ask = vi.fn(() => Promise.reject(new Error("offline")));
  const row = inARow(ask);
  row.soon();
  await vi.advanceTimersByTimeAsync(150);
  row.soon();
  await vi.advanceTimersByTimeAsync(150);
  expect(ask).toHaveBeenCalledTimes(2);
});
