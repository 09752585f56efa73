// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test } from "vitest";
import type { Suggestion } from "../../wire/contracts";
import type { Part } from "../components/acts";
import { Reading } from "../components/Reading";
import { state } from "./state";

test("an answer that is read says which product it is about, and which language it is in", () => {
  const page: Suggestion = { pageId: "P1", title: "Dishwasher?", language: "en", answer: "Yes.", isWhole: true, by: null, answeredAt: 0, url: "/p", productName: "Pan", isOutdated: false, answerLanguage: "fr" };
  const shown = (reading: Suggestion) => {
    const root = document.createElement("div");
    document.body.append(root);
    render(<Reading {...({ state: state({ reading }) } as Part)} />, root);
    return root;
  };
  expect(shown(page).textContent).toContain("Pan");
  expect(shown({ ...page, productName: null }).textContent).not.toContain("Pan");
  expect(["h3", ".bubble"].map((part) => (shown(page).querySelector(part) as HTMLElement).lang)).toEqual(["en", "fr"]);
});
