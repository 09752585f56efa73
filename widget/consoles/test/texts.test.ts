import { expect, test } from "vitest";
import { languages, textsOf } from "../shared/texts";

/** Every text by its path; functions by their name. */
function flat(texts: object, path = ""): [string, unknown][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? flat(value as object, `${path}${key}.`) : [[path + key, value] as [string, unknown]],
  );
}

test.each(languages)("%s has every text, and none is empty", (language) => {
  const own = flat(textsOf[language]);
  expect(own.map(([key]) => key).sort()).toEqual(flat(textsOf.en).map(([key]) => key).sort());
  for (const [key, value] of own) expect(typeof value === "function" || String(value).trim(), key).toBeTruthy();
});

test("numbers take the word their language wants", () => {
  expect(textsOf.en.unread(0)).toBe("0 new messages");
  expect(textsOf.fr.unread(0)).toBe("0 nouveau message");
  expect([textsOf.en.unread(1), textsOf.fr.unread(2)]).toEqual(["1 new message", "2 nouveaux messages"]);
});

test("French punctuation is not torn from its word", () => {
  const torn = flat(textsOf.fr).filter(([, value]) => / [;:!?»]|« /.test(String(value)));
  expect(torn).toEqual([]);
});

test("of several people is spoken in the plural", () => {
  const { askedIn, helpedBy } = textsOf.en;
  expect([askedIn("Maya", 1), askedIn("Maya and Leo", 2)]).toEqual(["Maya was asked in", "Maya and Leo were asked in"]);
  expect([helpedBy("Maya", 1), helpedBy("Maya and Leo", 2)]).toEqual(["Maya helps along", "Maya and Leo help along"]);
});
