import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Session } from "../services/session";

export const SessionContext = createContext<Session | null>(null);

/** The store, the acts on it, and the words of the reader's language. */
export function useSession() {
  const session = useContext(SessionContext)!;
  return { ...session, t: session.store.texts.value };
}
