import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Session } from "../services/session";
import type { Parts } from "./parts";

/** The session, and what this page has of its own. */
export type InPage = Session & { parts: Parts };

export const SessionContext = createContext<InPage | null>(null);

/** The store, the acts on it, and the words of the reader's language. */
export function useSession() {
  const session = useContext(SessionContext)!;
  return { ...session, t: session.store.texts.value };
}
