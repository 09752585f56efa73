const SOON_MS = 150;

/** So long at most a hint that everybody of a site hears waits: a thousand consoles do not all ask in one moment. */
export const SPREAD_MS = 1_000;

/**
 * Several hints in a row are one question, and one is asked at a time: what is hinted at while it is asked is asked once more after it. Given is how long a
 * hint may wait; the most pressing one counts.
 */
export function inARow(ask: () => Promise<unknown>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  let asking = false;
  let again = Infinity;

  function hint(inMs = SOON_MS) {
    if (asking) {
      again = Math.min(again, inMs);
      return;
    }
    const at = performance.now() + inMs;
    if (at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), inMs);
  }

  async function run() {
    due = Infinity;
    asking = true;
    await ask().catch(() => undefined);
    asking = false;
    const next = again;
    again = Infinity;
    if (next < Infinity) hint(next);
  }

  return {
    soon: () => hint(),
    /** At a moment of its own. */
    spread: () => hint(Math.random() * SPREAD_MS),
  };
}
