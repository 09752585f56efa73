import type { Chat } from "../store/chat";
import { useSession } from "./session";

/** Below a talk that is no longer ours: what was typed stays within reach. */
export function TalkOver({ chat, ended }: { chat: Chat; ended: boolean }) {
  const { store, actions, t } = useSession();
  const kept = [...chat.outgoing.map((own) => own.text), store.drafts.get(chat.threadId)].filter(Boolean).join("\n");
  const copy = () => navigator.clipboard?.writeText(kept).then(() => store.notices.say(t.copied));
  const done = () => {
    store.drafts.set(chat.threadId, "");
    actions.dismiss(chat.threadId);
  };
  return (
    <div class="talk-over">
      <p>
        {ended ? t.composerEnded : t.composerElsewhere} {kept && t.composerKept}
      </p>
      {kept && <textarea readOnly aria-label={t.keptText} value={kept} rows={3} />}
      <div class="row-end">
        {kept && (
          <button type="button" class="quiet" onClick={() => void copy()}>
            {t.copy}
          </button>
        )}
        <button type="button" class="primary" onClick={done}>
          {t.done}
        </button>
      </div>
    </div>
  );
}
