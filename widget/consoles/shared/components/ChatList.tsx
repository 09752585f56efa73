import type { Chat } from "../store/chat";
import { nameOf } from "../store/names";
import { lastMessage, standingOf, unreadIn, waitingSince, type Standing } from "../store/standing";
import type { Texts } from "../texts";
import { Ago } from "./Ago";
import { Empty } from "./Empty";
import { Face } from "./Face";
import { useSession } from "./session";

export function ChatList() {
  const { store, t } = useSession();
  const chats = store.listed.value;
  return (
    <section class="chats" aria-labelledby="chats-title">
      <h2 id="chats-title">{t.chats}</h2>
      {chats.length === 0 ? (
        <Empty title={t.chatsNone} hint={store.place === "agent" ? t.chatsNoneInboxHint : t.chatsNoneHint} />
      ) : (
        <ul class="chat-list">
          {chats.map((chat) => (
            <ChatLine key={chat.threadId} chat={chat} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ChatLine({ chat }: { chat: Chat }) {
  const { store, t } = useSession();
  const { view, me } = store;
  const name = nameOf(chat, t);
  const standing = standingOf(chat, me.value?.id);
  const since = standing === "mine" ? waitingSince(chat) : null;
  const last = lastMessage(chat);
  const unread = standing === "mine" ? unreadIn(chat) : 0;
  return (
    <li>
      <button
        type="button"
        class="chat-line"
        aria-current={view.current.value === chat.threadId ? "true" : undefined}
        data-shown={view.shown.value.includes(chat.threadId)}
        data-waiting={since !== null}
        onClick={() => view.open(chat.threadId)}
      >
        <Face name={name} />
        <span class="chat-words">
          <span class="chat-name">
            <strong>{name}</strong>
            <Ago at={since ?? last?.at ?? chat.askedAt} />
          </span>
          <span class="chat-last" dir="auto">
            {last?.author?.id === me.value?.id && last?.text ? t.you(last.text) : last?.text}
          </span>
          <span class="chat-state">
            {store.typing.all.value.has(chat.threadId) ? t.writing(name) : stateOf(chat, standing, since, t)}
            {unread > 0 && (
              <span class="badge">
                <span aria-hidden="true">{unread}</span>
                <span class="unseen">{t.unread(unread)}</span>
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}

function stateOf(chat: Chat, standing: Standing, since: number | null, t: Texts): string {
  if (standing === "ended") return t.over;
  if (standing === "elsewhere") return t.handedOn;
  if (standing === "helping") return t.youHelp(chat.responder?.name ?? t.somebody);
  return since ? t.waitingForYou : t.answered;
}
