import { useEffect, useState } from "preact/hooks";
import { Icon } from "../../shared/components/Icon";
import { useDesk } from "./desk";
import { useFocus } from "./focus";

/** Puts tags on a thread and takes them off. */
export function TagsSheet({ threadId }: { threadId: string }) {
  const { inbox, desk, store, w } = useDesk();
  const [typed, setTyped] = useState("");
  const box = useFocus<HTMLInputElement>();
  const known = inbox.list.lines.value?.find((line) => line.row.threadId === threadId)?.row;
  const tags = (inbox.details.value.get(threadId)?.row ?? known)?.tags ?? [];
  const busy = store.busy.value.has(`inbox ${threadId}`);
  const add = async () => {
    if (await desk.tag(threadId, [typed])) setTyped((now) => (now === typed ? "" : now));
  };
  useEffect(() => void desk.detail(threadId), [threadId]);
  return (
    <form
      class="sheet-body"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim()) void add();
      }}
    >
      {tags.length === 0 && <p class="soft-text">{w.noTags}</p>}
      <ul class="tag-list">
        {tags.map((tag) => (
          <li key={tag} class="tag">
            {tag}
            <button type="button" class="icon" aria-label={w.removeTag(tag)} disabled={busy} onClick={() => void desk.tag(threadId, [], [tag])}>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <div class="field-row">
        <label class="field">
          {w.newTag}
          <input ref={box} list="known-tags" maxLength={30} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <datalist id="known-tags">
          {inbox.tags.value.filter((tag) => !tags.includes(tag)).map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <button type="submit" class="primary" disabled={busy || !typed.trim()}>
          {w.addTag}
        </button>
      </div>
    </form>
  );
}
