import { words } from "../after/en";
// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test, vi } from "vitest";
import type { ThreadSnapshot } from "../../wire/contracts";
import type { Part } from "../components/acts";
import { Story } from "../components/Story";
import { texts as en } from "../texts/en";
import { texts as fr } from "../texts/fr";
import { snapshot, state } from "./state";

// Sheets are the browser tests' business.
vi.mock("../util/styled", () => ({ styled: () => {} }));

function drawn(change: Partial<ThreadSnapshot>, texts = en, email = true) {
  const { events, ...thread } = { ...snapshot([]), ...change };
  const root = document.createElement("div");
  const door = { look: { email }, root: root.attachShadow({ mode: "open" }) } as unknown as Part["door"];
  const part = { state: state({ thread, events, texts, language: texts == fr ? "fr" : "en" }), door } as Part;
  render(<Story {...part} />, root);
  return root;
}

const shown = (change: Partial<ThreadSnapshot>, texts = en) => drawn(change, texts).textContent;

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

test("an address is asked for where mails can be sent, and nowhere else", () => {
  expect(drawn({ state: "parked" }).querySelector("input[type=email]")).toBeTruthy();
  const without = drawn({ state: "parked" }, en, false);
  expect(without.querySelector("input")).toBeNull();
  expect(without.textContent).toContain("at your next visit");
});

test("an address that was left is not counted on before its link was pressed", () => {
  expect(shown({ state: "parked", email: true })).toContain(words.emailSent);
  expect(shown({ state: "parked", email: true })).not.toContain(words.parkedEmail);
  expect(shown({ state: "parked", email: true, emailConfirmed: true })).toContain(words.parkedEmail);
  expect(shown({ state: "parked", email: true, emailConfirmed: true })).not.toContain(words.emailSent);
});

test("when the team is back is said once nobody is asked any more", () => {
  const opensAt = Date.now() + 86_400_000;
  expect(shown({ state: "parked", opensAt })).toContain("Our team is back tomorrow at");
  expect(shown({ state: "parked", opensAt }, fr)).toContain("Notre équipe sera de retour");
  expect(shown({ state: "waiting", opensAt })).not.toContain("Our team is back");
});
