// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test } from "vitest";
import type { ThreadSnapshot } from "../../wire/contracts";
import type { Part } from "../components/acts";
import { Story } from "../components/Story";
import { texts as en } from "../texts/en";
import { texts as fr } from "../texts/fr";
import { snapshot, state } from "./state";

function shown(change: Partial<ThreadSnapshot>, texts = en) {
  const { events, ...thread } = { ...snapshot([]), ...change };
  const root = document.createElement("div");
  const part = { state: state({ thread, events, texts }) } as Part;
  render(<Story {...part} />, root);
  return root.textContent;
}

test("that helpers cannot be looked for is said in place of looking, in both languages", () => {
  expect(shown({ searchPaused: true })).toContain("We cannot look for helpers right now");
  expect(shown({ searchPaused: true })).toContain("kept and goes out as soon as we can");
  expect(shown({ searchPaused: true })).not.toContain(en.topic);
  expect(shown({ searchPaused: true }, fr)).toContain("Nous ne pouvons chercher personne pour l’instant");
  expect(shown({ searchPaused: false })).toContain(en.topic);
});

test("our team has the question whether helpers can be looked for or not", () => {
  expect(shown({ rung: "agents", searchPaused: true })).toContain(en.agents);
});
