import { expect, test } from "vitest";
import { pauseBefore } from "../shared/services/backoff";
import { createGate } from "../shared/services/gate";

test("pauses double from half a second to ten, and spread", () => {
  expect([0, 1, 2, 9].map((attempt) => pauseBefore(attempt, () => 1))).toEqual([500, 1_000, 2_000, 10_000]);
  expect(pauseBefore(0, () => 0)).toBe(250);
});

test("news pushed while the truth is fetched is applied after it", async () => {
  const gate = createGate();
  const seen: string[] = [];
  let answer!: (truth: string) => void;
  const fetching = gate.fetch(() => new Promise<string>((resolve) => (answer = resolve)), (truth) => seen.push(truth));
  gate.push(() => seen.push("pushed"));
  answer("truth");
  await fetching;
  gate.push(() => seen.push("later"));
  expect(seen).toEqual(["truth", "pushed", "later"]);
});

test("a fetch that fails lets the news through", async () => {
  const gate = createGate();
  const seen: string[] = [];
  const fetching = gate.fetch(() => Promise.reject(new Error("away")), () => undefined);
  gate.push(() => seen.push("pushed"));
  await expect(fetching).rejects.toThrow();
  expect(seen).toEqual(["pushed"]);
});
