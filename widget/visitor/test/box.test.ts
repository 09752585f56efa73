// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { message, snapshot, visitor } from "./state";
import { jwt, later, page as open } from "./visit";

const thread = snapshot([message(1, "Q", visitor)]);
const asks = { threads: () => ({ thread, existing: false }), "threads/T1/events": () => thread };

let stop = () => {};

function page(...of: Parameters<typeof open>) {
  const one = open(...of);
  stop = one.conversation.stop;
  return one;
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => stop());

test("what is typed while the server is asked who this is stays, and what was pressed is asked", async () => {
  const { promise, answer } = later<object>();
  const { conversation, store, to } = page({ ...asks, identity: () => promise }, { jwt: jwt("ada") });
  store.set({ draft: "How big is it?" });
  const asked = conversation.ask("How big is it?");
  store.set({ draft: "How big is it? And how heavy?" });
  answer({ token: "ada1", expiresAt: Date.now() + 1_000, threadId: null, isOpen: false });
  await asked;
  await vi.waitFor(() => expect(store.get().thread).toBeTruthy());
  expect(to("threads")[0]!.body.text).toBe("How big is it?");
  expect(store.get().draft).toBe("And how heavy?");
});

test("a question of the shop's page replaces nothing that is half typed", async () => {
  const { conversation, store, to } = page(asks);
  store.set({ draft: "I have a lam" });
  await conversation.ask("Does it come with a bulb?");
  await vi.waitFor(() => expect(store.get().thread).toBeTruthy());
  expect(to("threads")[0]!.body.text).toBe("Does it come with a bulb?");
  expect(store.get().draft).toBe("I have a lam");
  await conversation.ask("Is it heavy?");
  expect(store.get().draft).toBe("I have a lam");
});

test("a question of the shop's page waits in the box of an open conversation", async () => {
  const { conversation, store } = page(asks);
  await conversation.ask("Q");
  await vi.waitFor(() => expect(store.get().thread).toBeTruthy());
  await conversation.ask("Is it heavy?");
  expect(store.get().draft).toBe("Is it heavy?");
});

test("a question of the shop's page that is turned down stands in the box, before what is half typed", async () => {
  const { conversation, store } = page({ threads: () => ({ code: "text_spam" }) });
  store.set({ draft: "I have a lam" });
  await conversation.ask("Cheap!");
  await vi.waitFor(() => expect(store.get().error).toBeTruthy());
  expect(store.get()).toMatchObject({ asking: false, draft: "Cheap!\nI have a lam" });
});
