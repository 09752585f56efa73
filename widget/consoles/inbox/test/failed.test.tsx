// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AskIn } from "../../shared/components/AskIn";
import { ask } from "../../shared/services/api";
import { button, happens } from "../../test/drawn";
import { event, snapshot } from "../../test/sample";
import { HandSheet } from "../components/HandSheet";
import { Questions } from "../components/Questions";
import { anInbox, drawnAt } from "./drawn";

/** What the server says of who could come; null: it cannot say. */
let people: unknown[] | null;
const kim = { who: { id: "m2", name: "Kim", kind: "agent", since: null }, topics: [], free: 1 };

beforeEach(() => {
  localStorage.clear();
  people = null;
  vi.stubGlobal("fetch", async () => ({ ok: people !== null, status: people ? 200 : 503, json: async () => people ?? { code: "storage_away" } }));
});
afterEach(() => void vi.unstubAllGlobals());

const settles = () => happens(() => new Promise((done) => setTimeout(done)));

async function opened(of: "hand" | "ask in") {
  const at = anInbox();
  at.store.chats.snapshot(snapshot([event(1)]));
  const calls = { helpers: () => ask("/api/threads/t1/helpers") };
  const root = await drawnAt({ ...at, desk: {}, calls }, of === "hand" ? <HandSheet threadId="t1" /> : <AskIn chat={at.store.chats.get("t1")!} />);
  if (of === "ask in") await happens(() => button(root, "Ask someone in+")!.click());
  await settles();
  return root;
}

test.each(["hand", "ask in"] as const)("who could come, asked in vain (%s), is not nobody: why is said, and another try shows them", async (of) => {
  const root = await opened(of);
  expect(root.querySelector("[role=alert]")!.textContent).toContain("We could not save that just now");
  expect(root.textContent).not.toContain("Nobody else");
  people = [kim];
  const retry = button(root, "Retry")!;
  retry.focus();
  await happens(() => retry.click());
  await settles();
  expect(root.querySelector("[role=alert]")).toBeNull();
  expect(root.textContent).toContain("Kim");
  // Whoever pressed it is still in the window.
  expect(document.activeElement!.textContent).toContain("Kim");
});

test.each(["hand", "ask in"] as const)("where nobody could come (%s), that is said", async (of) => {
  people = [];
  expect((await opened(of)).textContent).toContain("Nobody else is available right now");
});

test("a list that could not be read says so where its lines would stand", async () => {
  const at = anInbox();
  at.inbox.failed.value = "storage_away";
  const refresh = vi.fn(async () => undefined);
  const root = await drawnAt({ ...at, desk: {}, together: {}, watching: { refresh } }, <Questions />);
  expect(root.querySelector(".failed")!.textContent).toContain("We could not save that just now");
  await happens(() => button(root, "Retry")!.click());
  expect(refresh).toHaveBeenCalled();
});
