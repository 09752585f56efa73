import { useEffect, useState } from "preact/hooks";
import type { Contributions } from "../../../wire/contracts";
import { ask } from "../services/api";
import { useSession } from "./session";

/** Answers wait for a word of their author: sent back by a moderator to be mended, or maybe true no longer. Looked for when the page is opened or comes back to the front. */
export function Returned() {
  const { store, t } = useSession();
  const [waiting, setWaiting] = useState<Contributions>({ sentBack: 0, stale: 0 });
  useEffect(() => {
    const look = () => {
      if (!document.hidden) ask<Contributions>("/api/contributions").then(setWaiting, () => undefined);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  const { sentBack, stale } = waiting;
  if (!sentBack && !stale) return null;
  return (
    <p role="status" class="word-banner">
      <a href={`/contributions?lang=${store.preferences.language.value}`}>{sentBack ? t.sentBackToYou(sentBack) : t.staleAnswers(stale)}</a>
    </p>
  );
}
