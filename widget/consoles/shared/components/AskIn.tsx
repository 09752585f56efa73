import { useRef, useState } from "preact/hooks";
import type { HelperChoice } from "../../../wire/contracts";
import type { Chat } from "../store/chat";
import { Icon } from "./Icon";
import { useSession } from "./session";

/** Asks one member in, or whoever knows a topic: a sheet of who could come now. */
export function AskIn({ chat }: { chat: Chat }) {
  const { calls, t } = useSession();
  const sheet = useRef<HTMLDialogElement>(null);
  const [choices, setChoices] = useState<HelperChoice[] | null>(null);
  const id = chat.threadId;
  const open = () => {
    setChoices(null);
    sheet.current?.showModal();
    calls.helpers(id).then(setChoices, () => setChoices([]));
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
        {choices === null ? <p role="status">{t.loading}</p> : choices.length === 0 ? <p role="status">{t.askInNobody}</p> : <Choices chat={chat} choices={choices} asks={asks} />}
      </dialog>
    </>
  );
}

function Choices({ chat, choices, asks }: { chat: Chat; choices: HelperChoice[]; asks: (memberId: string | null, topic: string | null) => void }) {
  const { store, t } = useSession();
  const topicName = (topic: string) => store.topics.value.find(({ id }) => id === topic)?.names[store.preferences.language.value] ?? topic;
  const known = [...new Set(choices.flatMap(({ topics }) => topics))].sort((a, b) => Number(b === chat.topic) - Number(a === chat.topic) || topicName(a).localeCompare(topicName(b)));
  return (
    <ul>
      {known.map((topic) => (
        <li key={topic}>
          <button type="button" class="quiet" onClick={() => asks(null, topic)}>
            {t.whoeverKnows(topicName(topic))}
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
            {topics.length > 0 && <span>{topics.map(topicName).join(", ")}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
