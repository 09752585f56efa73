import { effect } from "@preact/signals";
import type { Store } from "../store";
import { codeOf, wordsFor } from "./refused";

/** One act at a time on one thing: a double press is one press. It never throws: a refusal becomes a word on the screen. Resolves to whether it was done. */
export async function once(store: Store, id: string, act: () => Promise<unknown>, refused: (code: string) => void = () => undefined): Promise<boolean> {
  if (store.busy.peek().has(id)) return false;
  store.busy.value = new Set(store.busy.peek()).add(id);
  try {
    await act();
    return true;
  } catch (error) {
    store.notices.say(wordsFor(codeOf(error), store.texts.peek()), "bad");
    refused(codeOf(error));
    return false;
  } finally {
    store.busy.value = new Set([...store.busy.peek()].filter((other) => other !== id));
  }
}

/** Resolves once no act on one thing is under way any more, to whether there was one. */
export const settled = (store: Store, id: string): Promise<boolean> =>
  new Promise((done) => {
    if (!store.busy.peek().has(id)) return done(false);
    const stop = effect(() => {
      if (store.busy.value.has(id)) return;
      done(true);
      queueMicrotask(() => stop());
    });
  });
