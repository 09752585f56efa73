import { expect, test } from "vitest";
import { linked, webAddress } from "../shared/store/links";

test.each([
  ["see https://a.example/x?y=1.", ["see ", { href: "https://a.example/x?y=1" }, "."]],
  ["(http://a.example)", ["(", { href: "http://a.example" }, ")"]],
  ["https://a.example/x_(y)", [{ href: "https://a.example/x_(y)" }]],
  ["no javascript:alert(1) here", ["no javascript:alert(1) here"]],
  ["https:// alone", ["https:// alone"]],
])("%s", (text, pieces) => expect(linked(text)).toEqual(pieces));

test("only web addresses become links", () => {
  expect(webAddress("javascript:alert(1)")).toBeNull();
  expect(webAddress(null)).toBeNull();
  expect(webAddress("https://a.example/")?.href).toBe("https://a.example/");
});
