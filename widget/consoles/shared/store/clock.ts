import { signal } from "@preact/signals";

/** Time on our steady clock, which no one can turn back. */
export const steadyNow = () => performance.now();

/** Wall time for "2 min ago", renewed twice a minute. */
export const minuteNow = signal(Date.now());
setInterval(() => (minuteNow.value = Date.now()), 30_000);
