import { signal } from "@preact/signals";

const SHOWN_MS = 5_000;

/** Whose visitor is writing now; each goes out by itself after five seconds. */
export function createTyping() {
  const all = signal<ReadonlySet<string>>(new Set());
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const stopped = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    if (all.peek().has(id)) all.value = new Set([...all.peek()].filter((other) => other !== id));
  };
  const heard = (id: string) => {
    clearTimeout(timers.get(id));
    timers.set(id, setTimeout(stopped, SHOWN_MS, id));
    if (!all.peek().has(id)) all.value = new Set(all.peek()).add(id);
  };
  return { all, heard, stopped };
}
