// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test } from "vitest";
import { SessionContext, type InPage } from "../shared/components/session";
import { SystemLine } from "../shared/components/SystemLine";
import { textsOf } from "../shared/texts";
import { event } from "./sample";

const rating = (seq: number, stars: number) =>
  event(seq, { kind: "rating", text: null, status: { state: "closed", rung: "", fence: 1, reason: "rated", responder: null, stars, assignee: null } });

test("each verdict of a visitor who changed their mind keeps its own stars", () => {
  const store = { texts: { value: textsOf.en }, me: { value: null }, preferences: { language: { value: "en" } } };
  render(
    <SessionContext.Provider value={{ store, parts: {} } as unknown as InPage}>
      {[rating(7, 5), rating(8, 1)].map((one) => (
        <SystemLine event={one} />
      ))}
    </SessionContext.Provider>,
    document.body,
  );
  expect([...document.querySelectorAll(".happened span")].map((stars) => stars.textContent!.trim())).toEqual(["★★★★★", "★☆☆☆☆"]);
});
