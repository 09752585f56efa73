import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { InboxPage } from "../../../wire/contracts";
import { createStore } from "../../shared/store";
import { createWatching } from "../services/watching";
import { createInbox } from "../store/inbox";
import { row } from "./sample";

const page = (version: number, ...ids: string[]): InboxPage => ({ version, now: Date.now(), targetMs: 60_000, rows: ids.map((id, at) => row(id, { askedAt: at })), next: null });
let answer: InboxPage;
/** In place of the one answer, by what is asked. */
let answers: ((path: string) => InboxPage) | null;
let became = row("a");
let lists = 0;
let unassigned = 0;
let given = 0;
const toUs = vi.fn();
/** Of lists, the server says why not. */
let away = false;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("location", new URL("http://localhost/inbox"));
  vi.stubGlobal("document", { visibilityState: "visible" });
  [lists, unassigned, given, away] = [0, 0, 0, false];
  toUs.mockClear();
  answers = null;
  vi.stubGlobal("fetch", async (path: string) => {
    if (away && path.startsWith("/api/inbox?")) return { ok: false, status: 503, json: async () => ({ code: "storage_away" }) };
    const body = path === "/api/inbox/a" ? { row: became } : /^\/api\/inbox(\/search)?\?/.test(path) ? (lists++, answers?.(path) ?? answer) : path.endsWith("/head") ? { version: answer.version, unassigned, given, mine: 0, snoozed: 0 } : [];
    return { ok: true, status: 200, json: async () => body };
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function watched(first: InboxPage) {
  const store = createStore("agent", "en");
  const inbox = createInbox(store);
  answer = first;
  const watching = createWatching({ store, alerts: { questionWaits: () => undefined, questionGiven: toUs } as never }, inbox);
  await watching.refresh();
  const heard = async (version: number, id: string, more = {}) => {
    store.inbox.heard({ version, row: row(id, more) });
    await vi.advanceTimersByTimeAsync(1_000);
  };
  return { heard, store, inbox, watching, list: inbox.list, shown: () => inbox.list.lines.value!.map((line) => line.row.threadId) };
}

test("changes follow the snapshot one by one; what is older is no news", async () => {
  const { heard, shown } = await watched(page(7, "a", "b"));
  await heard(8, "c", { askedAt: 5 });
  expect(shown()).toEqual(["a", "b", "c"]);
  await heard(7, "a", { state: "closed" });
  expect(shown()).toEqual(["a", "b", "c"]);
  expect(lists).toBe(1);
});

test("a gap fetches the list anew", async () => {
  const { heard, shown } = await watched(page(7, "a", "b"));
  answer = page(9, "b", "z");
  await heard(9, "z");
  expect(shown()).toEqual(["b", "z"]);
  expect(lists).toBe(2);
});

test("a lost last change shows by the head", async () => {
  const { heard, shown } = await watched(page(7, "a"));
  await heard(8, "b", { askedAt: 5 });
  answer = page(9, "b");
  await heard(8, "b", { askedAt: 5 });
  await vi.advanceTimersByTimeAsync(31_000);
  expect(shown()).toEqual(["b"]);
});

test("a line that left while the list was fetched anew under a hand says why: by the change that comes late", async () => {
  const { heard, list } = await watched(page(7, "a", "b"));
  list.hold(true);
  answer = page(9, "b");
  await heard(9, "b");
  await heard(8, "a", { state: "live" });
  expect(list.lines.value!.map(({ row, gone }) => [row.threadId, row.state, gone])).toEqual([["a", "live", true], ["b", "waiting", false]]);
});

test("and by asking, where no change comes", async () => {
  const { heard, list } = await watched(page(7, "a", "b"));
  list.hold(true);
  [answer, became] = [page(9, "b"), row("a", { state: "closed" })];
  await heard(9, "b");
  expect(list.lines.value![0]).toMatchObject({ gone: true, row: { state: "closed" } });
});

test("a reader who went far down keeps every line when the list is read anew", async () => {
  const ids = Array.from({ length: 450 }, (_, at) => `t${at}`);
  const { heard, list } = await watched(page(7, ...ids));
  answers = (path) => {
    const asked = new URL(path, "http://localhost").searchParams;
    const from = Number(asked.get("after") ?? 0);
    const rows = page(9, ...ids.slice(from, from + Number(asked.get("limit")))).rows;
    return { ...page(9), rows, next: from + rows.length < ids.length ? String(from + rows.length) : null };
  };
  await heard(9, "t0");
  expect(list.lines.value).toHaveLength(450);
  expect(lists).toBe(4);
});

test("another view starts with nothing chosen", async () => {
  const { inbox } = await watched(page(7, "a"));
  inbox.chosen.value = new Set(["a"]);
  inbox.view.value = "all";
  await vi.advanceTimersByTimeAsync(1_000);
  inbox.view.value = "unassigned";
  await vi.advanceTimersByTimeAsync(1_000);
  expect(inbox.picked.value).toEqual([]);
});

test("a view that could not be read is not an empty one: why is known, until another try goes well", async () => {
  const { inbox, list, watching } = await watched(page(7, "a"));
  away = true;
  inbox.view.value = "all";
  await vi.advanceTimersByTimeAsync(1_000);
  expect([list.lines.value, inbox.failed.value]).toEqual([null, "storage_away"]);
  away = false;
  await watching.refresh();
  expect([list.lines.value?.length, inbox.failed.value]).toEqual([1, null]);
});

test("a list that stands stays as it is where it could not be read anew", async () => {
  const { heard, inbox, shown } = await watched(page(7, "a"));
  away = true;
  await heard(9, "b");
  expect([shown(), inbox.failed.value]).toEqual([["a"], null]);
});

test("more that could not be read is said, and can be asked for again", async () => {
  const { store, list, watching, shown } = await watched(page(7, "a"));
  list.next.value = "1";
  away = true;
  await watching.more();
  expect(store.notices.all.value.map(({ tone }) => tone)).toEqual(["bad"]);
  expect(list.next.value).toBe("1");
  away = false;
  answer = page(7, "b");
  await watching.more();
  expect(shown()).toEqual(["a", "b"]);
});

test("how many wait is known by the server's count, whatever is shown, narrowed or looked for", async () => {
  unassigned = 3;
  const { store, inbox } = await watched(page(7, "a"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.inbox.waiting.value).toBe(3);
  unassigned = 2;
  inbox.view.value = "mine";
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.inbox.waiting.value).toBe(2);
  answer = page(7);
  inbox.turnTo("unassigned");
  inbox.words.value = "lute";
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.inbox.waiting.value).toBe(2);
});

test("what is given to us is news once, counts in the tab, and is no news where we gave it to ourselves", async () => {
  const { store, heard, watching } = await watched(page(7, "a"));
  const me = { id: "m1", name: "Sam", kind: "agent", since: null };
  store.me.value = me;
  await vi.advanceTimersByTimeAsync(1_000);
  const mine = { state: "parked", rung: "parked", assignee: me };
  [given, answer] = [1, page(8, "a")];
  await heard(8, "b", mine);
  await heard(9, "b", { ...mine, tags: ["vip"] });
  expect(toUs.mock.calls.map(([row]) => row.threadId)).toEqual(["b"]);
  expect(store.inbox.waiting.value).toBe(1);
  watching.expects("c");
  given = 2;
  await heard(10, "c", mine);
  expect(toUs).toHaveBeenCalledTimes(1);
});

const sam = { id: "m1", name: "Sam", kind: "agent", since: null };
const ours = { state: "parked", rung: "parked", assignee: sam };
const told = () => toUs.mock.calls.map(([one]) => one.threadId);

test("a gift is news once, whether the count or the question comes first, or no word of it at all", async () => {
  const { store, heard } = await watched(page(7, "a"));
  store.me.value = sam;
  await vi.advanceTimersByTimeAsync(1_000);
  given = 1;
  await heard(8, "a");
  expect(told()).toEqual([]);
  await heard(9, "b", ours);
  expect(told()).toEqual(["b"]);
  given = 2;
  answers = (path) => (path.includes("view=mine") ? { ...page(9), rows: [row("b", ours), row("c", ours)] } : page(9, "a"));
  await heard(10, "a");
  expect(told()).toEqual(["b", "c"]);
});

test("what was ours before we came is no news, nor is a tag on it while another is given", async () => {
  given = 1;
  answers = (path) => (path.includes("view=mine") ? { ...page(7), rows: [row("old", ours)] } : page(7, "a"));
  const { store, heard } = await watched(page(7, "a"));
  store.me.value = sam;
  await vi.advanceTimersByTimeAsync(1_000);
  answers = null;
  given = 2;
  store.inbox.heard({ version: 8, row: row("new", ours) });
  await heard(9, "old", { ...ours, tags: ["vip"] });
  expect(told()).toEqual(["new"]);
});

test("what goes away and is given again is news again; so is what we could not give to ourselves", async () => {
  const { store, heard, watching } = await watched(page(7, "a"));
  store.me.value = sam;
  await vi.advanceTimersByTimeAsync(1_000);
  watching.expects("b");
  watching.expects("b", false);
  await heard(8, "b", ours);
  await heard(9, "b", { ...ours, assignee: null });
  await heard(10, "b", ours);
  expect(told()).toEqual(["b", "b"]);
});

test("another view is another list: what was looked for is over", async () => {
  const { inbox } = await watched(page(7, "a"));
  inbox.words.value = "lute";
  inbox.turnTo("mine");
  expect([inbox.words.value, inbox.view.value]).toEqual(["", "mine"]);
});
