import { expect, test } from "vitest";
import { createDrafts } from "../shared/store/drafts";

function memoryStorage(): Storage {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) } as unknown as Storage;
}

test("a draft per thread outlives the page", () => {
  const storage = memoryStorage();
  const before = createDrafts(() => storage);
  before.set("t1", "half a sen");
  before.set("t2", "other");
  before.set("t2", "");
  const after = createDrafts(() => storage);
  expect([after.get("t1"), after.get("t2")]).toEqual(["half a sen", ""]);
});

test("a browser that forbids storage still keeps drafts in memory", () => {
  const drafts = createDrafts(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  drafts.set("t1", "kept");
  expect(drafts.get("t1")).toBe("kept");
});

test("text given back stands before what was typed meanwhile", () => {
  const drafts = createDrafts(memoryStorage);
  drafts.set("t1", "new");
  drafts.giveBack("t1", "old");
  expect(drafts.get("t1")).toBe("old\nnew");
});
