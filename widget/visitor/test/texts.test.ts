import { expect, test } from "vitest";
import { texts as en } from "../texts/en";
import { texts as fr } from "../texts/fr";
import { refusals as enRefusals } from "../refusals/en";
import { refusals as frRefusals } from "../refusals/fr";
import { sentence } from "../refusals/refusals";

/** Every sentence, functions called with something likely. */
function sentences(of: object, path = ""): [name: string, text: string][] {
  return Object.entries(of).flatMap(([name, value]): [string, string][] => {
    const full = path + name;
    if (typeof value == "string") return [[full, value]];
    if (typeof value == "function") return [1, 2, -3].map((count) => [`${full}(${count})`, String(value(count))]);
    return sentences(value, full + ".");
  });
}

const names = (of: object) => sentences(of).map(([name]) => name);

test("no text is missing in either language", () => {
  expect(names(fr)).toEqual(names(en));
  for (const [name, text] of [en, fr, enRefusals, frRefusals].flatMap((of) => sentences(of))) expect(text.trim(), name).not.toBe("");
});

test("French says itself every refusal that English says itself", () => {
  expect(Object.keys(frRefusals)).toEqual(expect.arrayContaining(Object.keys(enRefusals)));
});

test("French puts its spaces before double signs, and none that may break", () => {
  for (const [name, text] of [...sentences(fr), ...sentences(frRefusals)]) {
    expect(text, name).not.toMatch(/[^\u202f]([?!;])/);
    expect(text, name).not.toMatch(/[^\u00a0]:/);
    expect(text, name).not.toMatch(/'/);
  }
});

test("the names by which people, screen readers and tests find things stay", () => {
  expect([en.yourQuestion, en.ask, en.conversation, en.message, en.send, en.close, en.end]).toEqual([
    "Your question", "Ask", "Conversation", "Message", "Send", "Close", "End conversation",
  ]);
  expect([en.howWasIt, en.sendRating, en.email, en.emailMe]).toEqual(["How was it?", "Send rating", "E-mail", "E-mail me"]);
});

test("an unknown refusal is said in the server's words, and one without words as a lost line", async () => {
  const state = { texts: en, language: "en" };
  expect(await sentence(state, { code: "thread_closed", message: "" })).toBe(enRefusals.thread_closed);
  expect(await sentence(state, { code: "brand_new", message: "The server's sentence." })).toBe("The server's sentence.");
  expect(await sentence(state, { code: "brand_new", message: "" })).toBe(en.offline);
  expect(await sentence(state, { code: "offline", message: "" })).toBe(en.offline);
});
