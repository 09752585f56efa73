import { expect, test, vi } from "vitest";
import { createDrafts } from "../shared/store/drafts";
import { createKept } from "../shared/store/kept";
import { createOutbox } from "../shared/store/outbox";
import { memoryStorage } from "./memoryStorage";

const draftsOf = (storage: Storage, owner = "maya") => createDrafts(createKept(owner, () => storage));

test("a draft per thread outlives the page, and is shown to nobody else", () => {
  const storage = memoryStorage();
  const before = draftsOf(storage);
  before.set("t1", "half a sen");
  before.set("t2", "other");
  before.set("t2", "");
  const after = draftsOf(storage);
  expect([after.get("t1"), after.get("t2")]).toEqual(["half a sen", ""]);
  expect(draftsOf(storage, "leo").get("t1")).toBe("");
});

test("two tabs do not overwrite each other's drafts", () => {
  const storage = memoryStorage();
  const [one, other] = [draftsOf(storage), draftsOf(storage)];
  one.set("t1", "in one");
  other.set("t2", "in the other");
  const after = draftsOf(storage);
  expect([after.get("t1"), after.get("t2")]).toEqual(["in one", "in the other"]);
});

test.each(["SecurityError", "QuotaExceededError"])("a browser that refuses storage (%s) still keeps drafts in memory, and it is known", (name) => {
  const kept = createKept("maya", () => {
    throw new DOMException("no", name);
  });
  const drafts = createDrafts(kept);
  drafts.set("t1", "kept");
  expect(drafts.get("t1")).toBe("kept");
  expect(kept.refused.value).toBe(true);
});

test("storage that fills up while writing is said, and said no more once there is room", () => {
  const storage = memoryStorage();
  const kept = createKept("maya", () => storage);
  const full = vi.spyOn(storage, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  kept.put("draft.t1", "a");
  expect(kept.refused.value).toBe(true);
  full.mockRestore();
  kept.put("draft.t1", "ab");
  expect(kept.refused.value).toBe(false);
});

test("text given back stands before what was typed meanwhile", () => {
  const drafts = draftsOf(memoryStorage());
  drafts.set("t1", "new");
  drafts.giveBack("t1", "old");
  expect(drafts.get("t1")).toBe("old\nnew");
});

test("what nobody came back for in a week, or cannot be read, is forgotten", () => {
  const storage = memoryStorage();
  storage.setItem("community-widget.kept.maya.draft.old", JSON.stringify({ at: Date.now() - 8 * 24 * 3_600_000, value: "x" }));
  storage.setItem("community-widget.kept.maya.draft.broken", "{");
  expect(draftsOf(storage).all.value).toEqual({});
  expect(storage.length).toBe(0);
});

test("signing out leaves nothing on the device", () => {
  const storage = memoryStorage();
  const kept = createKept("maya", () => storage);
  createDrafts(kept).set("t1", "secret");
  createOutbox(kept).put("t1", { key: "k", text: "secret", at: 1, failed: null });
  kept.clear();
  expect(storage.length).toBe(0);
});

test("messages on their way outlive the page in their order, and nobody claims to know that they arrived", () => {
  const storage = memoryStorage();
  const before = createOutbox(createKept("maya", () => storage));
  before.put("t1", { key: "k2", text: "second", at: 2, failed: null });
  before.put("t1", { key: "k1", text: "first", at: 1, failed: "text_too_long" });
  before.put("t2", { key: "k3", text: "gone", at: 3, failed: null });
  before.drop("t2", "k3");
  const after = createOutbox(createKept("maya", () => storage));
  expect(after.of("t1").map(({ key, failed }) => [key, failed])).toEqual([["k1", "text_too_long"], ["k2", "offline"]]);
  expect(after.threads()).toEqual(["t1"]);
});
