// @vitest-environment happy-dom
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Suggestion } from "../../wire/contracts";
import type { Part } from "../components/acts";
import { Suggested } from "../components/Suggested";
import { state } from "./state";

vi.mock("../util/styled", () => ({ styled: () => undefined }));

const pages = [{ pageId: "P1", title: "Dishwasher?", language: "en", answer: "Yes.", productName: "Pan" }] as Suggestion[];
const set = vi.fn();
let shop: { topic: null; product: { id: string } };
let root: ShadowRoot;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  render(null, root);
  set.mockClear();
  vi.useRealTimers();
});

async function drawn() {
  shop = { topic: null, product: { id: "pan-2" } };
  const host = document.createElement("div");
  document.body.append(host);
  root = host.attachShadow({ mode: "open" });
  const post = (_: string, { product }: { product: { id: string } }) => Promise.resolve({ value: { pages: product.id == "pan-2" ? pages : [] } });
  const part = () => ({ state: state({ draft: "Can it go in the dishwasher?" }), set, act: { http: { post } }, door: { language: "en", shop, root } }) as unknown as Part;
  const draw = () => render(<Suggested {...part()} />, root);
  draw();
  await vi.advanceTimersByTimeAsync(700);
  return draw;
}

const listed = () => root.querySelectorAll("li").length;

test("an answer that is pressed is read where its product is looked at", async () => {
  await drawn();
  root.querySelector("button")!.click();
  expect(set).toHaveBeenCalledWith({ reading: pages[0], error: null });
});

test("once the shop shows another product, nothing of the one before is read", async () => {
  await drawn();
  shop.product = { id: "wok-3" };
  root.querySelector("button")!.click();
  await vi.advanceTimersByTimeAsync(700);
  expect([set.mock.calls.length, listed()]).toEqual([0, 0]);
});

test("what is about the product before goes when the focus comes back", async () => {
  await drawn();
  shop.product = { id: "wok-3" };
  root.querySelector("li")!.dispatchEvent(new Event("focusin", { bubbles: true }));
  await vi.advanceTimersByTimeAsync(0);
  expect(listed()).toBe(0);
});

test("what is about the product before goes when anything is drawn", async () => {
  const draw = await drawn();
  shop.product = { id: "wok-3" };
  draw();
  expect(listed()).toBe(0);
});
