// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { Doorway } from "../../loader/doorway";
import { makeConversation } from "../services/conversation";
import { makeMemory } from "../services/memory";
import { makeStore } from "../store/store";
import { maya, message, snapshot, state, status, visitor } from "./state";

const answered = () => ({
  ...snapshot([message(1, "Q", visitor), status(2, "parked", "parked", "parked"), status(3, "parked", "parked", "answered", maya), message(4, "A")]),
  state: "parked",
  responder: maya,
});

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", "/lamp?colour=red#community-widget:secret");
});

/** A page of the shop whose server answers as told. */
function page(opened: { status: number; body: object }) {
  const asked: [path: string, token: string | undefined][] = [];
  vi.stubGlobal("fetch", async (url: string, { headers }: { headers: Record<string, string> }) => {
    asked.push([url.replace("http://chat.example/api/", ""), headers["X-Visitor"]]);
    const { status, body } = url.endsWith("mail/open") ? opened : url.includes("/events") ? { status: 200, body: answered() } : { status: 503, body: { code: "storage_away" } };
    return new Response(JSON.stringify(body), { status });
  });
  const emit = vi.fn();
  const memory = makeMemory("shop", () => {});
  const store = makeStore(state());
  const door = { base: "http://chat.example/", site: "shop", emit, shop: {} } as unknown as Doorway;
  const conversation = makeConversation(door, store, memory, () => {});
  return { conversation, memory, store, emit, asked };
}

const pass = { status: 200, body: { threadId: "T1", token: "pass" } };

test("a mail's link is exchanged, leaves the address, and the answer is there and told to the shop", async () => {
  const { conversation, memory, store, emit, asked } = page(pass);
  await conversation.comeBack("secret");
  expect(location.pathname + location.search + location.hash).toBe("/lamp?colour=red");
  await vi.waitFor(() => expect(store.get().events).toHaveLength(4));
  expect(asked.find(([path]) => path.includes("/events"))).toEqual(["threads/T1/events?after=0", "pass"]);
  expect(memory.get()).toMatchObject({ token: "pass", thread: "T1", open: true });
  expect(emit).toHaveBeenCalledWith("answeredLater", { threadId: "T1" });
  conversation.stop();
});

test("what else goes on in this browser stays what its next page opens", async () => {
  localStorage["community-widget:shop"] = JSON.stringify({ token: "other", thread: "T9", open: true, at: Date.now() });
  const { conversation, memory, store } = page(pass);
  await conversation.comeBack("secret");
  await vi.waitFor(() => expect(store.get().thread?.threadId).toBe("T1"));
  expect(memory.get()).toMatchObject({ token: "pass" });
  expect(JSON.parse(localStorage["community-widget:shop"])).toMatchObject({ token: "other", thread: "T9" });
});

test("a link that is too old says so and shows the first screen", async () => {
  const { conversation, store } = page({ status: 410, body: { code: "link_not_valid", number: 1007 } });
  await conversation.comeBack("secret");
  await vi.waitFor(() => expect(store.get().error).toContain("does not work any more"));
  expect(store.get()).toMatchObject({ arriving: false, thread: null });
  expect(location.hash).toBe("");
});
