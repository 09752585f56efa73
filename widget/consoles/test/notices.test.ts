import { expect, test } from "vitest";
import { createNotices } from "../shared/store/notices";

test("good news goes with the next thing one does, a refusal stays its time", () => {
  const notices = createNotices();
  notices.say("Good to have you.");
  notices.say("Someone was faster.", "bad");
  notices.settle();
  expect(notices.all.value.map((notice) => notice.text)).toEqual(["Someone was faster."]);
});
