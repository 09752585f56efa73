import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { useSession } from "../../shared/components/session";
import type { Desk } from "../services/desk";
import type { Replies } from "../services/replies";
import type { Together } from "../services/together";
import type { Watching } from "../services/watching";
import type { Inbox } from "../store/inbox";

export interface DeskOf {
  inbox: Inbox;
  desk: Desk;
  watching: Watching;
  replies: Replies;
  together: Together;
}

export const DeskContext = createContext<DeskOf | null>(null);

/** The session, the inbox, and both their words: `t` what both pages say, `w` what only the inbox says. */
export function useDesk() {
  const of = useContext(DeskContext)!;
  return { ...useSession(), ...of, w: of.inbox.texts.value };
}
