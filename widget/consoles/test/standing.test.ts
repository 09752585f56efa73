import { expect, test } from "vitest";
import { withSnapshot } from "../shared/store/chat";
import { byWaitingForMe, standingOf, unreadIn, waitingSince } from "../shared/store/standing";
import { event, me, snapshot } from "./sample";

const chat = (threadId: string, events: [who: "visitor" | "me", at: number][], more = {}) =>
  withSnapshot(
    undefined,
    snapshot(
      events.map(([who, at], index) => event(index + 1, { threadId, at, ...(who === "me" && { author: me }) })),
      { threadId, ...more },
    ),
  );

test("a visitor waits since their first word after ours", () => {
  const waiting = chat("a", [["visitor", 1], ["me", 2], ["visitor", 3], ["visitor", 4]]);
  expect(waitingSince(waiting)).toBe(3);
  expect(waitingSince(chat("b", [["visitor", 1], ["me", 2]]))).toBeNull();
});

test("longest waiting first, then answered ones newest first, then what is over", () => {
  const chats = [
    chat("ended", [["visitor", 1]], { state: "closed" }),
    chat("answered-early", [["visitor", 1], ["me", 5]]),
    chat("waiting-short", [["visitor", 9]]),
    chat("answered-late", [["visitor", 1], ["me", 6]]),
    chat("waiting-long", [["visitor", 1], ["me", 2], ["visitor", 3], ["visitor", 20]]),
  ];
  expect(chats.sort(byWaitingForMe(me.id)).map((one) => one.threadId)).toEqual([
    "waiting-long",
    "waiting-short",
    "answered-late",
    "answered-early",
    "ended",
  ]);
});

test("a chat is ours only while it is live with us", () => {
  expect(standingOf(chat("a", []), me.id)).toBe("mine");
  expect(standingOf(chat("a", [], { state: "closed" }), me.id)).toBe("ended");
  expect(standingOf(chat("a", [], { state: "waiting", responder: null }), me.id)).toBe("elsewhere");
  expect(standingOf({ ...chat("a", []), lost: true }, me.id)).toBe("elsewhere");
});

test("who helps may write and holds nothing; where one helps comes after one's own", () => {
  const leo = { id: "m2", name: "Leo", kind: "super_user", since: null };
  const helped = chat("helped", [["visitor", 9]], { responder: leo, helpers: [me] });
  expect(standingOf(helped, me.id)).toBe("helping");
  expect(standingOf({ ...helped, responder: null, state: "waiting" }, me.id)).toBe("helping");
  expect(standingOf({ ...helped, state: "closed" }, me.id)).toBe("ended");
  expect([helped, chat("own", [["visitor", 1], ["me", 2]])].sort(byWaitingForMe(me.id)).map((one) => one.threadId)).toEqual(["own", "helped"]);
});

test("only the visitor's unseen messages count as new", () => {
  expect(unreadIn(chat("a", [["visitor", 1], ["me", 2], ["visitor", 3]], { responderSeen: 1 }))).toBe(1);
});
