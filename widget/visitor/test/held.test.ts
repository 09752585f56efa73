import { expect, test } from "vitest";
import { lines, verdictOf } from "../store/read";
import { message, snapshot, state, status, visitor } from "./state";

const held = (seq: number, text: string) => ({ ...message(seq, text, visitor), kind: "hold", verdict: "held" });
const shown = (events: ReturnType<typeof message>[]) => lines(state({ thread: snapshot([]), events })).map((line) => line.text);

test("a held message waits where it was written, and stands where it was said once it is let through", () => {
  const [before, hold] = [message(1), held(2, "held words")];
  const said = { ...message(4, "held words", visitor), verdict: "passed", ofHold: 2 };
  expect(shown([before, hold, message(3)])).toEqual(["text 1", "held words", "text 3"]);
  expect(verdictOf(state({ events: [hold] }), hold)).toBe("held");
  expect(shown([before, hold, message(3), said])).toEqual(["text 1", "text 3", "held words"]);
});

test("what was not let through stays with its author and says so; the decision is no line of its own", () => {
  const [hold, decision] = [held(1, "held words"), { ...held(2, ""), text: null, verdict: "refused", ofHold: 1 }];
  expect(shown([hold, decision])).toEqual(["held words"]);
  expect(verdictOf(state({ events: [hold, decision] }), hold)).toBe("refused");
});

test("a held question that goes out is a question like any other", () => {
  const [hold, passed] = [held(1, "held words"), status(2, "waiting", "topic", "passed")];
  expect(shown([hold, passed])).toEqual(["held words", null]);
  expect(verdictOf(state({ events: [hold, passed] }), hold)).toBe("passed");
});
