import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { me } from "../../test/sample";
import { createGifts } from "../services/gifts";
import { row } from "./sample";

const given = (id: string, snoozedUntil: number | null = null) => row(id, { state: "parked", assignee: me, snoozedUntil });

test("what we put aside long ago is no news when it is seen, nor when it is back", async () => {
  const questionGiven = vi.fn();
  const gifts = createGifts({ me: signal(me) } as never, { questionGiven });
  await gifts.count(0);

  gifts.seen(given("old", 5));
  gifts.seen(given("old"));
  expect(questionGiven).not.toHaveBeenCalled();

  gifts.seen(given("new"));
  expect(questionGiven).toHaveBeenCalledOnce();
});
