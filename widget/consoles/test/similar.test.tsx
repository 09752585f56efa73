// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { Suggestion } from "../../wire/contracts";
import { SimilarAnswers } from "../shared/components/SimilarAnswers";
import { createStore } from "../shared/store";
import { drawn, happens } from "./drawn";
import { event, me, snapshot } from "./sample";

const page: Suggestion = {
  pageId: "p1",
  title: "Can it go in the dishwasher?",
  language: "en",
  answer: "It can.",
  isWhole: true,
  by: "Maya",
  answeredAt: 0,
  url: "https://chat.example/p1",
  productName: null,
  isOutdated: false,
  answerLanguage: "fr",
};

beforeEach(() => localStorage.clear());

async function shown(language: string, ...pages: Suggestion[]) {
  vi.stubGlobal("fetch", async () => ({ ok: true, status: 200, json: async () => ({ pages }) }));
  const store = createStore("super-user", language);
  store.me.value = me;
  store.chats.snapshot(snapshot([event(1)]));
  const root = await drawn(<SimilarAnswers chat={store.chats.all.value.get("t1")!} />, { store });
  await happens(() => {});
  return [...root.querySelectorAll("li")];
}

const texts = (lines: Element[]) => lines.map((line) => line.textContent);

test("a similar answer in another language than its question is marked as that", async () => {
  const [line] = await shown("en", page);
  expect([line!.lang, (line!.querySelector(".similar-answer") as HTMLElement).lang]).toEqual(["en", "fr"]);
});

test("a similar answer says what it is about, and where it may be true no longer", async () => {
  const lines = texts(await shown("en", { ...page, productName: "Teapot" }, { ...page, pageId: "p2", productName: "Pan", isOutdated: true }, { ...page, pageId: "p3" }));
  expect(lines[0]).toContain("Teapot");
  expect(lines[0]).not.toContain("true no longer");
  expect(lines[1]).toContain("Pan · May be true no longer");
  expect(lines[2]).not.toContain("·");
  expect(texts(await shown("fr", { ...page, isOutdated: true }))[0]).toContain("N’est peut-être plus vrai");
});
