// Everything the app knows, in one object; components only read it.
import type { Person, ThreadEvent, ThreadSnapshot } from "../../wire/contracts";
import type { Texts } from "../texts/en";

/** A message of the visitor's that the server has not acknowledged yet. */
export interface Pending {
  key: string;
  text: string;
  at: number;
  failed: boolean;
  reopen: boolean;
}

export type ThreadHead = Omit<ThreadSnapshot, "events">;

export type Link = "none" | "open" | "polling";

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
  link: Link;
  /** The visitor pressed Continue on a closed thread. */
  continuing: boolean;
}

export const lastSeq = (state: State) => state.events.at(-1)?.seq ?? 0;
