import { useRef, useState } from "preact/hooks";
import type { HelperChoice } from "../../../wire/contracts";
import type { Chat } from "../store/chat";
import { topicName } from "../store/names";
import { Failed } from "./Failed";
import { Icon } from "./Icon";
import { useRead } from "./read";
import { useSession } from "./session";

/** Asks one member in, or whoever knows a topic: a sheet of who could come now. */
export function AskIn({ chat }: { chat: Chat }) {
  const { calls, t } = useSession();
  const sheet = useRef<HTMLDialogElement>(null);
  /** Which opening of it this is: who could come is asked each time. */
  const [opened, setOpened] = useState(0);
  const id = chat.threadId;
  const open = () => {
    setOpened(opened + 1);
    sheet.current?.showModal();
  };
  const asks = (memberId: string | null, topic: string | null) => {
    sheet.current?.close();
    void calls.askIn(id, memberId, topic);
  };
  return (
    <>
      <button type="button" class="quiet ask-in-open" aria-label={t.askIn} title={t.askInHint} onClick={open}>
        <span class="ask-in-word">{t.askIn}</span>
        <span class="ask-in-sign">+</span>
      </button>
      <dialog ref={sheet} class="sheet ask-in" aria-labelledby={`ask-in-${id}`}>
        <div class="sheet-head">
          <h2 id={`ask-in-${id}`}>{t.askInTitle}</h2>
          <button type="button" class="icon" aria-label={t.close} onClick={() => sheet.current?.close()}>
            <Icon name="close" />
          </button>
        </div>
        {opened > 0 && <Helpers key={opened} chat={chat} asks={asks} />}
      </dialog>
    </>
  );
}

interface Asking {
  chat: Chat;
  asks: (memberId: string | null, topic: string | null) => void;
}

function Helpers({ chat, asks }: Asking) {
  const { calls, t } = useSession();
  const { value: choices, failed, again } = useRead(() => calls.helpers(chat.threadId));
  return (
    <div tabIndex={-1}>
      {failed ? (
        <Failed code={failed} again={again} />
      ) : choices === null ? (
        <p role="status">{t.loading}</p>
      ) : choices.length === 0 ? (
        <p role="status">{t.askInNobody}</p>
      ) : (
        <Choices chat={chat} choices={choices} asks={asks} />
      )}
    </div>
  );
}

function Choices({ chat, choices, asks }: Asking & { choices: HelperChoice[] }) {
  const { store, t } = useSession();
  const nameOf = (topic: string) => topicName(store.topics.value, topic, store.preferences.language.value) ?? topic;
  const known = [...new Set(choices.flatMap(({ topics }) => topics))].sort((a, b) => Number(b === chat.topic) - Number(a === chat.topic) || nameOf(a).localeCompare(nameOf(b)));
  return (
    <ul>
      {known.map((topic) => (
        <li key={topic}>
          <button type="button" class="quiet" onClick={() => asks(null, topic)}>
            {t.whoeverKnows(nameOf(topic))}
          </button>
        </li>
      ))}
      {choices.map(({ who, topics }) => (
        <li key={who.id}>
          <button type="button" class="quiet" onClick={() => asks(who.id, null)}>
            {who.name ?? t.somebody}
          </button>
          <span class="facts">
            <span>{who.kind === "super_user" ? t.aVolunteer : t.ofTheTeam}</span>
            {topics.length > 0 && <span>{topics.map(nameOf).join(", ")}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
