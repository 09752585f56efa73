import { useEffect, useRef } from "preact/hooks";
import { columns } from "../store/columns";
import { Empty } from "./Empty";
import { useSession } from "./session";
import { Talk } from "./Talk";

/** The open talks, side by side where there is room. */
export function Talks() {
  const { store, t } = useSession();
  const { shown, current } = store.view;
  const place = useRef<HTMLDivElement>(null);
  const open = shown.value.map((id) => store.chats.all.value.get(id)).filter((chat) => chat !== undefined);
  // A window made narrower shows the one in use, and as many others as there is room for.
  const others = open.filter((chat) => chat.threadId !== current.value).slice(1 - columns.value || open.length);
  const chats = open.length <= columns.value ? open : open.filter((chat) => chat.threadId === current.value || others.includes(chat));

  // A talk that was put away takes the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body && !store.view.focusOn.peek()) place.current?.focus({ preventScroll: true });
  }, [chats.length]);
  return (
    <div ref={place} class="talks" id="talks" tabIndex={-1} data-count={chats.length}>
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
