// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import type { InboxRow, ThreadEvent } from "../../../wire/contracts";
import { createGate } from "../../shared/services/gate";
import { createPushes } from "../../shared/services/pushes";
import { minuteNow } from "../../shared/store/clock";
import { happens } from "../../test/drawn";
import { event, me, snapshot } from "../../test/sample";
import { Clock } from "../components/Clock";
import { anInbox, drawnAt } from "./drawn";
import { row } from "./sample";

const MINUTE = 60_000;

beforeEach(() => localStorage.clear());

/** A talk of ours whose visitor wrote long ago, as its line stands on the list; and what the hub tells of it. */
async function held(more: Partial<InboxRow> = {}) {
  const at = anInbox();
  at.inbox.targetMs.value = 20 * MINUTE;
  minuteNow.value = 23 * MINUTE;
  const asked = event(1, { at: 0 });
  at.store.chats.snapshot(snapshot([asked]));
  const pushed = createPushes(at.store, createGate(), { resume: vi.fn() } as never, {} as never);
  const root = await drawnAt(at, <Clock row={row("t1", { state: "live", responder: me, since: 0, dueAt: 20 * MINUTE, ...more })} />);
  const told = (seq: number, rest: Partial<ThreadEvent>) => happens(() => pushed("Event", event(seq, rest) as never));
  return { ...at, root, told };
}

test("the clock of a talk stops with our answer, and starts again with the visitor's next word, whatever the list was told", async () => {
  const { root, told } = await held();
  expect(root.textContent).toBe("Late by 3 min");
  await told(2, { author: me, at: 23 * MINUTE });
  expect(root.textContent).toBe("");
  await told(3, { at: 23 * MINUTE });
  expect(root.textContent).toBe("Answer due in 20 min");
  await told(4, { at: 25 * MINUTE });
  expect(root.textContent).toBe("Answer due in 20 min");
});

test("a note is no answer", async () => {
  const { root, told } = await held();
  await told(2, { kind: "note", author: me, audience: "staff", at: 23 * MINUTE });
  expect(root.textContent).toBe("Late by 3 min");
});

test("where the list knows more of it than we do, the list is right", async () => {
  const { root, told } = await held({ lastAt: 24 * MINUTE });
  await told(2, { author: me, at: 23 * MINUTE });
  expect(root.textContent).toBe("Late by 3 min");
});

test.each([
  ["without a target", {}, 0],
  ["in what is put aside", { snoozedUntil: 60 * MINUTE }, 20 * MINUTE],
])("nothing is due %s", async (_, more, targetMs) => {
  const { root, told, inbox } = await held({ since: null, dueAt: null, ...more });
  await happens(() => (inbox.targetMs.value = targetMs));
  await told(2, { at: 23 * MINUTE });
  expect(root.textContent).toBe("");
});
