/** Holds pushed news back while the truth is being fetched, so that what is older never overwrites what is newer. */
export function createGate() {
  let fetching = 0;
  let held: (() => void)[] = [];

  const release = () => {
    if (--fetching > 0) return;
    const steps = held;
    held = [];
    for (const step of steps) step();
  };

  return {
    push: (step: () => void) => (fetching ? void held.push(step) : step()),
    async fetch<T>(ask: () => Promise<T>, apply: (truth: T) => void): Promise<T> {
      fetching++;
      try {
        const truth = await ask();
        apply(truth);
        return truth;
      } finally {
        release();
      }
    },
  };
}

export type Gate = ReturnType<typeof createGate>;
