import type { State } from "./state";

export interface Store {
  get(): State;
  set(change: Partial<State>): void;
  watch(listener: () => void): void;
}

export function makeStore(state: State): Store {
  const listeners: (() => void)[] = [];
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    watch: (listener) => void listeners.push(listener),
  };
}
