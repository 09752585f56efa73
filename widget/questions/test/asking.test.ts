// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { ProductQuestion } from "../../wire/contracts";

vi.mock("../questions.css", () => ({ default: "" }));

const asked: string[] = [];
let questions: Partial<ProductQuestion>[] = [];
const settled = () => new Promise((done) => setTimeout(done));
const list = () => document.querySelector("community-questions") as HTMLElement;

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(new URL(address).search);
    return Response.json({ questions, more: "", after: null });
  });
});

test("a list that stood there before its script came asks once", async () => {
  document.head.innerHTML = '<script type="text/plain" src="https://chat.example/questions.js"></script>';
  document.body.innerHTML = '<community-questions site="shop" product="lamp" limit="2" lang="en"></community-questions>';
  await import("../main");
  await settled();
  expect(asked).toEqual(["?site=shop&product=lamp&limit=2"]);
});

test("what changes together is asked for once, as it is at the end", async () => {
  list().setAttribute("product", "chair");
  list().setAttribute("limit", "4");
  list().setAttribute("product", "table");
  await settled();
  expect(asked).toEqual(["?site=shop&product=table&limit=4"]);
  list().setAttribute("product", "lamp");
  await settled();
  expect(asked).toHaveLength(2);
});

test("a list that was moved asks once, and one that was taken away not at all", async () => {
  const moved = list();
  moved.remove();
  document.body.append(moved);
  await settled();
  expect(asked).toHaveLength(1);
  moved.setAttribute("product", "sofa");
  moved.remove();
  await settled();
  expect(asked).toHaveLength(1);
});

test("whoever asks before the loader has come is heard when it comes", async () => {
  const shown = async (loader: string) => {
    document.head.innerHTML = `<script type="text/plain" src="${loader}"></script>`;
    document.body.innerHTML = '<community-questions site="shop" product="lamp" lang="en"></community-questions>';
    await settled();
    return list().shadowRoot!.querySelector("button")!;
  };
  const page = window as unknown as { CommunityWidget?: unknown };
  delete page.CommunityWidget;
  for (const loader of ["https://chat.example/widget.js", "https://chat.example/widget.js?v=2", "/chat/widget.js#shop"]) expect((await shown(loader)).hidden).toBe(false);
  for (const other of ["https://chat.example/other-widget.js", "https://chat.example/x.js?widget.js"]) expect((await shown(other)).hidden).toBe(true);
  (await shown("https://chat.example/widget.js")).click();
  expect(page.CommunityWidget).toEqual([["open"]]);
  // Once it is there, or where the shop has a queue of its own, that one hears it.
  const pushed: unknown[] = [];
  page.CommunityWidget = { push: (...calls: unknown[]) => pushed.push(...calls) };
  list().shadowRoot!.querySelector("button")!.click();
  expect(pushed).toEqual([["open"]]);
  delete page.CommunityWidget;
});

test("what may be true no longer is marked in words, in both languages", async () => {
  const one = { title: "Does it dim?", address: "https://chat.example/1", language: "en", answers: 1, answer: "Yes.", by: "Maya", accepted: true };
  questions = [{ ...one, outdated: true }, { ...one, outdated: false }];
  document.body.innerHTML = '<community-questions site="shop" product="lamp" limit="2" lang="en"></community-questions>';
  await settled();
  const counts = () => [...list().shadowRoot!.querySelectorAll(".count")].map((line) => line.textContent);
  expect(counts()).toEqual(["1 answer · by Maya · may be true no longer", "1 answer · by Maya"]);
  list().setAttribute("lang", "fr");
  await settled();
  expect(counts()[0]).toBe("1 réponse · par Maya · n’est peut-être plus vrai");
  questions = [];
});

test("an answer in another language than its question is marked as that, and no answer as nothing", async () => {
  const one = { title: "Est-ce réglable ?", address: "https://chat.example/1", language: "fr", answers: 1, answer: "It is.", answerLanguage: "en" };
  questions = [one, { ...one, answer: null, answerLanguage: null }];
  document.body.innerHTML = '<community-questions site="shop" product="lamp" limit="2" lang="en"></community-questions>';
  await settled();
  const langs = (look: string) => [...list().shadowRoot!.querySelectorAll<HTMLElement>(look)].map((part) => part.lang);
  expect(langs(".title")).toEqual(["fr", "fr"]);
  expect(langs(".answer")).toEqual(["en", ""]);
  questions = [];
});
