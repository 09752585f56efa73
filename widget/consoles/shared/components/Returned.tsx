import { useEffect, useState } from "preact/hooks";
import type { Contributions } from "../../../wire/contracts";
import { ask } from "../services/api";
import { useSession } from "./session";

/** A word from a moderator waits: an answer on its way to a page was sent back to be mended. Looked for when the page is opened or comes back to the front. */
export function Returned() {
  const { store, t } = useSession();
  const [sentBack, setSentBack] = useState(0);
  useEffect(() => {
    const look = () => {
      if (!document.hidden) ask<Contributions>("/api/contributions").then((mine) => setSentBack(mine.sentBack), () => undefined);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  if (!sentBack) return null;
  return (
    <p role="status" class="word-banner">
      <a href={`/contributions?lang=${store.preferences.language.value}`}>{t.sentBackToYou(sentBack)}</a>
    </p>
  );
}
