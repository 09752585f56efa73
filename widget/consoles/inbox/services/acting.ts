import { once } from "../../shared/services/once";
import { wordsFor } from "../../shared/services/refused";
import type { Store } from "../../shared/store";
import type { Inbox } from "../store/inbox";

/** An act that may be done in a small window: its refusal stands there too, until the next try. Resolves to whether it was done. */
export const createActing = (store: Store, inbox: Inbox) => (id: string, run: () => Promise<unknown>, refused: () => void = () => undefined) => {
  inbox.refusal.value = "";
  return once(store, id, run, (code) => {
    inbox.refusal.value = wordsFor(code, store.texts.peek());
    refused();
  });
};
