// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { listenForKeys } from "../services/keys";

let root: ShadowRoot;

/** A panel that is the whole screen, at whose end something is folded away. */
beforeEach(() => {
  document.body.innerHTML = "";
  root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  root.innerHTML = `<section><div tabindex="-1"><button>close</button><select></select><details><summary>data</summary><button>folded</button></details></div></section>`;
  const [section, panel] = [root.querySelector("section")!, root.querySelector("div")!];
  panel.ariaModal = "true";
  for (const one of root.querySelectorAll<HTMLElement>("*")) one.checkVisibility = () => one.textContent != "folded";
  listenForKeys(section, panel, root, () => {}, new AbortController());
});

function tab(from: string, shiftKey = false) {
  const place = root.querySelector<HTMLElement>(from)!;
  place.focus();
  const event = new KeyboardEvent("keydown", { key: "Tab", shiftKey, bubbles: true, cancelable: true });
  place.dispatchEvent(event);
  return event.defaultPrevented ? root.activeElement?.localName : "as the browser does";
}

test("Tab goes round from the last stop that shows to the first, and back", () => {
  expect(tab("summary")).toBe("button");
  expect(tab("button", true)).toBe("summary");
  expect(tab("select")).toBe("as the browser does");
});

test("where a browser cannot say what shows, everything is a stop", () => {
  for (const one of root.querySelectorAll<HTMLElement>("*")) one.checkVisibility = undefined as never;
  expect(tab("summary")).toBe("as the browser does");
});
