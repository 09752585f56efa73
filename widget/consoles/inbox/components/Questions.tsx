import { Empty } from "../../shared/components/Empty";
import { Failed } from "../../shared/components/Failed";
import { useDesk } from "./desk";
import { Given } from "./Given";
import { QuestionLine } from "./QuestionLine";
import { Together } from "./Together";

/** The lines of the view, or what was found. Held still while a pointer or the focus is among them. */
export function Questions() {
  const { inbox, watching, w } = useDesk();
  const { list, view, words } = inbox;
  const lines = list.lines.value;
  const searching = words.value.trim() !== "";
  const now = view.value;
  return (
    <>
      <h2 id="inbox-title">{searching ? w.found(words.value.trim()) : w.title[now]}</h2>
      <Given />
      <Together />
      {!lines && inbox.failed.value && <Failed code={inbox.failed.value} again={() => void watching.refresh().catch(() => undefined)} />}
      {lines?.length === 0 && <Empty title={searching ? w.foundNone : w.none[now]} hint={searching ? w.foundHint : w.hints[now]} />}
      {list.fresh.value > 0 && (
        <button type="button" class="quiet fresh" onClick={list.settle}>
          {w.fresh(list.fresh.value)}
        </button>
      )}
      {lines && lines.length > 0 && (
        <ul
          class="questions"
          aria-labelledby="inbox-title"
          onPointerEnter={(event) => event.pointerType === "mouse" && list.hold(true)}
          onPointerLeave={(event) => event.pointerType === "mouse" && list.hold(event.currentTarget.contains(document.activeElement))}
          onFocusCapture={() => list.hold(true)}
          onBlurCapture={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && list.hold(event.currentTarget.matches(":hover"))}
        >
          {lines.map((line) => (
            <QuestionLine key={line.row.threadId} line={line} />
          ))}
          {list.next.value && (
            <li class="more">
              <button type="button" class="quiet" onClick={() => void watching.more()}>
                {w.more}
              </button>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
