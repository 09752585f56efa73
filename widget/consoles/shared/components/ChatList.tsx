import type { Chat } from "../store/chat";
import { nameOf } from "../store/names";
import { lastMessage, standingOf, unreadIn, waitingSince } from "../store/standing";
import { Ago } from "./Ago";
import { Empty } from "./Empty";
import { Face } from "./Face";
import { useSession } from "./session";

export function ChatList() {
  const { store, t } = useSession();
  const chats = store.inOrder.value;
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
  const word = standing === "ended" ? t.over : standing === "elsewhere" ? t.handedOn : since ? t.waitingForYou : t.answered;
  const unread = standing === "mine" ? unreadIn(chat) : 0;
  return (
    <li>
      <button
        type="button"
        class="chat-line"
        aria-current={view.current.value === chat.threadId ? "true" : undefined}
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
            {store.typing.all.value.has(chat.threadId) ? t.writing(name) : word}
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
