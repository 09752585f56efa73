// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { ChatList } from "../../shared/components/ChatList";
import { standingOf } from "../../shared/store/standing";
import { button, happens } from "../../test/drawn";
import { event, me, snapshot } from "../../test/sample";
import { Peek } from "../components/Peek";
import { anInbox, drawnAt } from "./drawn";

beforeEach(() => localStorage.clear());

const leo = { ...me, id: "m2", name: "Leo" };
const parked = snapshot([event(1)], { state: "parked", responder: null });
const answered = { ...parked, outcome: "answered", responder: leo };

async function answering() {
  const at = anInbox();
  const { store, inbox } = at;
  store.chats.snapshot(parked);
  store.peeked.value = new Set(["t1"]);
  store.view.show("t1");
  store.drafts.set("t1", "half an ans");
  inbox.answering.value = { threadId: "t1", why: "visitor_away" };
  const desk = { forget: vi.fn() };
  const Drawn = () => {
    const chat = store.chats.all.value.get("t1");
    return (
      <>
        <ChatList />
        {chat && <Peek chat={chat} standing={standingOf(chat, me.id)} />}
      </>
    );
  };
  const root = await drawnAt({ ...at, desk, helping: {}, writing: { typing: vi.fn() } }, <Drawn />);
  return { store, root, desk };
}

test("an answer somebody else was faster with stays below the talk, with the focus, to be copied", async () => {
  const { store, root, desk } = await answering();
  expect(document.activeElement).toBe(root.querySelector("textarea"));
  await happens(() => store.chats.snapshot(answered));
  const kept = root.querySelector("textarea")!;
  expect([kept.readOnly, kept.value]).toEqual([true, "half an ans"]);
  expect(document.activeElement).toBe(kept);
  expect(root.textContent).toContain("Leo");
  await happens(() => button(root, "Done")!.click());
  expect(desk.forget).toHaveBeenCalledWith("t1");
});

test("and the talk is on the list of chats, because no other list leads to it", async () => {
  const { store, root } = await answering();
  expect(root.querySelectorAll(".chat-line")).toHaveLength(0);
  await happens(() => store.chats.snapshot(answered));
  expect(root.querySelectorAll(".chat-line")).toHaveLength(1);
});
