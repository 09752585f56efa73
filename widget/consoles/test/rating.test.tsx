// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test } from "vitest";
import { SessionContext, type InPage } from "../shared/components/session";
import { SystemLine } from "../shared/components/SystemLine";
import { textsOf } from "../shared/texts";
import { event } from "./sample";

const rating = (seq: number, stars: number, text: string | null = null) =>
  event(seq, { kind: "rating", text, status: { state: "closed", rung: "", fence: 1, reason: "rated", responder: null, stars, assignee: null } });

test("what is given to the reader is said to be, in a sentence", () => {
  const maya = { id: "m1", name: "Maya", kind: "super_user", since: null };
  const [assigned, taken] = ["assigned", "taken"].map((reason, at) => event(at + 2, { kind: "status", text: null, status: { state: "parked", rung: "", fence: 1, reason, responder: maya, stars: null, assignee: null } }));
  for (const [language, words] of [["en", ["Given to you", "You took"]], ["fr", ["Confiée à vous", "Vous"]]] as const) {
    const store = { texts: { value: textsOf[language] }, me: { value: maya }, preferences: { language: { value: language } } };
    const root = document.createElement("div");
    render(
      <SessionContext.Provider value={{ store, parts: {} } as unknown as InPage}>
        {[assigned!, taken!].map((one) => (
          <SystemLine event={one} visitor="Robin" />
        ))}
      </SessionContext.Provider>,
      root,
    );
    expect([...root.querySelectorAll(".happened")].map((line, at) => line.textContent!.slice(0, words[at]!.length))).toEqual(words);
  }
});

test("each verdict of a visitor who changed their mind keeps its own stars", () => {
  const store = { texts: { value: textsOf.en }, me: { value: null }, preferences: { language: { value: "en" } } };
  render(
    <SessionContext.Provider value={{ store, parts: {} } as unknown as InPage}>
      {[rating(7, 5), rating(8, 1)].map((one) => (
        <SystemLine event={one} visitor="Robin" />
      ))}
    </SessionContext.Provider>,
    document.body,
  );
  expect([...document.querySelectorAll(".happened span")].map((stars) => stars.textContent!.trim())).toEqual(["★★★★★", "★☆☆☆☆"]);
});

test("words of a rating have a flag, and none once a moderator took them away", () => {
  for (const [language, flag, away] of [["en", "Report", "did not let this through"], ["fr", "Signaler", "ne l’a pas laissé passer"]] as const) {
    const store = { texts: { value: textsOf[language] }, me: { value: null }, preferences: { language: { value: language } } };
    const root = document.createElement("div");
    render(
      <SessionContext.Provider value={{ store, parts: {} } as unknown as InPage}>
        {[rating(7, 1, "What a nose."), rating(8, 1), { ...rating(9, 1, "What a nose."), verdict: "refused" }].map((one) => (
          <SystemLine event={one} visitor="Robin" />
        ))}
      </SessionContext.Provider>,
      root,
    );
    const lines = [...root.querySelectorAll(".happened")];
    expect(lines.map((line) => line.querySelectorAll("button").length)).toEqual([1, 0, 0]);
    expect(lines[0]!.querySelector("button")!.getAttribute("aria-label")).toContain(flag);
    expect(lines[2]!.textContent).toContain(away);
  }
});
