import { expect, test } from "vitest";
import { Limits } from "../../wire/contracts";
import { normalised, roomLeft } from "../shared/store/text";

test("a text is counted as the server stores it: NFC, one newline per line end, code points", () => {
  expect(normalised("e\u0301\r\nb\rc")).toBe("é\nb\nc");
  expect(roomLeft("👍".repeat(4_000))).toBe(0);
  expect(roomLeft("x".repeat(4_001))).toBe(-1);
  expect(roomLeft("\r\n".repeat(4_000))).toBe(0);
});

test("the limit in bytes cannot bind before the one in signs", () => {
  const longest = new TextEncoder().encode("𝄞".repeat(Limits.textCodePoints)).length;
  expect(longest).toBeLessThanOrEqual(Limits.textBytes);
});

test("invisible signs that came along with a paste are left out", () => {
  expect(normalised("a\u0000b\u001b\tc\u0085")).toBe("ab\tc");
});
