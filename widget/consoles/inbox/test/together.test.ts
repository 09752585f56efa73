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
/** No answer comes. */
let offline: boolean;

const many = (n: number) => Array.from({ length: n }, (_, at) => `t${at}`);
const idOf = (thread: SeenThread | string) => (typeof thread === "string" ? thread : thread.threadId);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("location", new URL("http://localhost/inbox"));
  vi.stubGlobal("document", { visibilityState: "visible" });
  [asked, refusal, awayAfter, offline] = [[], () => null, Infinity, false];
  vi.stubGlobal("fetch", async (path: string, { body }: { body: string }) => {
    const { threads } = JSON.parse(body) as { threads: (SeenThread | string)[] };
    if (offline) throw new TypeError("no line");
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
  const together = createTogether({ store, truth: { refresh: async () => undefined } as never }, inbox);
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

test("what has ended is ended no second time: it cannot be chosen, and is left out where it was", async () => {
  const { together, inbox, chosen } = desk(0);
  const over = row("over", { state: "closed", outcome: "ended" });
  inbox.list.received([row("t0"), row("t1"), over], null);
  together.chooseAll();
  together.choose("over");
  expect(chosen()).toEqual(["t0", "t1"]);
  inbox.list.received([row("t0"), row("t1", { state: "closed" }), over], null);
  await together.end();
  expect(asked[0]!.threads.map(idOf)).toEqual(["t0"]);
});

test("what somebody else ended meanwhile is not counted as ended, and said to have been", async () => {
  refusal = (id) => (id === "t1" ? "thread_closed" : null);
  const { store, together, inbox } = desk(2);
  together.chooseAll();
  await together.end();
  expect(inbox.ended.value).toEqual(["t0"]);
  expect(store.notices.all.value.at(-1)?.text).toContain("ended that already");
});

/** So many ended, and taken back while no answer comes. */
async function takenBackWithoutLine(shown: number) {
  const at = desk(shown);
  at.together.chooseAll();
  await at.together.end();
  offline = true;
  void at.together.undoEnd();
  await vi.advanceTimersByTimeAsync(1_000);
  return { ...at, undone: () => asked.filter((one) => one.path.endsWith("undo-end")).flatMap((one) => one.threads) };
}

test("taken back while the line blinks, it is asked again until it is heard", async () => {
  const { inbox, undone } = await takenBackWithoutLine(2);
  expect(inbox.ended.value).toEqual(["t0", "t1"]);
  offline = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(undone()).toEqual(["t0", "t1"]);
  expect(inbox.ended.value).toEqual([]);
});

test("of several parts only those nobody answered are asked again", async () => {
  const { together, inbox } = desk(150);
  together.chooseAll();
  await together.end();
  const answers = fetch;
  let calls = 0;
  vi.stubGlobal("fetch", (...what: Parameters<typeof fetch>) => (++calls === 2 ? Promise.reject(new TypeError("no line")) : answers(...what)));
  void together.undoEnd();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.slice(2).map((one) => one.threads.length)).toEqual([100, 50]);
  expect(inbox.ended.value).toEqual([]);
});

test("a line that stays away is too late, and that is said", async () => {
  const { store, inbox } = await takenBackWithoutLine(1);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(store.notices.all.value.map(({ text }) => text)).toEqual([store.texts.value.undoTooLate]);
  expect(inbox.ended.value).toEqual([]);
});

test("what the server could not take back just now can be tried again, as long as there is time", async () => {
  const { store, together, inbox } = desk(1);
  together.chooseAll();
  await together.end();
  awayAfter = 1;
  await together.undoEnd();
  expect(store.notices.all.value).toHaveLength(1);
  expect(inbox.ended.value).toEqual(["t0"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(inbox.ended.value).toEqual([]);
});
