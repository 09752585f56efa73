// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { createGate } from "../shared/services/gate";
import { createPushes } from "../shared/services/pushes";
import { createStore } from "../shared/store";
import { event, me, offer, snapshot } from "./sample";

const truth = { resume: vi.fn(), resumeAll: vi.fn(), waiting: vi.fn(), waitingChanged: vi.fn(), refresh: vi.fn(), look: vi.fn() };
const alerts = { offerCame: vi.fn(), offerOver: vi.fn(), questionWaits: vi.fn(), questionGiven: vi.fn(), helpWanted: vi.fn() };

function started() {
  const store = createStore("super-user", "en");
  store.me.value = me;
  store.status.value = { available: true, paused: false, seats: 2, busy: 0, charterDue: false, hasWord: false };
  store.chats.snapshot(snapshot([event(1)]));
  const pushes = createPushes(store, createGate(), truth as never, alerts);
  return { store, pushed: (method: Parameters<typeof pushes>[0], body?: unknown) => pushes(method, body as never) };
}

beforeEach(() => vi.clearAllMocks());

test("a missing number in a thread is asked for", () => {
  const { store, pushed } = started();
  pushed("Event", event(2));
  expect(truth.resume).not.toHaveBeenCalled();
  pushed("Event", event(4));
  expect(truth.resume).toHaveBeenCalledWith("t1");
  expect(store.chats.get("t1")!.events).toHaveLength(2);
});

test("news of a conversation that another tab accepted brings it here", () => {
  const { pushed } = started();
  pushed("Event", event(1, { threadId: "t2" }));
  expect(truth.look).toHaveBeenCalled();
});

test("a new offer is announced once", () => {
  const { pushed } = started();
  pushed("OfferMade", offer("a"));
  pushed("OfferMade", offer("a"));
  expect(alerts.offerCame).toHaveBeenCalledTimes(1);
});

test("an offer that left because we did is not blamed on someone faster", () => {
  const { store, pushed } = started();
  pushed("OfferMade", offer("a"));
  pushed("StatusChanged", { available: false, paused: false, seats: 2, busy: 0, charterDue: false, hasWord: false });
  pushed("OfferEnded", { offerId: "a", reason: "rescinded" });
  expect(store.offers.all.value[0]!.ended).toBe("away");
});

test("a visitor who writes is shown until the message comes", () => {
  const { store, pushed } = started();
  pushed("Typing", { threadId: "t1", who: event(1).author });
  expect(store.typing.all.value.has("t1")).toBe(true);
  pushed("Event", event(2));
  expect(store.typing.all.value.has("t1")).toBe(false);
});

test("seen only ever grows", () => {
  const { store, pushed } = started();
  pushed("Seen", { threadId: "t1", seq: 4, byVisitor: true });
  pushed("Seen", { threadId: "t1", seq: 2, byVisitor: true });
  expect(store.chats.get("t1")!.visitorSeen).toBe(4);
});

test("a push that only a newer server knows is passed over", () => {
  const { pushed } = started();
  expect(() => pushed("Confetti" as never, { threadId: "t1" })).not.toThrow();
});

test("a word that everybody hears is not answered by everybody at once", () => {
  const { pushed } = started();
  pushed("WaitingChanged");
  expect(truth.waitingChanged).toHaveBeenCalledTimes(1);
  expect(truth.waiting).not.toHaveBeenCalled();
});
