import type { Chat } from "../store/chat";
import { nameOf } from "../store/names";
import { isOpen, standingOf } from "../store/standing";
import { About } from "./About";
import { Composer } from "./Composer";
import { Log } from "./Log";
import { OfferStrip } from "./OfferStrip";
import { useSession } from "./session";
import { TalkActs } from "./TalkActs";
import { TalkHead } from "./TalkHead";
import { TalkOver } from "./TalkOver";

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
      onFocusCapture={() => store.view.use(chat.threadId)}
    >
      <TalkHead chat={chat} name={name} />
      {isOpen(standing) && <TalkActs chat={chat} helping={standing === "helping"} />}
      <div class="talk-body">
        {about && <About chat={chat} name={name} />}
        <Log chat={chat} name={name} />
        {current && <OfferStrip />}
        {isOpen(standing) ? <Composer chat={chat} helping={standing === "helping"} /> : <TalkOver chat={chat} ended={standing === "ended"} />}
      </div>
    </section>
  );
}
