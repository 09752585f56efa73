// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { Talk } from "../shared/components/Talk";
import { createStore } from "../shared/store";
import { drawn, happens } from "./drawn";
import { event, me, snapshot } from "./sample";

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("fetch", async () => ({ ok: true, status: 200, json: async () => ({ pages: [] }) }));
});

async function talking(typed: string) {
  const store = createStore("super-user", "en");
  store.me.value = me;
  store.chats.snapshot(snapshot([event(1)]));
  store.view.open("t1");
  store.drafts.set("t1", typed);
  const Open = () => <Talk chat={store.chats.all.value.get("t1")!} current />;
  const root = await drawn(<Open />, { store, writing: { seen: vi.fn(), typing: vi.fn() }, actions: {}, helping: {}, calls: {}, undoing: {} });
  return { store, root };
}

test("a Message box that vanishes in the middle of a sentence leaves the focus in the text that is kept, where letters do nothing", async () => {
  const { store, root } = await talking("half a sen");
  expect(document.activeElement).toBe(root.querySelector("textarea"));
  await happens(() => store.chats.ended("t1"));
  const kept = root.querySelector("textarea")!;
  expect([kept.readOnly, kept.value]).toEqual([true, "half a sen"]);
  expect(document.activeElement).toBe(kept);
  kept.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  expect(document.activeElement).toBe(root.querySelector("[role=log]"));
});

test("without a word in the box, what stands in its place takes the focus", async () => {
  const { store, root } = await talking("");
  await happens(() => store.chats.ended("t1"));
  expect(document.activeElement).toBe(root.querySelector(".talk-over"));
});
