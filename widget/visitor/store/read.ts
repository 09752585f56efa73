// Questions the components ask of the state.
import type { ThreadEvent } from "../../wire/contracts";
import { type Pending, type State } from "./state";

export const isMine = (event: ThreadEvent) => event.author?.kind == "visitor";

/** Whatever kind of event it is: a newer server may have words of a kind unknown here. */
export const fromOthers = (event: ThreadEvent) => event.text != null && !isMine(event);

export const unread = (state: State) =>
  state.events.filter((event) => fromOthers(event) && event.seq > (state.thread?.visitorSeen ?? 0)).length;

/** A parked thread that somebody answered meanwhile: nobody has moved it since. */
export const isAnswered = ({ thread, events }: State) =>
  thread?.state == "parked" && events.findLast((event) => event.status)?.status!.reason == "answered";

/** Who is behind the conversation: nobody, while it waits. */
export const speaker = (state: State) =>
  state.thread?.state == "live" || state.thread?.state == "closed" || isAnswered(state) ? state.thread!.responder : null;

/** The rungs the question has climbed since it last began to wait, the present one last. */
export function climbed(state: State): string[] {
  const rungs: string[] = [];
  for (const { status } of state.events) {
    if (!status) continue;
    if (status.state == "live" || status.state == "closed") rungs.length = 0;
    else if (rungs.at(-1) != status.rung) rungs.push(status.rung);
  }
  const now = state.thread!.rung;
  return rungs.at(-1) == now ? rungs : [...rungs, now];
}

/** One bubble, stored or on its way. */
export interface Line {
  id: string;
  text: string | null;
  at: number;
  event?: ThreadEvent;
  pending?: Pending;
}

/** What became of a text that was held: `held` while nobody has decided, or nothing where none was. */
export const verdictOf = ({ events }: State, { seq, kind, verdict }: ThreadEvent) =>
  kind != "hold" ? null : seq == 1 && events.some(({ status }) => status?.reason == "passed") ? "passed" : (events.find((one) => one.ofHold == seq)?.verdict ?? verdict);

export function lines(state: State): Line[] {
  const { events, pending } = state;
  // What was let through stands where it was said in the end; a decision is told below the words it is about.
  const shown = events.filter((event) => event.kind != "hold" || (!event.ofHold && (event.seq == 1 || verdictOf(state, event) != "passed")));
  return [
    ...shown.map((event) => ({ id: event.key ?? "e" + event.seq, text: event.text, at: event.at, event })),
    ...pending.map((one) => ({ id: one.key, text: one.text, at: one.at, pending: one })),
  ];
}
