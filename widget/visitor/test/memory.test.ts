// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeMemory, type Kept } from "../services/memory";

const visit: Omit<Kept, "at"> = { token: "t", thread: "T1", open: true };
const quiet = () => expect.unreachable("nothing was refused");

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("what one page keeps the next one finds, and another tab what is everybody's", () => {
  const page = makeMemory("shop", quiet);
  page.set(visit);
  page.send("k1", { text: "on its way" });
  page.note("draft", "half a sen");
  const next = makeMemory("shop", quiet);
  expect(next.get()).toMatchObject(visit);
  expect(next.unsent()).toEqual([{ text: "on its way" }]);
  expect(next.noted("draft")).toBe("half a sen");
  page.send("k1", null);
  page.note("draft", "");
  expect([next.unsent(), next.noted("draft")]).toEqual([[], null]);
});

test("what another page changed meanwhile counts", () => {
  const page = makeMemory("shop", quiet);
  page.set(visit);
  makeMemory("shop", quiet).set({ ...visit, thread: "T2" });
  expect(page.get()!.thread).toBe("T2");
});

test("forgetting leaves nothing of ours, and what is not ours alone", () => {
  localStorage.setItem("community-widget:shop2", "another site's");
  localStorage.setItem("theirs", "the shop's own");
  const page = makeMemory("shop", quiet);
  page.set(visit);
  page.send("k1", { text: "on its way" });
  page.note("ask", { text: "asked" });
  page.forget();
  expect(Object.keys(localStorage)).toEqual(["community-widget:shop2", "theirs"]);
  expect(Object.keys(sessionStorage)).toEqual([]);
  expect(page.get()).toBe(null);
});

test("after thirty idle days nothing is known any more", () => {
  vi.useFakeTimers();
  const page = makeMemory("shop", quiet);
  page.set(visit);
  page.send("k1", { text: "on its way" });
  vi.setSystemTime(Date.now() + 31 * 86_400_000);
  expect(makeMemory("shop", quiet).get()).toBe(null);
  expect(Object.keys(localStorage)).toEqual([]);
});

test("a spoilt entry is none", () => {
  localStorage.setItem("community-widget:shop", "{");
  expect(makeMemory("shop", quiet).get()).toBe(null);
});

test.each([
  ["refused", refuse],
  ["full", () => ({ getItem: () => null, setItem: refuse })],
  ["one that takes everything and keeps nothing", () => ({ getItem: () => null, setItem: () => {} })],
])("storage that is %s: the page remembers by itself and says so once", (_, storage) => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(storage as unknown as () => Storage);
  const refused = vi.fn();
  const page = makeMemory("shop", refused);
  page.set(visit);
  page.send("k1", { text: "on its way" });
  page.set({ ...visit, thread: "T2" });
  expect(page.get()!.thread).toBe("T2");
  expect(refused).toHaveBeenCalledTimes(1);
});

function refuse(): never {
  throw new DOMException("no", "SecurityError");
}
