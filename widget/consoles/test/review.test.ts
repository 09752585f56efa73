// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { reviewKeys } from "../pages/review";
import { createPreferences } from "../shared/store/preferences";

const decided = vi.fn();

beforeAll(() => {
  localStorage.clear();
  document.body.innerHTML = `
    <ul data-review>${["a", "b", "c"].map((id) => `<li id="${id}" tabindex="-1"><button data-key="p"></button></li>`).join("")}</ul>
    <dialog id="keys"><input type="checkbox" data-shortcuts checked></dialog>`;
  for (const draft of document.querySelectorAll("li")) draft.querySelector("button")!.addEventListener("click", () => decided(draft.id));
  reviewKeys();
});
beforeEach(() => {
  decided.mockClear();
  document.querySelector<HTMLElement>("#a")!.focus();
});

function pressed(key: string, how: KeyboardEventInit = {}) {
  document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...how }));
}

const focused = () => document.activeElement!.id;

test("a key that is held down decides about one draft, and goes through all of them", () => {
  pressed("p");
  pressed("p", { repeat: true });
  expect(decided.mock.calls).toEqual([["a"]]);
  pressed("j");
  pressed("j", { repeat: true });
  expect(focused()).toBe("c");
});

test("with Caps Lock the keys are the same, with Shift they are none", () => {
  pressed("J");
  expect(focused()).toBe("b");
  pressed("P", { shiftKey: true });
  expect(decided).not.toHaveBeenCalled();
  pressed("P");
  expect(decided.mock.calls).toEqual([["b"]]);
});

test("single keys are switched off here as in the consoles, for both", () => {
  const box = document.querySelector<HTMLInputElement>("[data-shortcuts]")!;
  box.click();
  pressed("p");
  expect(decided).not.toHaveBeenCalled();
  const console = createPreferences("en");
  expect(console.shortcuts.value).toBe(false);
  console.sound.value = false;
  console.remember();
  box.click();
  pressed("p");
  expect(decided).toHaveBeenCalledTimes(1);
  expect([createPreferences("en").shortcuts.value, createPreferences("en").sound.value]).toEqual([true, false]);
});

test("a console left open does not set back what was switched off here", () => {
  const open = createPreferences("en");
  const box = document.querySelector<HTMLInputElement>("[data-shortcuts]")!;
  box.click();
  open.sound.value = false;
  open.remember();
  expect([createPreferences("en").shortcuts.value, createPreferences("en").sound.value]).toEqual([false, false]);
});
