import type { Store } from "../store";
import { codeOf, wordsFor } from "./refused";

/** One act at a time on one thing: a double press is one press. It never throws: a refusal becomes a word on the screen. */
export async function once(store: Store, id: string, act: () => Promise<unknown>, refused: (code: string) => void = () => undefined) {
  if (store.busy.peek().has(id)) return;
  store.busy.value = new Set(store.busy.peek()).add(id);
  try {
    await act();
  } catch (error) {
    store.notices.say(wordsFor(codeOf(error), store.texts.peek()), "bad");
    refused(codeOf(error));
  } finally {
    store.busy.value = new Set([...store.busy.peek()].filter((other) => other !== id));
  }
}
