// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import type { ConsoleSnapshot } from "../../wire/contracts";
import type { Store } from "../shared/store";
import { startSession } from "../shared/services/session";
import { me } from "./sample";

vi.mock("../shared/services/connection", () => ({
  keepConnected(store: Store) {
    store.line.value = "live";
    return { call: () => Promise.resolve(null), tell: vi.fn() };
  },
}));

const told = { available: true, paused: false, seats: 2, busy: 0, charterDue: false, hasWord: false };
const found = (paused: boolean): ConsoleSnapshot => ({
  me, siteName: "Shop", accent: "", pictureOrigins: [], topics: [], languages: ["en"], roleNames: [], status: { ...told, available: !paused, paused }, offers: [], helpCalls: [], chats: [],
});

test("who was set to away, and was not told, sees it within five minutes", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", async () => ({ ok: true, status: 200, json: async () => found(true) }));
  const { store } = startSession("super-user", "/hubs/super-user", "en", "me");
  store.status.value = told;

  await vi.advanceTimersByTimeAsync(5 * 60_000 + 1_000);

  expect(store.status.value).toMatchObject({ available: false, paused: true });
  vi.useRealTimers();
});
