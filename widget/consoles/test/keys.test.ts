// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listenToKeys } from "../shared/components/keys";
import { createStore } from "../shared/store";

let did: string[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  did = [];
  const acts = { actions: {}, undoing: {}, helping: {}, writing: {} };
  stop = listenToKeys({ store: createStore("super-user", "en"), ...acts } as never, Object.fromEntries(["j", "x"].map((key) => [key, () => did.push(key)])));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function field(kind: "textarea" | "input" = "textarea") {
  const box = document.createElement(kind);
  document.body.replaceChildren(box);
  return box;
}

function pressed(target: EventTarget, ...keys: string[]) {
  for (const key of keys) {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    vi.advanceTimersByTime(200);
  }
}

test("the rest of a sentence whose box went away presses nothing, however long it is", () => {
  const box = field();
  pressed(box, "s", "a");
  box.remove();
  pressed(document.body, ..."xxjxjxjxjxjx");
  expect(did).toEqual([]);
});

test("after a moment without a letter single keys work again", () => {
  const box = field();
  pressed(box, "s");
  box.remove();
  vi.advanceTimersByTime(1_500);
  pressed(document.body, "j");
  expect(did).toEqual(["j"]);
});

test("whoever left the box by Escape, or sent a field off by Enter, was not in the middle of a sentence", () => {
  const box = field();
  pressed(box, "s", "Escape");
  box.remove();
  pressed(document.body, "j");
  const line = field("input");
  pressed(line, "s", "Enter");
  line.remove();
  pressed(document.body, "x");
  expect(did).toEqual(["j", "x"]);
});

test("a box that is still there, and was left, holds nobody up when it goes", () => {
  const box = field();
  pressed(box, "s", "Tab");
  pressed(document.body, "j");
  box.remove();
  pressed(document.body, "x");
  expect(did).toEqual(["j", "x"]);
});

test("a field in a window that has closed takes no letter, though the focus is in it still", () => {
  const box = field("input");
  const window = document.createElement("dialog");
  document.body.replaceChildren(window);
  window.append(box);
  window.setAttribute("open", "");
  pressed(box, "Escape");
  window.removeAttribute("open");
  pressed(box, "j");
  expect(did).toEqual(["j"]);
});
