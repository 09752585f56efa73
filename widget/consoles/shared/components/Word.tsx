import { useSession } from "./session";

/** What stands between a member and their questions, or what moderators told them: each one press away. Its place is always there, so that it is read out when filled. */
export function Word() {
  const { store, t } = useSession();
  const status = store.status.value;
  const language = store.preferences.language.value;
  return (
    <div role="status" class="word-banner">
      {status?.charterDue && (
        <p>
          {t.charterDue} <a href={`/charter?lang=${language}`}>{t.charterRead}</a>
        </p>
      )}
      {status?.hasWord && (
        <p>
          {t.wordWaits} <a href={`/standing?lang=${language}`}>{t.wordRead}</a>
        </p>
      )}
    </div>
  );
}
