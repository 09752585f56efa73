// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { WaitingList } from "../shared/components/WaitingList";
import { createActions } from "../shared/services/actions";
import { createAlerts } from "../shared/services/alerts";
import { createGate } from "../shared/services/gate";
import { createStore } from "../shared/store";
import { button, drawn, happens } from "./drawn";
import { waitingQuestion as question } from "./sample";

beforeEach(() => localStorage.clear());

async function answering(typed: string) {
  const store = createStore("super-user", "en");
  store.waiting.received([question("a"), question("b")]);
  const actions = { ...createActions(store, {} as never, createGate(), {} as never), take: () => Promise.resolve("visitor_away") };
  const root = await drawn(<WaitingList />, { store, writing: { typing: vi.fn() }, actions });
  await happens(() => button(root, "Take")!.click());
  const box = root.querySelector("textarea")!;
  await happens(() => {
    box.value = typed;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const leave = () => happens(() => root.querySelector("ul")!.dispatchEvent(new PointerEvent("pointerleave", { pointerType: "mouse" })));
  return { store, root, box, leave };
}

test("whose a question is stands on it; what was given to us can be given back", async () => {
  const store = createStore("super-user", "en");
  const maya = { id: "m1", name: "Maya", kind: "super_user", since: null };
  store.me.value = maya;
  store.waiting.received([{ ...question("a"), assignee: maya }, { ...question("b"), assignee: { ...maya, id: "m2", name: "Leo" } }, question("c")]);
  const asked: unknown[][] = [];
  const line = { call: async (...args: unknown[]) => (asked.push(args), { fence: 4 }) };
  const truth = { waiting: vi.fn() };
  const root = await drawn(<WaitingList />, { store, writing: {}, actions: createActions(store, line as never, createGate(), truth as never) });
  expect([...root.querySelectorAll("li")].map((one) => one.querySelector(".facts .tag")?.textContent ?? null)).toEqual(["Given to you", "Given to Leo, who is away", null]);
  expect([...root.querySelectorAll("button")].filter((one) => one.textContent === "Give back")).toHaveLength(1);
  await happens(() => button(root, "Give back")!.click());
  expect(asked).toEqual([["Resume", "a", 0], ["Release", "a", 4]]);
  expect(truth.waiting).toHaveBeenCalled();
});

test("a node of the release before says nothing of whose a question is: it is nobody's", async () => {
  const store = createStore("super-user", "en");
  const { assignee: _, ...old } = question("a");
  store.waiting.received([old as never]);
  createAlerts(store);
  const root = await drawn(<WaitingList />, { store, writing: {}, actions: {} } as never);
  expect(root.querySelectorAll("li .facts .tag")).toHaveLength(0);
  expect(button(root, "Give back")).toBeUndefined();
  expect(document.title).not.toContain("(");
});

test("the list is held while an answer is written in it, wherever the pointer is", async () => {
  const { store, root, box, leave } = await answering("");
  expect(document.activeElement).toBe(box);
  await leave();
  await happens(() => store.waiting.received([question("new"), question("b")]));
  expect([...root.querySelectorAll("li")].map((line) => line.dataset.gone)).toEqual(["true", "false", "false"]);
});

test("an answer somebody else was faster with stays within reach, and goes when it is done with", async () => {
  const { store, root, leave } = await answering("half an ans");
  await happens(() => store.waiting.received([question("b")]));
  const kept = root.querySelector("textarea")!;
  expect([kept.readOnly, kept.value]).toEqual([true, "half an ans"]);
  // Whoever was writing is in it still.
  expect(document.activeElement).toBe(kept);
  kept.blur();
  await leave();
  expect(root.querySelector("textarea")!.value).toBe("half an ans");
  await happens(() => button(root, "Done")!.click());
  expect(root.querySelectorAll("li")).toHaveLength(1);
  expect(store.drafts.get("a")).toBe("");
});
