import type { Chat } from "../store/chat";
import { Face } from "./Face";
import { Facts } from "./Facts";
import { Icon } from "./Icon";
import { useSession } from "./session";

export function TalkHead({ chat, name, mine }: { chat: Chat; name: string; mine: boolean }) {
  const { store, actions, t } = useSession();
  const { about, remember } = store.preferences;
  const busy = store.busy.value.has(chat.threadId);
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
      </div>
      <div class="talk-acts">
        <button type="button" class="icon" aria-pressed={about.value} aria-label={t.aboutShow} title={about.value ? t.aboutHide : t.aboutShow} onClick={toggle}>
          <Icon name="panel" />
        </button>
        {mine && (
          <>
            <button type="button" class="quiet" title={t.releaseHint} disabled={busy} onClick={() => void actions.release(chat.threadId)}>
              {t.release}
            </button>
            <button type="button" class="quiet" disabled={busy} onClick={() => void actions.end(chat.threadId)}>
              {t.end}
            </button>
          </>
        )}
      </div>
    </header>
  );
}
