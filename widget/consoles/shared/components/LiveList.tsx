import type { LiveConversation } from "../../../wire/contracts";
import { nameOf } from "../store/names";
import { Empty } from "./Empty";
import { Facts } from "./Facts";
import { Icon } from "./Icon";
import { useSession } from "./session";

/** Conversations others hold: a place to lend a hand. Folded away until it is wanted. */
export function LiveList() {
  const { store, helping, t } = useSession();
  const { open, lines } = store.liveList;
  const helps = (line: LiveConversation) => store.chats.all.value.has(line.threadId);
  const others = lines.value?.filter((line) => !helps(line));
  return (
    <section class="live" aria-labelledby="live-title">
      <h2 id="live-title">
        <button type="button" class="fold" aria-expanded={open.value} onClick={() => helping.unfold(!open.value)}>
          {t.live} <Icon name="fold" />
        </button>
      </h2>
      {open.value && others && others.length === 0 && <Empty title={t.liveNone} hint={t.liveNoneHint} />}
      {open.value && others && others.length > 0 && (
        <ul class="waiting-list" aria-labelledby="live-title">
          {others.map((line) => (
            <LiveItem key={line.threadId} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}

function LiveItem({ line }: { line: LiveConversation }) {
  const { store, helping, t } = useSession();
  const textId = `live-${line.threadId}`;
  return (
    <li class="waiting-item">
      <div class="waiting-head">
        <div>
          <strong>{nameOf(line, t)}</strong>
          <Facts topic={line.topic} language={line.language} at={line.askedAt} />
        </div>
        <button
          type="button"
          class="quiet"
          aria-describedby={textId}
          disabled={store.busy.value.has(line.threadId)}
          onClick={() => void helping.join(line.threadId)}
        >
          {t.joinTalk}
        </button>
      </div>
      <p id={textId} class="waiting-text" lang={line.language} dir="auto">
        {line.text}
      </p>
      <p class="facts">
        <span>{t.heldBy(line.responder.name ?? t.somebody)}</span>
        {line.helpers.length > 0 && <span>{t.helpers(line.helpers.length)}</span>}
      </p>
    </li>
  );
}
