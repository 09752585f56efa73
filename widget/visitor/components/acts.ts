import type { Doorway } from "../../loader/doorway";
import type { Conversation } from "../services/conversation";
import type { State } from "../store/state";

/** What every component gets: what is, and what can be done. */
export interface Part {
  state: State;
  act: Conversation;
  set(change: Partial<State>): void;
  door: Doorway;
  /** What a report form is about, and what comes after it. */
  reported?: { seq: number; name: string; done(): void; close(): void };
}
