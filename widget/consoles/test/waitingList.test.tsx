// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { WaitingList } from "../shared/components/WaitingList";
import { createActions } from "../shared/services/actions";
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
