import { wordsFor } from "../services/refused";
import { useSession } from "./session";

/** Says when the line is down or slow, or nobody is signed in any more; the place for it is always there so that it is read out when filled. */
export function LineBanner() {
  const { store, t } = useSession();
  const state = store.line.value;
  const refused = store.lineRefused.value;
  const language = store.preferences.language.value;
  const back = encodeURIComponent(location.pathname);
  return (
    <>
      <div role="alert" class="line-banner">
        {state === "lost" && (refused ? wordsFor(refused, t) : t.reconnecting)}
        {state === "signed-out" && (
          <>
            {t.signedOutHere}{" "}
            <a href={`/sign-in?returnTo=${back}&lang=${language}`}>{t.signIn}</a>
          </>
        )}
      </div>
      <div role="status" class="line-banner" data-tone="soft">
        {state === "slow" && <p>{t.slowLine}</p>}
        {store.kept.refused.value && <p>{t.keptInMemory}</p>}
      </div>
    </>
  );
}
