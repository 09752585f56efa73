// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test, vi } from "vitest";
import type { ThreadEvent } from "../../wire/contracts";
import type { Part } from "../components/acts";
import { Talk } from "../components/Talk";
import type { State } from "../store/state";
import { texts } from "../texts/en";
import { message, snapshot, state, status, visitor } from "./state";

// Sheets are the browser tests' business.
vi.mock("../util/styled", () => ({ styled: () => {} }));
vi.stubGlobal("ResizeObserver", class { observe() {} disconnect() {} });

const DAY = 86_400_000;

/** A conversation that ended as its last event says, drawn. */
function drawn(events: ThreadEvent[], change: Partial<State> = {}) {
  const { events: _, ...head } = { ...snapshot(events), state: "closed", outcome: "ended" };
  const set = vi.fn();
  const root = document.createElement("div");
  const door = { root, look: { languages: [], charter: null } };
  const act = { http: { get: async () => ({ value: null }) }, send: vi.fn(), typing: vi.fn(), startAnew: vi.fn() };
  render(<Talk {...({ state: state({ thread: head, events, ...change }), act, set, door } as unknown as Part)} />, root);
  const button = (name: string) => [...root.querySelectorAll("button")].find((one) => one.textContent == name);
  return { root, set, button };
}

const at = (event: ThreadEvent, at: number) => ({ ...event, at });
const question = message(1, "Q", visitor);
const ended = (days: number) => at(status(2, "closed", "topic", "ended"), Date.now() - days * DAY);
const held = { ...question, kind: "hold", verdict: "held" };

test("a conversation may be continued for a week after it ended", () => {
  expect(drawn([question, ended(6)]).button(texts.continue)).toBeTruthy();
  expect(drawn([question, ended(8)]).button(texts.continue)).toBeUndefined();
});

test("a rating since does not prolong that week", () => {
  const rated = { ...status(3, "closed", "", "rated"), kind: "rating", at: Date.now() };
  expect(drawn([question, ended(8), rated]).button(texts.continue)).toBeUndefined();
});

test("a question that was held and withdrawn cannot be continued, one that was let through can", () => {
  const withdrawn = at(status(2, "closed", "topic", "cancelled"), Date.now());
  expect(drawn([held, withdrawn]).button(texts.continue)).toBeUndefined();
  expect(drawn([held, status(2, "waiting", "topic", "passed"), { ...withdrawn, seq: 3 }]).button(texts.continue)).toBeTruthy();
});

test("who thinks better of continuing comes back to what ends a conversation, and what was typed stays", () => {
  const { root, set, button } = drawn([question, ended(1)], { continuing: true, draft: "half" });
  expect(root.querySelector("textarea")!.value).toBe("half");
  button("Never mind")!.click();
  expect(set).toHaveBeenCalledWith({ continuing: false, error: null });
});
