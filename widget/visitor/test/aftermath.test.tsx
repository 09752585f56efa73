// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test, vi } from "vitest";
import { words } from "../after/en";
import { words as french } from "../after/fr";
import type { Part } from "../components/acts";
import { Talk } from "../components/Talk";
import { maya, message, snapshot, state, visitor } from "./state";

// Sheets are the browser tests' business.
vi.mock("../util/styled", () => ({ styled: () => {} }));
vi.stubGlobal("ResizeObserver", class { observe() {} disconnect() {} });

const agreed = { given: true, version: "2", asked: "2", publication: "none", page: null };

/** A conversation in which something was said and reported, as the server tells what became of it; asks anew when it is opened again. */
function drawn(head: object, { outcome = "upheld", publication = "none", language = "en", answered = true } = {}) {
  const events = [message(1, "Q", visitor), ...(answered ? [message(2, "A", maya)] : [])];
  const { events: _, ...known } = { ...snapshot(events), ...head };
  const root = document.createElement("div");
  let told = outcome;
  const get = vi.fn(async (path: string) => ({ value: path.endsWith("reports") ? [{ reportId: "R1", seq: 2, reason: "wrong", state: told }] : { ...agreed, publication }, refusal: null }));
  const post = vi.fn(async () => ({ value: { ...agreed, publication, given: false }, refusal: null }));
  const act = { http: { get, post, token: "guest" }, send: vi.fn(), typing: vi.fn(), startAnew: vi.fn() };
  const draw = (open = true) =>
    render(<Talk {...({ state: state({ thread: known as never, events, language, open }), act, set: vi.fn(), door: { root, look: { languages: [], charter: null } } } as unknown as Part)} />, root);
  draw();
  return { root, get, post, again: (next: string) => ((told = next), draw(false), draw(true)) };
}

test.each([
  ["goes on", { state: "live", responder: maya }],
  ["is parked", { state: "parked" }],
  ["is over and was not rated", { state: "closed", responder: maya }],
  ["is over, and whoever answered is gone", { state: "closed" }],
])("whoever reported something is told the outcome where the conversation %s", async (_, head) => {
  const { root } = drawn(head);
  await vi.waitFor(() => expect(root.textContent).toContain(words.outcomes.upheld));
});

test("whoever opens the panel again is told what was decided meanwhile", async () => {
  const { root, again } = drawn({ state: "live", responder: maya }, { outcome: "open" });
  await vi.waitFor(() => expect(root.textContent).toContain(words.outcomes.open));
  again("dismissed");
  await vi.waitFor(() => expect(root.textContent).toContain(words.outcomes.dismissed));
});

test("where nobody else said anything nothing is asked", async () => {
  const { get } = drawn({ state: "waiting" }, { answered: false });
  await new Promise((done) => setTimeout(done, 20));
  expect(get).not.toHaveBeenCalled();
});

test.each([["en", words], ["fr", french]] as const)("a conversation that was turned away is said to stay private (%s)", async (language, said) => {
  const { root } = drawn({ state: "closed", responder: maya, stars: 5 }, { publication: "rejected", language });
  await vi.waitFor(() => expect(root.textContent).toContain(said.staysPrivate));
  expect(root.textContent).not.toContain(said.agreed);
});

test("who agreed to a conversation that was turned away can still change their mind", async () => {
  const { root, post } = drawn({ state: "closed", responder: maya, stars: 5 }, { publication: "rejected" });
  await vi.waitFor(() => [...root.querySelectorAll("button")].find((one) => one.textContent == words.changedMind)!.click());
  await vi.waitFor(() => expect(root.textContent).not.toContain(words.changedMind));
  expect(root.textContent).toContain(words.staysPrivate);
  expect(root.textContent).not.toContain(words.afterAll);
  expect(post).toHaveBeenCalledExactlyOnceWith("threads/T1/consent", { given: false });
});
