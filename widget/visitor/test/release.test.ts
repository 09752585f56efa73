// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { jwt, page } from "./visit";

vi.mock("../services/identity", () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});

test("a page whose files are no more after a release says to reload it, and keeps the question", async () => {
  const { conversation, store, to } = page({}, { jwt: jwt("ada") });
  await conversation.ask("How big is it?");
  expect(store.get().error).toContain("Please reload the page");
  expect([store.get().draft, to("threads")]).toEqual(["How big is it?", []]);
  conversation.stop();
});
