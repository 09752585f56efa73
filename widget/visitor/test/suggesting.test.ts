import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Doorway } from "../../loader/doorway";
import type { Suggestion } from "../../wire/contracts";
import { makeLook } from "../suggesting/look";

const page = (title: string) => ({ pageId: title, title }) as Suggestion;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function looking(answer: (text: string) => Suggestion[] | null) {
  const shop: Doorway["shop"] = { topic: null, product: null };
  const sent: unknown[] = [];
  const asked: string[] = [];
  const found: string[][] = [];
  const post = (_: string, body?: object) => {
    const { text } = body as { text: string };
    asked.push(text);
    sent.push((body as { product: unknown }).product);
    const pages = answer(text);
    return Promise.resolve(pages ? { value: { pages }, refusal: null } : { value: null, refusal: { number: 0, code: "offline", message: "", retryAfter: null } });
  };
  const here = { language: "en", shop };
  const look = makeLook({ post: post as never });
  const type = (text: string) => look.typed(text, here, (pages) => found.push(pages.map((one) => one.title)));
  return { asked, found, type, look, here, shop, sent };
}

test("one looks for answers when the typing rests, and for each text once", async () => {
  const { asked, found, type } = looking((text) => [page(text.length > 20 ? "two" : "one")]);
  for (const text of ["Does the lam", "Does the lamp da", "Does the lamp dark"]) type(text);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(700);
  expect([asked, found]).toEqual([["Does the lamp dark"], [["one"]]]);
  type("Does the lamp dark ");
  await vi.advanceTimersByTimeAsync(700);
  expect([asked, found]).toEqual([["Does the lamp dark"], [["one"], ["one"]]]);
});

test("an answer that comes when somebody typed on is not shown in between", async () => {
  const { found, type } = looking(() => [page("old")]);
  type("Does the lamp darken");
  vi.advanceTimersByTime(600);
  type("Does the lamp darken with time");
  await Promise.resolve();
  await Promise.resolve();
  expect(found).toEqual([]);
  await vi.advanceTimersByTimeAsync(700);
  expect(found).toEqual([["old"]]);
});

test("a line that is down says nothing and leaves what was there", async () => {
  let down = false;
  const { found, type, look, here } = looking(() => (down ? null : [page("kept")]));
  type("Does the lamp darken");
  await vi.advanceTimersByTimeAsync(700);
  down = true;
  type("Does the lamp darken at all");
  await vi.advanceTimersByTimeAsync(700);
  expect(found).toEqual([["kept"]]);
  expect((look.known(here) || []).map((one) => one.title)).toEqual(["kept"]);
});

test("what is too short for a question is not looked for", async () => {
  const { asked, found, type } = looking(() => []);
  type("Hello");
  await vi.advanceTimersByTimeAsync(700);
  expect([asked, found]).toEqual([[], [[]]]);
});

test("a letter of a writing without spaces counts for several", async () => {
  const { asked, type } = looking(() => []);
  for (const text of ["怎么退", "怎么退货", "แก้วนี้", "กี่ปี", "Glas hell", "スピーカー", "テレビ", "ﾃﾚﾋﾞ"]) {
    type(text);
    await vi.advanceTimersByTimeAsync(700);
  }
  expect(asked).toEqual(["怎么退货", "แก้วนี้", "スピーカー", "ﾃﾚﾋﾞ"]);
});

test("what is looked for says which product the page is about, and is looked for anew on the page of another", async () => {
  const { sent, type, shop } = looking(() => []);
  type("Can it go in the dishwasher?");
  await vi.advanceTimersByTimeAsync(700);
  shop.product = { id: "pan-2", name: "Pan", url: "https://shop.example/pan" };
  for (let twice = 0; twice < 2; twice++) {
    type("Can it go in the dishwasher?");
    await vi.advanceTimersByTimeAsync(700);
  }
  expect(sent).toEqual([null, { id: "pan-2", name: "Pan" }]);
});

test("a product of which the page says neither id nor name is told by its address", async () => {
  const { sent, type, shop } = looking(() => []);
  for (const at of ["pan", "pot"]) {
    shop.product = { url: `https://shop.example/${at}` };
    type("Can it go in the dishwasher?");
    await vi.advanceTimersByTimeAsync(700);
  }
  expect(sent).toEqual([{ url: "https://shop.example/pan" }, { url: "https://shop.example/pot" }]);
});

test("what is known of one product is nothing on the page of another", async () => {
  const { type, shop, look, here } = looking(() => [page("of the pan")]);
  shop.product = { id: "pan-2", name: "Pan" };
  type("Can it go in the dishwasher?");
  await vi.advanceTimersByTimeAsync(700);
  expect(look.known(here)).toEqual([page("of the pan")]);
  shop.product = { id: "wok-3", name: "Wok" };
  expect(look.known(here)).toBe(false);
  shop.product = { id: "pan-2", name: "Pan", url: "https://shop.example/pan?colour=red" };
  expect(look.known(here)).toEqual([page("of the pan")]);
});
