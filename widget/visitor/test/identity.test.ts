// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { message, pending, snapshot, visitor } from "./state";
import { jwt, later, never, page as open, type Server } from "./visit";

const DAY = 86_400_000;
const welcome = (token: string, threadId: string | null = null, isOpen = false, expiresAt = Date.now() + DAY) => ({ token, expiresAt, threadId, isOpen });
const thread = (threadId = "T1", state = "waiting") => ({ ...snapshot([{ ...message(1, "Q", visitor), threadId }]), threadId, state });
const asks: Server = { "threads/T1": () => thread(), threads: () => ({ thread: thread(), existing: false }) };
const notValid = { identity: () => ({ code: "identity_not_valid", number: 1012 }) };

let opened: ReturnType<typeof open>[] = [];

function page(...of: Parameters<typeof open>) {
  const one = open(...of);
  opened.push(one);
  return one;
}

/** What an earlier page of this browser left. */
const kept = (visit: object) => localStorage.setItem("community-widget:shop", JSON.stringify({ token: "guest", thread: null, open: false, at: Date.now(), ...visit }));

/** An earlier page, on which this customer was named, and whoever is after them. */
async function named(sub: string, given = welcome(sub + 1)) {
  const answers = [given, welcome("next1")];
  const before = page({ identity: () => answers.shift()!, "threads/T1": ({ body }) => (body.key ? never() : thread()) });
  before.conversation.resume();
  await before.identify(jwt(sub));
  return before;
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  for (const { conversation } of opened) conversation.stop();
  opened = [];
  vi.restoreAllMocks();
});

test("a sign-out is done once: what is asked as a guest afterwards stays", async () => {
  const { conversation, store, identify, tokensLeft, to } = page({ ...asks, identity: () => welcome("ada1") });
  await identify(jwt("ada"));
  await identify(null);
  expect(tokensLeft()).toEqual(["ada1"]);
  await conversation.ask("Q");
  await vi.waitFor(() => expect(store.get().thread?.threadId).toBe("T1"));
  await conversation.identify();
  expect(store.get().thread?.threadId).toBe("T1");
  expect([to("identity").length, tokensLeft()]).toEqual([1, ["ada1"]]);
});

test("a guest on each of whose pages the shop says that nobody is signed in keeps the conversation", async () => {
  kept({ thread: "T1", open: true });
  const { conversation, store, memory, identify, tokensLeft } = page({ "threads/T1": () => thread() });
  conversation.resume();
  store.set({ draft: "half" });
  await identify(null);
  expect(memory.get()).toMatchObject({ token: "guest", thread: "T1" });
  expect([store.get().draft, tokensLeft()]).toEqual(["half", []]);
});

test("who is signed in where the browser stores nothing is signed out there too", async () => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("no", "SecurityError");
  });
  const { memory, identify, tokensLeft } = page({ identity: () => welcome("ada1") });
  await identify(jwt("ada"));
  expect(memory.get()).toMatchObject({ token: "ada1" });
  await identify(null);
  expect([memory.get(), tokensLeft()]).toEqual([null, ["ada1"]]);
});

test("the same customer after twelve hours goes on with what they typed and what was on its way", async () => {
  const before = await named("ada", welcome("ada1", "T1", true, Date.now() - 1));
  await vi.waitFor(() => expect(before.store.get().thread).toBeTruthy());
  before.conversation.send("on its way");
  before.store.set({ draft: "half" });
  const after = page({ identity: () => welcome("ada2", "T1", true), "threads/T1/events": ({ token, body }) => (body.key ? (token == "ada2" ? message(2, body.text, visitor, body.key) : { code: "not_signed_in" }) : thread()) });
  after.door.jwt = jwt("ada", 2_000);
  after.conversation.resume();
  await vi.waitFor(() => expect(after.memory.get()).toMatchObject({ token: "ada2", thread: "T1" }));
  await vi.waitFor(() => expect(after.store.get().pending.filter((one) => !one.sent)).toEqual([]));
  expect(after.store.get().draft).toContain("half");
  expect(after.tokensLeft()).toEqual([]);
});

