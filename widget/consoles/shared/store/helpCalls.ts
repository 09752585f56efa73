import { signal } from "@preact/signals";
import type { HelpCallView } from "../../../wire/contracts";

/** A conversation we are asked into. Its end is kept on our own steady clock. */
export interface HelpCall {
  view: HelpCallView;
  endsAt: number;
}

/** Who asks us in, and what of others' suggestions is done with. */
export function createHelpCalls() {
  const all = signal<readonly HelpCall[]>([]);
  const drop = (id: string) => (all.value = all.peek().filter(({ view }) => view.callId !== id));
  const called = (view: HelpCallView, now: number): boolean => {
    if (all.peek().some((known) => known.view.callId === view.callId)) return false;
    all.value = [...all.peek(), { view, endsAt: now + view.remainingMs }];
    return true;
  };

  return {
    all,
    called,
    drop,
    /** The server's list: what is not on it is over; what is new on it is returned. */
    truth: (views: readonly HelpCallView[], now: number): HelpCallView[] => {
      const listed = new Set(views.map(({ callId }) => callId));
      all.value = all.peek().filter(({ view }) => listed.has(view.callId));
      return views.filter((view) => called(view, now));
    },
  };
}
