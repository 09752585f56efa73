import type { Refusal } from "../../../wire/contracts";
import type { Texts } from "../texts";

/** A refusal on its way to whoever can say it. */
export class Refused extends Error {
  readonly code: string;
  readonly retryAfter: number | null;

  constructor(refusal: Partial<Refusal>) {
    super(refusal.message ?? "");
    this.code = refusal.code ?? "unexpected";
    this.retryAfter = refusal.retryAfter ?? null;
  }

  /** No answer came: what was asked may or may not have happened. */
  static offline = () => new Refused({ code: "offline" });
}

export const codeOf = (error: unknown) => (error instanceof Refused ? error.code : "unexpected");

/** It may have arrived, or could not just now: it goes again by itself. */
const PASSING = new Set(["offline", "not_signed_in", "storage_away", "too_many_requests"]);
export const isPassing = (code: string | null) => code !== null && PASSING.has(code);

export function wordsFor(code: string, texts: Texts): string {
  return texts.refusals[code] ?? texts.refusals.unexpected!;
}
