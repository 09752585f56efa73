import type { ThreadEvent } from "../../../wire/contracts";
import type { Chat } from "../store/chat";
import { standingOf } from "../store/standing";
import { At } from "./Ago";
import { RichText } from "./RichText";
import { useSession } from "./session";

/** What a helper thinks could be said. Whoever responds sends it as it is, or changed. */
export function Suggestion({ event, chat }: { event: ThreadEvent; chat: Chat }) {
  const { store, writing, t } = useSession();
  const me = store.me.value?.id;
  const own = event.author?.id === me;
  const mine = standingOf(chat, me) === "mine" && !own && store.suggestions.isOpen(chat, event);
  const id = `suggestion-${chat.threadId}-${event.seq}`;
  return (
    <div class="message" data-suggestion="true" aria-live={own ? "off" : undefined}>
      <span class="message-who">{own ? t.youSuggested : t.suggests(event.author?.name ?? t.somebody)}</span>
      <p id={id} class="bubble" lang={chat.language} dir="auto">
        <RichText text={event.text ?? ""} />
      </p>
      <small class="message-meta">
        <At at={event.at} />
        {mine && (
          <span class="retry">
            <button type="button" class="text-button" aria-describedby={id} onClick={() => writing.sendSuggestion(chat.threadId, event.seq)}>
              {t.sendSuggestion}
            </button>
            <button type="button" class="text-button" aria-describedby={id} onClick={() => writing.editSuggestion(chat.threadId, event.seq)}>
              {t.edit}
            </button>
          </span>
        )}
      </small>
    </div>
  );
}
