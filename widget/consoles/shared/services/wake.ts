const TICK_MS = 5_000;
/** Timers that were late by more than this: the machine was asleep. */
const SLEPT_MS = 20_000;

/** Tells when the page is back from anywhere: another tab, sleep, no network, the back-forward cache; and when it goes. */
export function onWake(woke: () => void, leaves: () => void) {
  let ticked = Date.now();
  setInterval(() => {
    const slept = Date.now() - ticked > SLEPT_MS;
    ticked = Date.now();
    if (slept && document.visibilityState === "visible") woke();
  }, TICK_MS);
  addEventListener("online", woke);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && woke());
  // An open socket would keep the page out of the browser's back-forward cache.
  addEventListener("pagehide", leaves);
  addEventListener("pageshow", ({ persisted }) => persisted && woke());
}
