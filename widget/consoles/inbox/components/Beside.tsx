import { useEffect } from "preact/hooks";
import type { InboxDetail, TriedMember } from "../../../wire/contracts";
import type { Chat } from "../../shared/store/chat";
import { useDesk } from "./desk";

/** Beside a talk: its tags, and what the community tried before it came here. */
export function Beside({ chat }: { chat: Chat }) {
  const { inbox, desk, w } = useDesk();
  const id = chat.threadId;
  const detail = inbox.details.value.get(id);
  useEffect(() => {
    if (!detail) void desk.detail(id);
  }, [id]);
  if (!detail) return null;
  return (
    <div class="beside">
      {detail.row.tags.length > 0 && (
        <ul class="tag-list" aria-label={w.tags}>
          {detail.row.tags.map((tag) => (
            <li key={tag} class="tag">
              {tag}
            </li>
          ))}
        </ul>
      )}
      <details open={matchMedia("(min-width: 721px)").matches}>
        <summary>{w.story}</summary>
        <Story detail={detail} />
      </details>
    </div>
  );
}

function Story({ detail }: { detail: InboxDetail }) {
  const { t, w } = useDesk();
  const others = Object.entries(detail.notAsked).flatMap(([why, n]) => (why in w.notAsked && n > 0 ? [w.notAsked[why as keyof typeof w.notAsked](n)] : []));
  const said = ({ who, what, afterMs }: TriedMember) => {
    const words = what in w.tried ? w.tried[what as keyof typeof w.tried](who.name ?? t.somebody) : what;
    return afterMs !== null && (what === "declined" || what === "accepted") ? `${words} ${w.after(Math.round(afterMs / 1_000))}` : words;
  };
  return (
    <ul class="story">
      {detail.tried.length === 0 && <li>{w.storyNone}</li>}
      {detail.tried.map((one, at) => (
        <li key={at} data-what={one.what}>
          {said(one)}
        </li>
      ))}
      {others.length > 0 && <li>{others.join(", ")}</li>}
    </ul>
  );
}
