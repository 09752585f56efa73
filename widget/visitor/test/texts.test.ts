import { expect, test } from "vitest";
import { wordsIn } from "../after/wordsIn";
import { texts as en } from "../texts/en";
import { refusals as enRefusals } from "../refusals/en";
import { sentence } from "../refusals/refusals";

test("the names by which people, screen readers and tests find things stay", () => {
  expect([en.yourQuestion, en.ask, en.conversation, en.message, en.send, en.close, en.end]).toEqual([
    "Your question", "Ask", "Conversation", "Message", "Send", "Close", "End conversation",
  ]);
  const later = wordsIn("en");
  expect([later.howWasIt, later.sendRating, later.email, later.emailMe]).toEqual(["How was it?", "Send rating", "E-mail", "E-mail me"]);
});

test("an unknown refusal is said in the server's words, and one without words as a lost line", async () => {
  const state = { texts: en, language: "en" };
  expect(await sentence(state, { code: "thread_closed", message: "" })).toBe(enRefusals.thread_closed);
  expect(await sentence(state, { code: "brand_new", message: "The server's sentence." })).toBe("The server's sentence.");
  expect(await sentence(state, { code: "brand_new", message: "" })).toBe(en.offline);
  expect(await sentence(state, { code: "offline", message: "" })).toBe(en.offline);
  expect(await sentence(state, { code: "silenced", message: "", retryAfter: 60 })).not.toContain("{");
});
