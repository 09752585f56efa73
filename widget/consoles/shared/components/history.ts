import { effect } from "@preact/signals";
import type { View } from "../store/view";

const phone = matchMedia("(max-width: 720px)");
const talkOf = (state: unknown) => (state as { talk?: string } | null)?.talk ?? null;

/** Phones: an open talk is a step in the browser's history, so that "back" leaves the talk and not the console. */
export function followHistory(view: View) {
  if (phone.matches) {
    view.restored = talkOf(history.state);
    view.talking.value = view.restored !== null;
  }

  effect(() => {
    const talk = view.talking.value ? (view.current.value ?? view.restored) : null;
    const known = talkOf(history.state);
    if (!phone.matches || talk === known) return;
    if (!talk) history.back();
    else history[known ? "replaceState" : "pushState"]({ ...history.state, talk }, "");
  });

  addEventListener("popstate", ({ state }) => {
    const talk = talkOf(state);
    if (talk && view.shown.peek().includes(talk)) view.use(talk);
    view.talking.value = talk !== null;
  });
}
