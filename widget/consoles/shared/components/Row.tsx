import type { Chat } from "../store/chat";
import type { Row as RowOf } from "../store/rows";
import { At } from "./Ago";
import { RichText } from "./RichText";
import { useSession } from "./session";
import { SystemLine } from "./SystemLine";

/** One message or happening. Our own words are not read back to us. */
export function Row({ row, chat, name }: { row: RowOf; chat: Chat; name: string }) {
  const { t } = useSession();
  const { event, own } = row;
  if (event.kind !== "message" && event.kind !== "note") return <SystemLine event={event} />;
  const who = event.author?.kind === "visitor" ? name : own ? t.yourself : (event.author?.name ?? t.somebody);
  return (
    <div class="message" data-own={own} data-note={event.kind === "note"} aria-live={own ? "off" : undefined}>
      {row.first && <span class={own ? "unseen" : "message-who"}>{event.kind === "note" ? `${who} · ${t.note}` : who}</span>}
      <p class="bubble" lang={chat.language} dir="auto">
        <RichText text={event.text ?? ""} />
      </p>
      {row.last && (
        <small class="message-meta">
          <At at={event.at} />
          {row.newestOwn && ` · ${event.seq <= chat.visitorSeen ? t.state.seen : t.state.sent}`}
        </small>
      )}
    </div>
  );
}
