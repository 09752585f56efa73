// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";
import { happens } from "../../test/drawn";
import { Sheets } from "../components/Sheets";
import { anInbox, drawnAt } from "./drawn";

beforeEach(() => localStorage.clear());

/** A list whose middle line is pointed at, with a small window open over it that has the focus. */
async function opened() {
  const at = anInbox();
  const ids = signal(["a", "b", "c"]);
  const Drawn = () => (
    <>
      <ul>
        {ids.value.map((id) => (
          <li key={id}>
            <button data-line={id} />
          </li>
        ))}
      </ul>
      <Sheets />
    </>
  );
  const root = await drawnAt({ ...at, desk: { snooze: vi.fn() } }, <Drawn />);
  root.querySelector<HTMLElement>("[data-line=b]")!.focus();
  await happens(() => (at.inbox.sheet.value = { kind: "snooze", threadId: "b" }));
  await happens(() => root.querySelector<HTMLElement>("dialog .choice")!.focus());
  return { at, ids, choose: () => happens(() => root.querySelector<HTMLElement>("dialog .choice")!.click()) };
}

const focused = () => (document.activeElement as HTMLElement).dataset.line;

test("whoever chose in a small window goes on at the line they pointed at", async () => {
  const { choose } = await opened();
  await choose();
  expect(document.querySelector("dialog")).toBeNull();
  expect(focused()).toBe("b");
});

test("where that line has gone meanwhile, at the one in its place", async () => {
  const { ids, choose } = await opened();
  await happens(() => (ids.value = ["a", "c"]));
  await choose();
  expect(focused()).toBe("c");
});

test("and at the last one, where it was the last", async () => {
  const { ids, choose } = await opened();
  await happens(() => (ids.value = ["a"]));
  await choose();
  expect(focused()).toBe("a");
});

test.each(["tags", "snooze"] as const)("a window asked for while the one before is just closing opens: %s", async (kind) => {
  const { at } = await opened();
  const closing = document.querySelector("dialog")!;
  closing.querySelector("input")!.value = "2026-03-06T17:30";
  // By Escape: a browser says that it closed with the task after.
  closing.removeAttribute("open");
  await happens(() => (at.inbox.sheet.value = { kind, threadId: "b" }));
  await happens(() => closing.dispatchEvent(new Event("close")));
  expect(at.inbox.sheet.value?.kind).toBe(kind);
  const dialog = document.querySelector<HTMLDialogElement>("dialog")!;
  expect([dialog.open, dialog.querySelector("input")!.value]).toEqual([true, ""]);
});