test("who signs in to the shop finds in the box what they typed as a guest", async () => {
  kept({ thread: "T0" });
  const { conversation, store, identify, memory } = page({ identity: () => welcome("ada1"), "threads/T0": () => thread("T0", "closed") });
  conversation.resume();
  store.set({ draft: "typed as a guest" });
  await identify(jwt("ada"));
  expect(memory.get()).toMatchObject({ token: "ada1", thread: null });
  expect(store.get()).toMatchObject({ draft: "typed as a guest", thread: null });
});

test("what one customer typed is not in the box of the next, on this page, another one or a later one", async () => {
  const { store, identify, tokensLeft } = await named("ada");
  store.set({ draft: "ada's" });
  const other = page({});
  other.conversation.resume();
  expect(other.store.get().draft).toBe("ada's");
  const left = { ...sessionStorage };
  await identify(jwt("bob", 2_000));
  expect([store.get().draft, tokensLeft()]).toEqual(["", ["ada1"]]);
  // As quickly as a tab that did not see the moment between.
  other.conversation.sync();
  expect(other.store.get().draft).toBe("");
  for (const [name, text] of Object.entries(left)) sessionStorage.setItem(name, text as string);
  const next = page({});
  next.conversation.resume();
  expect(next.store.get().draft).toBe("");
});

test("where one customer left a tab, what the next one has on its way from another is still sent", async () => {
  sessionStorage.setItem("community-widget:shop:who", '"ada"');
  sessionStorage.setItem("community-widget:shop:draft", '"ada\'s"');
  kept({ token: "bob1", thread: "T1", open: true, who: { sub: "bob", until: Date.now() + DAY, exp: 1_000 } });
  localStorage.setItem("community-widget:shop:out:k1", JSON.stringify(pending("k1")));
  const { conversation, store } = page({ "threads/T1/events": ({ body }) => (body.key ? never() : thread()) });
  conversation.resume();
  expect(store.get()).toMatchObject({ draft: "", pending: [{ key: "k1" }] });
});

test("a tab whose visit had expired lets go of what was typed when its customer signs out in another", async () => {
  const { conversation, store } = await named("ada");
  store.set({ draft: "ada's" });
  conversation.http.token = "";
  localStorage.clear();
  conversation.sync();
  expect(store.get().draft).toBe("");
});

test("a customer whose visit expired is made a guest by pressing twice only, and keeps what they type then", async () => {
  await named("ada", welcome("ada1", null, false, Date.now() - 1));
  const threads: Server["threads"] = ({ token }) => (token == "guest" ? { thread: thread(), existing: false } : { code: "not_signed_in" });
  const { conversation, store, to } = page({ ...asks, threads });
  conversation.resume();
  await conversation.ask("Q");
  await vi.waitFor(() => expect(store.get().error).toContain("expired"));
  expect([store.get().draft, to("visitors")]).toEqual(["Q", []]);
  await conversation.ask("Q");
  await vi.waitFor(() => expect(store.get().thread?.threadId).toBe("T1"));
  store.set({ draft: "half" });
  const next = page(asks);
  next.conversation.resume();
  expect(next.store.get().draft).toBe("half");
});

test("a customer who asks and has a conversation open elsewhere finds the question in its box", async () => {
  kept({ thread: "T0" });
  const { conversation, store, to } = page({ ...asks, identity: () => welcome("ada1", "T1", true), "threads/T1": () => thread() }, { jwt: jwt("ada") });
  await conversation.ask("How big is it?");
  conversation.sync();
  expect(store.get().draft).toBe("How big is it?");
  expect(to("threads")).toEqual([]);
});

