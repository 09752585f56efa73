import { Limits } from "../../../wire/contracts";

/** Signs nobody sees and the server refuses; they come along when text is pasted from elsewhere. */
const INVISIBLE = /[^\P{Cc}\t\n]/gu;

/** A text as the server will store it. */
export const normalised = (text: string) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(INVISIBLE, "");

/** Code points that still fit, by the server's count; negative when there are too many. Its limit in bytes is out of reach: 4,000 signs have at most 16,000. */
export const roomLeft = (text: string) => Limits.textCodePoints - [...normalised(text)].length;
