import { wordsFor } from "../services/refused";
import type { Chat, Outgoing as Message } from "../store/chat";
import { RichText } from "./RichText";
import { useSession } from "./session";

/** A message of ours that is on its way or did not get through. */
export function Outgoing({ chat, message }: { chat: Chat; message: Message }) {
  const { writing, t } = useSession();
  const { key, text, failed } = message;
  return (
    <div class="message" data-own="true" data-failed={failed !== null} aria-live="off">
      <p class="bubble" lang={chat.language} dir="auto">
        <RichText text={text} />
      </p>
      {failed === "offline" ? (
        <small class="message-meta" role="status">
          <strong>{t.state.failed}</strong> – {t.goesByItself}
          <span class="retry">
            <button type="button" class="text-button" onClick={() => writing.retry(chat.threadId, key)}>
              {t.retry}
            </button>
          </span>
        </small>
      ) : failed === null ? (
        <small class="message-meta">{t.state.sending}</small>
      ) : (
        <small class="message-meta" role="alert">
          <strong>{t.state.failed}</strong> – {wordsFor(failed, t)}
          <span class="retry">
            <button type="button" class="text-button" onClick={() => writing.retry(chat.threadId, key)}>
              {t.retry}
            </button>
            <button type="button" class="text-button" onClick={() => writing.edit(chat.threadId, key)}>
              {t.edit}
            </button>
          </span>
        </small>
      )}
    </div>
  );
}
