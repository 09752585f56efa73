// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { makeAsking } from "../services/asking";
import { OFFLINE } from "../services/http";
import { makeMemory } from "../services/memory";
import { makeStore } from "../store/store";
import { message, snapshot, state, visitor } from "./state";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const welcome = { value: { token: "t1" }, refusal: null };
const asked = () => ({ value: { thread: snapshot([message(1, "Q", visitor)]), existing: false }, refusal: null });
const offline = { value: null, refusal: { number: 0, code: OFFLINE, message: "", retryAfter: null } };

type Answer = (path: string) => unknown;

/** One page on which `answer` is the server. */
function page(answer: Answer) {
  const memory = makeMemory("shop", () => {});
  const store = makeStore(state({ draft: "Q" }));
  const posts: [path: string, key?: string][] = [];
  const http = {
    token: memory.get()?.token ?? null,
    post: async (path: string, _: object, key?: string) => {
      posts.push([path, key]);
      return answer(path);
    },
  };
  const door = { shop: { topic: null, product: null }, language: "en", emit: vi.fn() };
  const take = vi.fn();
  const { ask, askAgain } = makeAsking({ door, store, http, memory, asked: vi.fn(), ready: () => true, fail: vi.fn(), take } as never);
  return { ask, askAgain, store, memory, posts, take };
}

const never = new Promise<never>(() => {});

test("who asks is stored before the question leaves, so that the next page is the same visitor", async () => {
  let known: string | null = null;
  const { ask, memory } = page((path) => {
    if (path == "visitors") return welcome;
    known = memory.get()!.token;
    return never;
  });
  void ask("Q");
  await vi.waitFor(() => expect(known).toBe("t1"));
});

test("a question whose page went away is asked from the next one under its old key", async () => {
  const before = page((path) => (path == "visitors" ? welcome : never));
  void before.ask("Q");
  await vi.waitFor(() => expect(before.posts).toHaveLength(2));
  const after = page(asked);
  after.askAgain();
  await vi.waitFor(() => expect(after.take).toHaveBeenCalled());
  expect(after.posts).toEqual([before.posts[1]]);
  expect(page(asked).memory.noted("ask")).toBe(null);
});

test("a lost answer does not ask twice, and other words are another question", async () => {
  const { ask, posts } = page((path) => (path == "visitors" ? welcome : offline));
  await ask("Q");
  await ask("Q");
  await ask("Q, please");
  const keys = posts.slice(1).map(([, key]) => key);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test("what is typed while the question is on its way is still there", async () => {
  const { ask, store, take } = page((path) => {
    if (path == "visitors") return welcome;
    store.set({ draft: "Q\nAnd how heavy is it?" });
    return asked();
  });
  await ask("Q");
  expect(take).toHaveBeenCalled();
  expect(store.get().draft).toBe("And how heavy is it?");
});

test("a shutdown in the middle leaves nothing behind", async () => {
  const gone = page(() => {
    gone.store.set({ asking: false });
    gone.memory.forget();
    return welcome;
  });
  await gone.ask("Q");
  expect(gone.posts).toHaveLength(1);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
});
