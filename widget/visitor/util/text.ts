// A text as the server will store and count it.
import { Limits } from "../../wire/contracts";

/** NFC, and every line end a single LF; otherwise as typed. */
export const normalised = (text: string) => text.replace(/\r\n?/g, "\n").normalize("NFC");

/** Characters left before a limit is reached, the nearer of the two; negative when over. */
export function roomLeft(text: string): number {
  const stored = normalised(text);
  const points = Limits.textCodePoints - [...stored].length;
  const bytes = Limits.textBytes - new TextEncoder().encode(stored).length;
  return Math.min(points, bytes);
}

/** From here on the counter shows. */
export const NEARLY_FULL = 400;
