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

test.each([
  [["super_user"], ["console"]],
  [["agent", "super_user"], ["inbox", "console"]],
  [["admin"], ["admin", "moderation", "inbox"]],
])("%s works on %s", (roles, pages) => expect(pagesOf(roles)).toEqual(pages));
