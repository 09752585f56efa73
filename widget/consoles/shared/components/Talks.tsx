import { Empty } from "./Empty";
import { OfferBar } from "./OfferBar";
import { useSession } from "./session";
import { Talk } from "./Talk";

/** The open talks, side by side where there is room. */
export function Talks() {
  const { store, t } = useSession();
  const { shown, current } = store.view;
  const chats = shown.value.map((id) => store.chats.all.value.get(id)).filter((chat) => chat !== undefined);
  return (
    <div class="talks" id="talks" tabIndex={-1} data-count={chats.length}>
      <OfferBar />
      {chats.length === 0 ? (
        <Empty
          title={store.inOrder.value.length || !store.me.value?.name ? t.pick : t.hello(store.me.value.name)}
          hint={store.place === "agent" ? t.chatsNoneInboxHint : t.chatsNoneHint}
        />
      ) : (
        chats.map((chat) => <Talk key={chat.threadId} chat={chat} current={chat.threadId === current.value} />)
      )}
    </div>
  );
}
