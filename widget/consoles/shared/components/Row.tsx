import type { Chat } from "../store/chat";
import type { Row as RowOf } from "../store/rows";
import { At } from "./Ago";
import { Report } from "./Report";
import { RichText } from "./RichText";
import { useSession } from "./session";
import { Suggestion } from "./Suggestion";
import { SystemLine } from "./SystemLine";

/** One message or happening. Our own words are not read back to us. */
export function Row({ row, chat, name }: { row: RowOf; chat: Chat; name: string }) {
  const { store, t } = useSession();
  const { event, own } = row;
  if (event.kind === "suggestion") return <Suggestion event={event} chat={chat} />;
  const isHeld = event.kind === "hold" && event.text != null;
  if (event.kind !== "message" && event.kind !== "note" && !isHeld) return <SystemLine event={event} visitor={name} />;
  const who = event.author?.kind === "visitor" ? name : own ? t.yourself : (event.author?.name ?? t.somebody);
  return (
    <div class="message" data-own={own} data-note={event.kind === "note"} aria-live={own ? "off" : undefined}>
      {row.first && <span class={own ? "unseen" : "message-who"}>{event.kind === "note" ? `${who} · ${t.note}` : who}</span>}
      <p class="bubble" lang={chat.language} dir="auto">
        <RichText text={event.text ?? ""} />
      </p>
      {row.last && (
        <div class="message-meta">
          <At at={event.at} />
          {event.suggestedBy && ` · ${t.suggestedBy(event.suggestedBy.id === store.me.value?.id ? t.byYou : (event.suggestedBy.name ?? t.somebody))}`}
          {event.verdict === "masked" && ` · ${t.masked}`}
          {isHeld && ` · ${event.verdict === "refused" ? t.notLetThrough : t.held}`}
          {!own && event.kind === "message" && <Report event={event} name={who} />}
          {row.newestOwn && !isHeld && ` · ${event.seq <= chat.visitorSeen ? t.state.seen : t.state.sent}`}
        </div>
      )}
    </div>
  );
}
