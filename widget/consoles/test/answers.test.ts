// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { askInWidget } from "../answers/ask";
import { takeKey } from "../answers/key";

const told: unknown[][] = [];

function typed(question: string, email = "") {
  document.body.innerHTML = `<form data-ask data-topic="lamps" data-product="heron" data-product-name="Héron" action="/answers/shop/ask" method="post">
    <textarea name="question"></textarea><input name="email"></form>`;
  const form = document.querySelector("form")!;
  form.querySelector("textarea")!.value = question;
  form.querySelector("input")!.value = email;
  const event = new Event("submit", { bubbles: true, cancelable: true });
  form.dispatchEvent(event);
  return event.defaultPrevented;
}

askInWidget();

beforeEach(() => {
  told.length = 0;
  Object.assign(window, { CommunityWidget: { push: (...calls: unknown[][]) => told.push(...calls) } });
});

test("the widget opens with the question and what it is about", () => {
  expect(typed("Does it dim?")).toBe(true);
  expect(told).toEqual([
    ["setContext", { topic: "lamps", product: { id: "heron", name: "Héron", url: null } }],
    ["ask", "Does it dim?"],
  ]);
});

test("whoever leaves an address goes the plain way, and so does everybody while there is no widget", () => {
  expect(typed("Does it dim?", "robin@mail.example")).toBe(false);
  Object.assign(window, { CommunityWidget: undefined });
  expect(typed("Does it dim?")).toBe(false);
  Object.assign(window, { CommunityWidget: [] });
  expect(typed("Does it dim?")).toBe(false);
  expect(told).toEqual([]);
});

test("the key to what a reader wrote goes from the address into the form, and stays in the address", () => {
  document.body.innerHTML = '<main><form method="post"><input type="hidden" name="key" value="of a question"></form><form method="post"><input name="key"></form></main>';
  history.replaceState(null, "", "/answers/shop/answer/abcdefghij#Kq3_x-9");
  takeKey();
  expect([...document.querySelectorAll("input")].map((input) => input.value)).toEqual(["of a question", "Kq3_x-9"]);
  expect(location.hash).toBe("#Kq3_x-9");
  expect([...document.forms].map((form) => new URL(form.getAttribute("action") ?? "/", location.href).hash)).toEqual(["", "#Kq3_x-9"]);
});

test("a key that was typed already, or an address without one, changes nothing", () => {
  document.body.innerHTML = '<main><form method="post"><input name="key" value="typed"></form></main>';
  takeKey();
  history.replaceState(null, "", "/answers/shop/answer/abcdefghij");
  takeKey();
  expect(document.querySelector("input")!.value).toBe("typed");
});
