import { signal } from "@preact/signals";
import type { Person } from "../../../wire/contracts";

const SHOWN_MS = 5_000;

/** Who else of ours is writing in which thread: two answers to one question are one too many. Each goes out by itself. */
export function createWriters() {
  const all = signal<readonly { thread: string; who: Person }[]>([]);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const stopped = (thread: string, id: string | null | undefined) => {
    clearTimeout(timers.get(`${thread} ${id}`));
    if (all.peek().some((one) => one.thread === thread && one.who.id === id)) all.value = all.peek().filter((one) => one.thread !== thread || one.who.id !== id);
  };
  const heard = (thread: string, who: Person) => {
    clearTimeout(timers.get(`${thread} ${who.id}`));
    timers.set(`${thread} ${who.id}`, setTimeout(stopped, SHOWN_MS, thread, who.id));
    if (!all.peek().some((one) => one.thread === thread && one.who.id === who.id)) all.value = [...all.peek(), { thread, who }];
  };
  return { all, heard, stopped, in: (thread: string) => all.value.filter((one) => one.thread === thread).map(({ who }) => who) };
}
