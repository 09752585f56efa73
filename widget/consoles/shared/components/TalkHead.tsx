import { formatOf } from "../../../ui/formats";
import type { Chat } from "../store/chat";
import { columns } from "../store/columns";
import { Face } from "./Face";
import { Facts } from "./Facts";
import { Icon } from "./Icon";
import { useSession } from "./session";

export function TalkHead({ chat, name }: { chat: Chat; name: string }) {
  const { store, t } = useSession();
  const { about, remember } = store.preferences;
  const toggle = () => {
    about.value = !about.value;
    remember();
  };
  return (
    <header class="talk-head">
      <button type="button" class="icon back" aria-label={t.back} onClick={() => (store.view.talking.value = false)}>
        <Icon name="back" />
      </button>
      <Face name={name} />
      <div class="talk-who">
        <h2>{name}</h2>
        <Facts topic={chat.topic} language={chat.language} at={chat.askedAt} />
        <People chat={chat} />
      </div>
      <button type="button" class="icon" aria-pressed={about.value} aria-label={t.aboutShow} title={about.value ? t.aboutHide : t.aboutShow} onClick={toggle}>
        <Icon name="panel" />
      </button>
      {columns.value > 1 && (
        <button type="button" class="icon" aria-label={t.closeTalk} title={t.closeTalk} onClick={() => store.view.close(chat.threadId)}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}

/** Who else of ours is in it. */
function People({ chat }: { chat: Chat }) {
  const { store, t } = useSession();
  const me = store.me.value?.id;
  const others = chat.helpers.filter(({ id }) => id !== me).map(({ name }) => name ?? t.somebody);
  const holder = chat.responder && chat.responder.id !== me && chat.state === "live" ? t.heldBy(chat.responder.name ?? t.somebody) : null;
  const helped = others.length ? t.helpedBy(formatOf(Intl.ListFormat, store.preferences.language.value).format(others), others.length) : null;
  const words = [holder, helped].filter(Boolean).join(" · ");
  return words ? <p class="facts">{words}</p> : null;
}
