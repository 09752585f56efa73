import type { VNode } from "preact";
import { drawn } from "../../test/drawn";
import { createStore } from "../../shared/store";
import { me } from "../../test/sample";
import { DeskContext, type DeskOf } from "../components/desk";
import { createInbox } from "../store/inbox";

/** An inbox to draw a part of. */
export function anInbox() {
  const store = createStore("agent", "en");
  store.me.value = me;
  return { store, inbox: createInbox(store) };
}

export const drawnAt = ({ store, inbox, ...rest }: ReturnType<typeof anInbox> & Record<string, unknown>, node: VNode) =>
  drawn(<DeskContext.Provider value={{ inbox, ...rest } as unknown as DeskOf}>{node}</DeskContext.Provider>, { store, ...rest });
