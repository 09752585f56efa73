import type { Actions } from "../services/actions";
import type { Store } from "../store";

const inField = (target: EventTarget | null) => target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;

/** Single keys for what has to be quick; off while anything is being typed, and switchable in the help sheet. */
export function offerKeys(store: Store, actions: Actions) {
  const pressed = (event: KeyboardEvent) => {
    if (!store.preferences.shortcuts.peek() || event.ctrlKey || event.metaKey || event.altKey || event.repeat || inField(event.target)) return;
    const first = store.offers.all.peek().find((offer) => !offer.ended)?.view.offerId;
    if (event.key === "a" && first) void actions.accept(first);
    else if (event.key === "n" && first) void actions.decline(first);
    else if (event.key === "?") store.view.help.value = true;
    else return;
    event.preventDefault();
  };
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}
