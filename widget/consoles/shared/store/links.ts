export type Piece = string | { href: string };

const ADDRESS = /https?:\/\/[^\s<>"']+/gi;
/** Signs that end a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]}»”’…]+$/;

/** A text cut into words and http(s) addresses. */
export function linked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, (end) => (end.startsWith(")") && match[0].includes("(") ? ")" : ""));
    if (!webAddress(address)) continue;
    if (match.index > at) pieces.push(text.slice(at, match.index));
    pieces.push({ href: address });
    at = match.index + address.length;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** The address if it is a plain web one; anything else (javascript:, data:…) gives null. */
export function webAddress(text: string | null | undefined): URL | null {
  try {
    const url = new URL(text ?? "");
    return url.protocol === "https:" || url.protocol === "http:" ? url : null;
  } catch {
    return null;
  }
}