test("a customer whose last conversation has ended asks the next one", async () => {
  const { conversation, store, to } = page({ "threads/T0": never, ...asks, identity: () => welcome("ada1", "T0") }, { jwt: jwt("ada") });
  await conversation.ask("How big is it?");
  await vi.waitFor(() => expect(store.get().thread?.threadId).toBe("T1"));
  expect(to("threads")).toMatchObject([{ token: "ada1", body: { text: "How big is it?" } }]);
});

test("who is signed out while the server is asked who they are is signed out", async () => {
  const { promise, answer } = later<object>();
  const { store, memory, identify, tokensLeft } = page({ identity: () => promise, "threads/T1": () => thread() });
  void identify(jwt("ada"));
  await vi.waitFor(() => import("../services/identity"));
  const out = identify(null);
  answer(welcome("ada1", "T1", true));
  await out;
  expect([memory.get(), store.get().arriving, store.get().thread]).toEqual([null, false, null]);
  expect(tokensLeft()).toEqual(["ada1"]);
});

test("a shutdown while the server is asked who they are stays one", async () => {
  const { promise, answer } = later<object>();
  const { conversation, memory, identify } = page({ identity: () => promise });
  const known = identify(jwt("ada"));
  await vi.waitFor(() => import("../services/identity"));
  conversation.stop();
  answer(welcome("ada1", "T1", true));
  await known;
  expect(memory.get()).toBe(null);
});

test("a page whose token grew too old keeps its visit, tells the shop and says to reload, and a fresh token is taken", async () => {
  await named("ada", welcome("ada1", null, false, Date.now() - 1));
  let answer: object = notValid.identity();
  const told = () => emit.mock.calls.filter(([event]) => event == "unavailable").length;
  const { store, memory, emit, identify } = page({ identity: () => answer });
  memory.set({ token: "ada1", thread: null, open: false });
  store.set({ draft: "half" });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await identify(jwt("ada", 1_001));
  await vi.waitFor(() => expect(store.get().error).toContain("reload"));
  expect(emit).toHaveBeenCalledWith("unavailable", { reason: "identity_not_valid" });
  expect(memory.get()).toMatchObject({ token: "ada1" });
  // Whose keys are wrong is not asked for ever new words.
  await identify(jwt("ada", 1_002));
  expect(told()).toBe(1);
  answer = welcome("ada2");
  await identify(jwt("ada", 2_000));
  expect(memory.get()).toMatchObject({ token: "ada2" });
  expect(store.get()).toMatchObject({ draft: "half", error: null });
});

test("where only customers may ask, a customer whose token grew too old is not told to sign in", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const { conversation, store } = page({ ...notValid, visitors: () => ({ code: "identity_required", number: 1011 }) }, { jwt: jwt("ada", 1_003) });
  await conversation.ask("Q");
  await vi.waitFor(() => expect(store.get()).toMatchObject({ asking: false, draft: "Q" }));
  await vi.waitFor(() => expect(store.get().error).toContain("reload"));
  expect(store.get().error).not.toContain("Sign in");
});

test("an older word of the shop's does not sign out whom a newer one named", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await (await named("ada")).identify(jwt("bob", 2_000));
  const { memory, identify, to, tokensLeft } = page({});
  const before = memory.get();
  await identify(jwt("ada", 1_999));
  expect(memory.get()).toEqual(before);
  expect([to("identity"), tokensLeft()]).toEqual([[], []]);
});

test("a late refusal of the token that was ours ends nothing of the new one", async () => {
  const { promise, answer } = later<object>();
  await named("ada", welcome("ada1", "T1", true, Date.now() - 1));
  const { conversation, store, memory } = page({ identity: () => welcome("ada2", "T1", true), "threads/T1": () => promise }, { jwt: jwt("ada", 2_000) });
  const old = conversation.http;
  conversation.resume();
  const looked = old.get("threads/T1/events?after=0");
  await vi.waitFor(() => expect(memory.get()).toMatchObject({ token: "ada2" }));
  answer({ code: "not_signed_in", number: 1001 });
  expect((await looked).refusal?.code).toBe("offline");
  expect(store.get()).toMatchObject({ arriving: true, error: null });
});
