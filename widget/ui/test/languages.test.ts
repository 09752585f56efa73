// Every text of the widget and the consoles, in every language: none missing, none left in English, numbers and names in their places.
import { expect, test } from "vitest";
import { inboxTexts } from "../../consoles/inbox/texts";
import { textsOf } from "../../consoles/shared/texts";
import { words as enAfter } from "../../visitor/after/en";
import { words as frAfter } from "../../visitor/after/fr";
import { refusals as enRefusals } from "../../visitor/refusals/en";
import { refusals as frRefusals } from "../../visitor/refusals/fr";
import { texts as enVisitor } from "../../visitor/texts/en";
import { texts as frVisitor } from "../../visitor/texts/fr";
import { languageNames } from "../../visitor/texts/texts";

type Entry = [path: string, value: unknown];

/** Texts by their path, lists by their index. */
function flat(texts: object, path = ""): Entry[] {
  return Object.entries(texts).flatMap(([key, value]): Entry[] =>
    typeof value == "object" && value !== null ? flat(value as object, `${path}${key}.`) : [[path + key, value]],
  );
}

/** A sentence; whether an argument is a number is not known, so each is tried as a word and as a number. */
const said = (value: unknown, ...args: unknown[]) => (typeof value == "function" ? String((value as (...all: unknown[]) => unknown)(...args)) : String(value));

/** Which of its arguments a sentence has in it. */
const places = (value: unknown) =>
  [0, 1, 2].filter((at) => said(value, "⟦0⟧", "⟦1⟧", "⟦2⟧").includes(`⟦${at}⟧`) || said(value, 71, 83, 97).includes(String([71, 83, 97][at])));

/** Digits of any grouping become one mark. */
const unnumbered = (text: string) => text.replace(/\d[\d\s\u202f\u00a0.,]*(?<!\s)/g, "#");

const pairs: [name: string, en: object, fr: object][] = [
  ["visitor", enVisitor, frVisitor],
  ["visitor, afterwards", enAfter, frAfter],
  ["consoles", textsOf.en, textsOf.fr],
  ["inbox", inboxTexts.en, inboxTexts.fr],
];

/** Words both languages write alike. */
const alike = new Set(["Conversation", "Conversations", "Message", "Messages", "E-mail", "Console", "Administration", "Maya", "Page"]);

test.each(pairs)("%s: the same texts, each with the same arguments in it", (_, en, fr) => {
  expect(flat(fr).map(([path]) => path)).toEqual(flat(en).map(([path]) => path));
  const french = new Map(flat(fr));
  for (const [path, value] of flat(en)) {
    const other = french.get(path);
    expect(typeof other, path).toBe(typeof value);
    expect(places(other), path).toEqual(places(value));
    expect(said(other, "x", "y").trim(), path).not.toBe("");
  }
});

test.each(pairs)("%s: nothing is left in English", (_, en, fr) => {
  const english = new Map(flat(en));
  const left = flat(fr).filter(([path, value]) => said(value, "x", "y") == said(english.get(path), "x", "y") && /\p{L}{2}/u.test(said(value, "", "")) && !alike.has(said(value)));
  expect(left.map(([path]) => path).filter((path) => path != "languageName")).toEqual([]);
});

test.each(pairs)("%s: none and one are singular in French, one alone is in English", (_, en, fr) => {
  for (const [path, value] of flat(fr).filter(([, one]) => typeof one == "function")) expect(unnumbered(said(value, 0)), path).toBe(unnumbered(said(value, 1)));
  for (const [path, value] of flat(en).filter(([, one]) => typeof one == "function")) expect(unnumbered(said(value, 0)), path).toBe(unnumbered(said(value, 2)));
});

test("what is counted has a word for one and a word for many, and groups its thousands", () => {
  for (const texts of [enVisitor, frVisitor, textsOf.en, textsOf.fr])
    for (const counted of [texts.left, texts.tooMuch, texts.unread]) expect(unnumbered(counted(1))).not.toBe(unnumbered(counted(2)));
  expect([enVisitor.left(1), enVisitor.left(1200), frVisitor.left(1), frVisitor.left(1200)]).toEqual([
    "1 character left", "1,200 characters left", "encore 1 caractère", "encore 1\u202f200 caractères",
  ]);
  expect([frVisitor.unread(0), frVisitor.unread(2), enVisitor.unread(0)]).toEqual(["0 nouveau message", "2 nouveaux messages", "0 new messages"]);
});

test("refusals: French says itself every one that English does, in its own words", () => {
  for (const [code, text] of Object.entries(enRefusals)) expect(frRefusals[code], code).toBeTruthy(), expect(frRefusals[code]).not.toBe(text);
});

test("every language says its own name, in the console too", () => {
  for (const [language, texts] of Object.entries(textsOf)) expect(texts.languageName).toBe(languageNames[language]);
});

test("French keeps its signs on the line of their word: narrow spaces before ; ! ? and », full ones before a colon", () => {
  for (const [, , fr] of [...pairs, ["refusals", {}, frRefusals] as const])
    for (const [path, value] of flat(fr)) {
      const text = said(value, "a", "b");
      expect(text, path).not.toMatch(/[^\u202f][?!;»]|«[^\u202f\u00a0]|[^\u00a0]:|'/u);
    }
});
