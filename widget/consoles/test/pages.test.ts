// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { takeSecret } from "../pages/secret";
import { pagesOf } from "../shared/store/pages";

test.each([
  ["#abc-123_x", "abc-123_x"],
  ["#secret=abc%2B1", "abc+1"],
])("the secret of %s goes into the form and out of the address", (hash, secret) => {
  document.body.innerHTML = '<form method="post"><input type="hidden" name="secret"></form>';
  history.replaceState(null, "", `/invitation?site=a${hash}`);
  takeSecret();
  expect(document.querySelector("input")!.value).toBe(secret);
  expect(location.href).toMatch(/\/invitation\?site=a$/);
});

test("a page loaded anew still knows the secret its address no longer shows", () => {
  history.replaceState(null, "", "/invitation#abc-123");
  for (let load = 0; load < 2; load++) {
    document.body.innerHTML = '<form method="post"><input type="hidden" name="secret"></form>';
    takeSecret();
    expect(document.querySelector("input")!.value).toBe("abc-123");
  }
});

test.each([
  [["super_user"], ["console"]],
  [["agent", "super_user"], ["inbox", "console"]],
  [["admin"], ["admin", "moderation", "inbox"]],
])("%s works on %s", (roles, pages) => expect(pagesOf(roles)).toEqual(pages));
