const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/** How long to wait before the n-th try (from 0): doubling, and spread so that a thousand consoles do not knock at once. */
export function pauseBefore(attempt: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return whole / 2 + (whole / 2) * random();
}
