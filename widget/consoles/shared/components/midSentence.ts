import { steadyNow } from "../store/clock";

const GOES_ON_MS = 1_500;

/**
 * Whoever is typing when their field goes away goes on for a moment, and looks up later. Told of every key, it says which belong to such a
 * sentence: those that follow each other without a rest. Who left by Escape, or sent a line off by Enter, had finished.
 */
export function createMidSentence(fieldOf: (target: EventTarget | null) => Element | null) {
  let last: { field: Element; at: number } | null = null;
  return ({ target, key }: KeyboardEvent): boolean => {
    const field = fieldOf(target);
    const now = steadyNow();
    if (field) {
      const finished = key === "Escape" || (key === "Enter" && field instanceof HTMLInputElement);
      last = finished ? null : { field, at: now };
      return false;
    }
    if (last && (last.field.isConnected || now - last.at >= GOES_ON_MS)) last = null;
    if (last) last.at = now;
    return last !== null;
  };
}
