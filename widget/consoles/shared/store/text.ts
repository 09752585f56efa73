import { Limits } from "../../../wire/contracts";

/** A text as the server will store it. */
export const normalised = (text: string) => text.normalize("NFC").replace(/\r\n?/g, "\n");

/** Code points that still fit, by the server's count; negative when there are too many. */
export function roomLeft(text: string): number {
  const stored = normalised(text);
  const room = Limits.textCodePoints - [...stored].length;
  const bytesOver = new TextEncoder().encode(stored).length - Limits.textBytes;
  // Over 16 kB only with many four-byte signs: say how many of those to take out.
  return bytesOver > 0 ? Math.min(room, -Math.ceil(bytesOver / 4)) : room;
}
