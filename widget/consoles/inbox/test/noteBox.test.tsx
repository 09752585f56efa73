// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { createGate } from "../../shared/services/gate";
import { createWriting } from "../../shared/services/writing";
import { steadyNow } from "../../shared/store/clock";
import { happens } from "../../test/drawn";
import { event, snapshot } from "../../test/sample";
import { NoteBox } from "../components/NoteBox";
import { anInbox, drawnAt } from "./drawn";

beforeEach(() => localStorage.clear());

async function noting() {
  const at = anInbox();
  at.store.chats.snapshot(snapshot([event(1)]));
  at.inbox.noting.value = new Set(["t1"]);
  const tell = vi.fn();
  const writing = createWriting(at.store, { tell } as never, createGate(), {} as never);
  const root = await drawnAt({ ...at, desk: { noteOf: (id: string) => `note.${id}` }, writing }, <NoteBox chat={at.store.chats.get("t1")!} />);
  const box = root.querySelector("textarea")!;
  const type = (value: string) =>
    happens(() => {
      box.value = value;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
  return { tell, type, writing };
}

test("what is typed into a note is told to the team, and never as an answer that the visitor would see coming", async () => {
  const { tell, type } = await noting();
  await type("Call");
  await type("Call the warehouse");
  expect(tell.mock.calls).toEqual([["TypingNote", "t1"]]);
});

test("an answer begun right after a note is told at once", async () => {
  const { tell, type, writing } = await noting();
  await type("Call");
  writing.typing("t1", steadyNow());
  expect(tell.mock.calls.map(([method]) => method)).toEqual(["TypingNote", "Typing"]);
});
