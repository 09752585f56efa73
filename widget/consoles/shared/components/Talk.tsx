import type { Chat } from "../store/chat";
import { nameOf } from "../store/names";
import { standingOf } from "../store/standing";
import { About } from "./About";
import { Composer } from "./Composer";
import { Log } from "./Log";
import { TalkOver } from "./TalkOver";
import { useSession } from "./session";
import { TalkHead } from "./TalkHead";

export function Talk({ chat, current }: { chat: Chat; current: boolean }) {
  const { store, t } = useSession();
  const name = nameOf(chat, t);
  const standing = standingOf(chat, store.me.value?.id);
  const about = store.preferences.about.value;
  return (
    <section
      class="talk"
      aria-label={t.conversationWith(name)}
      data-current={current}
      onFocusCapture={() => (store.view.current.value = chat.threadId)}
    >
      <TalkHead chat={chat} name={name} mine={standing === "mine"} />
      <div class="talk-body">
        {about && <About chat={chat} name={name} />}
        <Log chat={chat} name={name} />
        {standing === "mine" ? <Composer chat={chat} /> : <TalkOver chat={chat} ended={standing === "ended"} />}
      </div>
    </section>
  );
}
