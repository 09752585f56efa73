import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../shared/components/Icon";
import type { OpenSheet } from "../store/inbox";
import type { InboxTexts } from "../texts";
import { useDesk } from "./desk";
import { HandSheet } from "./HandSheet";
import { lineOf, lines } from "./lines";
import { RepliesSheet } from "./RepliesSheet";
import { SilenceSheet } from "./SilenceSheet";
import { SnoozeSheet } from "./SnoozeSheet";
import { TagsSheet } from "./TagsSheet";

/** The small window that is open, if one is. */
export function Sheets() {
  const { inbox, w } = useDesk();
  const sheet = inbox.sheet.value;
  const shown = useRef<{ sheet: OpenSheet | null; number: number }>({ sheet: null, number: 0 });
  if (!sheet) return null;
  // Its own each time: of one that is just closing, which says so a moment later, nothing is left.
  if (shown.current.sheet !== sheet) shown.current = { sheet, number: shown.current.number + 1 };
  return <Sheet key={shown.current.number} own={sheet} title={titleOf(sheet.kind, w)}>{contentOf(sheet)}</Sheet>;
}

const titleOf = (kind: OpenSheet["kind"], w: InboxTexts) =>
  ({ snooze: w.snoozeTitle, tags: w.tags, hand: w.handTitle, silence: w.silenceTitle, replies: w.replies })[kind];

function contentOf({ kind, threadId }: OpenSheet) {
  switch (kind) {
    case "snooze":
      return <SnoozeSheet threadId={threadId} />;
    case "tags":
      return <TagsSheet threadId={threadId} />;
    case "hand":
      return <HandSheet threadId={threadId} />;
    case "silence":
      return <SilenceSheet threadId={threadId} />;
    case "replies":
      return <RepliesSheet threadId={threadId} />;
  }
}

/** A window over the page; Escape closes it, and the focus goes back to where it was. */
function Sheet({ own, title, children }: { own: OpenSheet; title: string; children: ComponentChildren }) {
  const { inbox, t } = useDesk();
  const sheet = useRef<HTMLDialogElement>(null);
  // Before what is in it asks for the focus.
  useLayoutEffect(() => {
    const dialog = sheet.current!;
    const before = document.activeElement as HTMLElement | null;
    const place = lines().indexOf(lineOf(before)!);
    inbox.refusal.value = "";
    dialog.showModal();
    // It is still on the page, with the focus in it: one that is taken away open gives it back to nobody.
    return () => {
      dialog.close();
      const now = document.activeElement;
      if (now !== document.body && !dialog.contains(now)) return;
      if (before?.isConnected) before.focus();
      // The line that was pointed at has gone meanwhile: on with the one in its place.
      else if (place >= 0) lines()[Math.min(place, lines().length - 1)]?.focus();
    };
  }, []);
  // Said a moment after it closed: by then another may be asked for, or this one again.
  const closed = () => sheet.current && !sheet.current.open && inbox.sheet.peek() === own && (inbox.sheet.value = null);
  return (
    <dialog ref={sheet} class="sheet" aria-labelledby="sheet-title" onClose={closed}>
      <div class="sheet-head">
        <h2 id="sheet-title">{title}</h2>
        <button type="button" class="icon" aria-label={t.close} onClick={() => sheet.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <p role="alert" class="sheet-refusal">
        {inbox.refusal.value}
      </p>
      {children}
    </dialog>
  );
}
