// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { ConsoleSnapshot, ThreadSnapshot } from "../../wire/contracts";
import { createGate } from "../shared/services/gate";
import { createTruth } from "../shared/services/truth";
import { createStore } from "../shared/store";
import { ana, event, me, snapshot } from "./sample";

const leo = { ...me, id: "m2", name: "Leo" };
const status = { available: true, paused: false, seats: 2, busy: 0, charterDue: false, hasWord: false };
const found: ConsoleSnapshot = { me, siteName: "Shop", accent: "", pictureOrigins: ["https://shop.example"], topics: [], languages: ["en", "fr"], roleNames: [], status, offers: [], helpCalls: [], chats: [] };

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("fetch", async () => ({ ok: true, status: 200, json: async () => found }));
});

async function cameBack(thread: ThreadSnapshot) {
  const store = createStore("super-user", "en");
  store.drafts.set("t1", "half an ans");
  const alerts = { offerCame: vi.fn(), offerOver: vi.fn(), questionWaits: vi.fn(), questionGiven: vi.fn(), helpWanted: vi.fn() };
  const truth = createTruth(store, createGate(), alerts, () => ({ call: () => Promise.resolve(thread), tell: vi.fn() }) as never);
  await truth.refresh();
  await new Promise((soon) => setTimeout(soon));
  return store;
}

const parked = (more: Partial<ThreadSnapshot>) => snapshot([event(1, { author: ana })], { state: "parked", responder: null, ...more });

test("a text begun for a parked question that still waits comes back on the list it stands on", async () => {
  expect((await cameBack(parked({}))).chats.get("t1")).toBeUndefined();
});

test("a text begun for a parked question that somebody else answered comes back with what became of it", async () => {
  const store = await cameBack(parked({ outcome: "answered", responder: leo }));
  expect(store.inOrder.value.map((chat) => [chat.threadId, chat.outcome])).toEqual([["t1", "answered"]]);
});

test("whose pictures may be shown is known from the server", async () => {
  expect((await cameBack(parked({}))).pictureOrigins.value).toEqual(["https://shop.example"]);
});
