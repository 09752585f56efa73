import { useState } from "preact/hooks";
import { localTime, snoozesFrom } from "../store/snoozes";
import { When } from "./Clock";
import { useDesk } from "./desk";

/** Until when a question is put aside. */
export function SnoozeSheet({ threadId }: { threadId: string }) {
  const { inbox, desk, w } = useDesk();
  const [now] = useState(() => new Date());
  const [typed, setTyped] = useState("");
  const until = (at: Date) => {
    inbox.sheet.value = null;
    void desk.snooze(threadId, at.getTime());
  };
  return (
    <form
      class="sheet-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed) until(new Date(typed));
      }}
    >
      <p class="soft-text">{w.snoozeHint}</p>
      {snoozesFrom(now).map(({ key, at }) => (
        <button key={key} type="button" class="quiet choice" onClick={() => until(at)}>
          <span>{w.times[key]}</span> <When at={at.getTime()} />
        </button>
      ))}
      <label class="field">
        {w.anotherTime}
        <input type="datetime-local" min={localTime(now)} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <div class="row-end">
        <button type="submit" class="primary" disabled={!typed}>
          {w.snooze}
        </button>
      </div>
    </form>
  );
}
