import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { headOf, type Chat } from "../store/chat";
import { rowsOf } from "../store/rows";
import { standingOf } from "../store/standing";
import { Icon } from "./Icon";
import { Outgoing } from "./Outgoing";
import { Row } from "./Row";
import { useSeen } from "./seen";
import { useStickyBottom } from "./stickyBottom";
import { useSession } from "./session";

const NEAR_BOTTOM_PX = 80;

export function Log({ chat, name }: { chat: Chat; name: string }) {
  const { store, t } = useSession();
  const log = useRef<HTMLDivElement>(null);
  const [atBottom, setAtBottom] = useState(true);
  const head = headOf(chat);
  const toBottom = () => log.current && (log.current.scrollTop = log.current.scrollHeight);
  const typing = store.typing.all.value.has(chat.threadId);

  // After every change: a row may also grow, as a rating does when its stars are known.
  useLayoutEffect(() => {
    if (atBottom) toBottom();
  });
  useStickyBottom(log, atBottom);
  useSeen({ ...chat, head, ours: standingOf(chat, store.me.value?.id) === "mine" }, log, atBottom);

  const scrolled = ({ scrollTop, scrollHeight, clientHeight }: HTMLElement) => {
    setAtBottom(scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX);
  };
  return (
    <div class="log-frame">
      <div ref={log} class="log" role="log" aria-label={t.log} tabIndex={0} onScroll={(event) => scrolled(event.currentTarget)}>
        {rowsOf(chat, store.me.value?.id).map((row) => (
          <Row key={row.event.seq} row={row} chat={chat} name={name} />
        ))}
        {chat.outgoing.map((own) => (
          <Outgoing key={own.key} chat={chat} message={own} />
        ))}
      </div>
      <p class="typing" aria-hidden="true">
        {typing && t.writing(name)}
      </p>
      {!atBottom && (
        <button type="button" class="to-bottom quiet" onClick={toBottom}>
          <Icon name="down" /> {t.newMessages}
        </button>
      )}
    </div>
  );
}
