// @vitest-environment happy-dom
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Part } from "../components/acts";
import { Reading } from "../components/Reading";
import { ReportForm } from "../components/ReportForm";
import { message, snapshot, status, visitor } from "./state";
import { later, page as open, type Server } from "./visit";

// Sheets are the browser tests' business.
vi.mock("../util/styled", () => ({ styled: () => {} }));

const asked = snapshot([message(1, "Q", visitor), message(2, "said")]);
const ended = { ...snapshot([...asked.events, status(3, "closed", "topic", "ended")]), state: "closed" };

let stop = () => {};

/** A page on which this conversation stands. */
async function page(server: Server, thread = asked) {
  localStorage.setItem("community-widget:shop", JSON.stringify({ token: "guest", thread: "T1", open: thread == asked, at: Date.now() }));
  let first: object | null = thread;
  const { "threads/T1/events": then = () => thread, ...others } = server;
  const one = open({
    "threads/T1/events": (what) => {
      const answer = first ?? then(what);
      first = null;
      return answer;
    },
    ...others,
  });
  stop = one.conversation.stop;
  one.conversation.resume();
  await vi.waitFor(() => expect(one.store.get().thread).toBeTruthy());
  return one;
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const settled = () => new Promise((done) => setTimeout(done));

test("a late answer about an ended conversation leaves the screen for the next question alone", async () => {
  const { promise, answer } = later<object>();
  const { conversation, store, to } = await page({ "threads/T1/end": () => ({}), "threads/T1/events": () => promise });
  await conversation.end();
  await vi.waitFor(() => expect(to("threads/T1/events?after=0").length).toBeGreaterThan(1));
  conversation.startAnew();
  answer(ended);
  await settled();
  expect(store.get()).toMatchObject({ thread: null, events: [] });
});

test("who has left a conversation that could not be looked at is not brought back to it", async () => {
  const { conversation, store, to } = await page({ "threads/T1/end": () => ({}), "threads/T1/events": () => Promise.reject(new Error("no line")) });
  vi.useFakeTimers();
  await conversation.end();
  await vi.advanceTimersByTimeAsync(0);
  conversation.startAnew();
  const before = to("threads/T1/events?after=0").length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(to("threads/T1/events?after=0")).toHaveLength(before);
  expect(store.get().thread).toBe(null);
});

test("a message that reopens what its visitor has left meanwhile does not bring it back", async () => {
  const { promise, answer } = later<object>();
  const { conversation, store } = await page({ "threads/T1/events": ({ body }) => (body.key ? promise : ended) }, ended);
  store.set({ continuing: true });
  conversation.send("one more thing");
  conversation.startAnew();
  answer(message(4, "one more thing", visitor));
  await settled();
  await settled();
  expect(store.get().thread).toBe(null);
});

test("reporting what was just taken away says so, fetches what became of it and stays", async () => {
  const away = { ...message(2), kind: "placeholder", text: null, author: null };
  const { conversation, store } = await page({ "threads/T1/reports": () => ({ code: "not_found" }), "threads/T1/events": () => snapshot([message(1, "Q", visitor), away]) });
  const root = document.createElement("div");
  const reported = { seq: 2, name: "Maya", done: () => {}, close: () => {} };
  render(<ReportForm {...({ state: store.get(), act: conversation, set: store.set, door: { root }, reported } as unknown as Part)} />, root);
  root.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true }));
  await vi.waitFor(() => expect(store.get().error).toBe("This was removed meanwhile."));
  await vi.waitFor(() => expect(store.get().events[1]!.kind).toBe("placeholder"));
  expect(store.get().thread?.threadId).toBe("T1");
});

test("a public answer that is gone when it has answered says so and nothing else changes", async () => {
  const { conversation, store } = await page({ suggestions: () => ({ code: "not_found" }) });
  const reading = { pageId: "P1", title: "Bulb?", language: "en", answer: "Yes.", isWhole: true, by: null, answeredAt: 0, url: "/p", productName: null, isOutdated: false, answerLanguage: "en" };
  const root = document.createElement("div");
  document.body.append(root);
  render(<Reading {...({ state: { ...store.get(), reading }, act: conversation, set: store.set, door: { base: "" } } as unknown as Part)} />, root);
  root.querySelector("button")!.click();
  await vi.waitFor(() => expect(store.get().error).toBe("This was removed meanwhile."));
  expect(store.get().thread?.threadId).toBe("T1");
});
