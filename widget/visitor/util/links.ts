// Finds web addresses in plain text; nothing else becomes a link.

export interface Piece {
  text: string;
  href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^«»“”]+/gi;

export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutSentenceEnd(match[0]);
    if (!/^https?:\/\/[^/]/i.test(address)) continue;
    if (match.index > at) found.push({ text: text.slice(at, match.index) });
    found.push({ text: address, href: address });
    at = match.index + address.length;
  }
  if (at < text.length) found.push({ text: text.slice(at) });
  return found;
}

/** The full stop after an address ends the sentence, and a bracket closes only what the address opened. */
function withoutSentenceEnd(address: string): string {
  let end = address.replace(/[.,;:!?…]+$/, "");
  if (end.endsWith(")") && !end.includes("(")) end = withoutSentenceEnd(end.slice(0, -1));
  return end;
}
