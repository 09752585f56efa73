import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SeenThread, ThreadOutcome } from "../../../wire/contracts";
import { createStore } from "../../shared/store";
import { createTogether } from "../services/together";
import { createInbox } from "../store/inbox";
import { row } from "./sample";

let asked: { path: string; threads: (SeenThread | string)[] }[];
/** What the server says of one thread; null: it is done. */
let refusal: (id: string) => string | null;
/** After so many calls it is away. */
let awayAfter: number;

const many = (n: number) => Array.from({ length: n }, (_, at) => `t${at}`);
const idOf = (thread: SeenThread | string) => (typeof thread === "string" ? thread : thread.threadId);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("location", new URL("http://localhost/inbox"));
  vi.stubGlobal("document", { visibilityState: "visible" });
  [asked, refusal, awayAfter] = [[], () => null, Infinity];
  vi.stubGlobal("fetch", async (path: string, { body }: { body: string }) => {
    const { threads } = JSON.parse(body) as { threads: (SeenThread | string)[] };
    if (asked.length >= awayAfter) return { ok: false, status: 503, json: async () => ({ code: "storage_away" }) };
    asked.push({ path, threads });
    const outcomes: ThreadOutcome[] = threads.map((thread) => ({ threadId: idOf(thread), refusal: refusal(idOf(thread)) ? { code: refusal(idOf(thread))! } : null }) as ThreadOutcome);
    return { ok: true, status: 200, json: async () => outcomes };
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function desk(shown: number) {
  const store = createStore("agent", "en");
  const inbox = createInbox(store);
  inbox.list.received(many(shown).map((id, at) => row(id, { fence: at })), null);
  const together = createTogether({ store, truth: { refresh: vi.fn() } as never }, inbox);
  return { store, inbox, together, chosen: () => inbox.picked.value.map((line) => line.threadId) };
}

test("everything shown is chosen at once, and ended in parts the server takes", async () => {
  const { together, inbox, chosen } = desk(250);
  together.chooseAll();
  await together.end();
  expect(asked.map((one) => [one.path, one.threads.length])).toEqual([["/api/inbox/end", 100], ["/api/inbox/end", 100], ["/api/inbox/end", 50]]);
  expect(asked[2]!.threads[49]).toEqual({ threadId: "t249", fence: 249 });
  expect(inbox.ended.value).toEqual(many(250));
  expect(chosen()).toEqual([]);
});

test("all of it is taken back in the same parts, within ten seconds of the first", async () => {
  const { together, inbox } = desk(150);
  together.chooseAll();
  await together.end();
  await together.undoEnd();
  expect(asked.slice(2).map((one) => [one.path, one.threads.length])).toEqual([["/api/inbox/undo-end", 100], ["/api/inbox/undo-end", 50]]);
  together.chooseAll();
  await together.end();
  vi.advanceTimersByTime(10_000);
  expect(inbox.ended.value).toEqual([]);
});

test("a part that could not be sent stays chosen, what was ended before it can be taken back", async () => {
  awayAfter = 1;
  const { store, together, inbox, chosen } = desk(150);
  together.chooseAll();
  await together.end();
  expect(inbox.ended.value).toEqual(many(100));
  expect(chosen()).toEqual(many(150).slice(100));
  expect(store.notices.all.value.at(-1)?.text).toContain("50 questions could not be ended");
  expect(inbox.ending.value).toBeNull();
});

test("what is refused stays chosen with its reason", async () => {
  refusal = (id) => (id === "t1" ? "already_taken" : null);
  const { store, together, inbox, chosen } = desk(3);
  together.chooseAll();
  await together.end();
  expect(inbox.ended.value).toEqual(["t0", "t2"]);
  expect(chosen()).toEqual(["t1"]);
  expect(store.notices.all.value.at(-1)?.text).toContain("1 question could not be ended");
});

test("a line that left the list is no longer among what is chosen", async () => {
  const { together, inbox, chosen } = desk(2);
  together.choose("t0");
  together.choose("t1");
  inbox.list.received([row("t1")], null);
  expect(chosen()).toEqual(["t1"]);
  await together.end();
  expect(asked[0]!.threads.map(idOf)).toEqual(["t1"]);
});
