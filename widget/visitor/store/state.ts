// Everything the app knows, in one object; components only read it.
import type { Person, Suggestion, ThreadEvent, ThreadSnapshot } from "../../wire/contracts";
import type { Texts } from "../texts/en";

/** A message of the visitor's on its way: until the server has it, and its event is here. */
export interface Pending {
  thread: string;
  key: string;
  text: string;
  at: number;
  reopen: boolean;
  /** The server has it; its event is still to come. */
  sent?: boolean;
  /** The last try did not reach the server. */
  failed?: boolean;
}

export type ThreadHead = Omit<ThreadSnapshot, "events">;

export interface State {
  open: boolean;
  language: string;
  texts: Texts;
  /** Null until something was asked: the ask form shows. */
  thread: ThreadHead | null;
  /** Gap-free from the first to the last. */
  events: ThreadEvent[];
  pending: Pending[];
  /** What is typed, in whichever box shows: it survives every refusal and change of screen. */
  draft: string;
  asking: boolean;
  /** The thread of an earlier page is on its way. */
  arriving: boolean;
  /** A sentence that must be read now. */
  error: string | null;
  typing: Person | null;
  /** Neither socket nor polling reaches the server. */
  lost: boolean;
  /** The browser could not store this visit. */
  unkept: boolean;
  /** The visitor pressed Continue on a closed thread. */
  continuing: boolean;
  /** A public answer shown instead of the ask form. */
  reading?: Suggestion | null;
}

export const lastSeq = (state: State) => state.events.at(-1)?.seq ?? 0;

/** Words in the box, before what is being typed there. */
export const before = (words: string[], draft: string) => [...words, draft].filter(Boolean).join("\n");

/** Words the server has not got go back into the box. */
export function takenBack({ pending, draft }: Pick<State, "pending" | "draft">, stays: (one: Pending) => unknown) {
  const back = pending.filter((one) => !one.sent && !stays(one)).map((one) => one.text);
  return { pending: pending.filter(stays), draft: before(back, draft) };
}
