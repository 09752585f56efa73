import { expect, test } from "vitest";
import { pieces } from "../util/links";
import { normalised, roomLeft } from "../util/text";
import { saidTime } from "../util/time";

test("line ends become one LF and letters are composed", () => {
  expect(normalised("a\r\nb\rc")).toBe("a\nb\nc");
  expect(normalised("e\u0301")).toBe("\u00e9");
});

test("characters are counted as people see code points, not as UTF-16 halves", () => {
  expect(roomLeft("😀".repeat(3_999))).toBe(1);
  expect(roomLeft("e\u0301".repeat(4_000))).toBe(0);
  expect(roomLeft("a".repeat(4_001))).toBe(-1);
});

test("the byte limit counts where characters are wide", () => {
  expect(roomLeft("😀".repeat(4_000))).toBe(0);
  expect(roomLeft("a\r\n".repeat(2_000))).toBe(0);
});

test("only http and https addresses become links", () => {
  const hrefs = (text: string) => pieces(text).flatMap((piece) => piece.href ?? []);
  expect(hrefs("see https://a.example/x?y=1#z and http://b.example")).toEqual(["https://a.example/x?y=1#z", "http://b.example"]);
  expect(hrefs("javascript:alert(1) data:text/html,x ftp://c.example www.d.example https://")).toEqual([]);
});

test("the end of a sentence is not the end of an address", () => {
  expect(pieces("(see https://a.example/x).")).toEqual([
    { text: "(see " },
    { text: "https://a.example/x", href: "https://a.example/x" },
    { text: ")." },
  ]);
  expect(pieces("https://a.example/tent_(2)")[0]!.href).toBe("https://a.example/tent_(2)");
});

test("no text is lost between the pieces", () => {
  const text = "a https://a.example, b\nhttp://b.example!? c <https://c.example>";
  expect(pieces(text).map((piece) => piece.text).join("")).toBe(text);
});

test("times are said as people say them", () => {
  const noon = new Date(2026, 4, 20, 12, 5).getTime();
  const hour = 3_600_000;
  expect(saidTime(noon, "fr", noon + hour)).toBe("12:05");
  expect(saidTime(noon, "fr", noon + 24 * hour)).toBe("hier, 12:05");
  expect(saidTime(noon, "en", noon + 24 * 40 * hour)).toMatch(/^May 20, 12:05/);
});
