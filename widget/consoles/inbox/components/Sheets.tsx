import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../shared/components/Icon";
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
  if (!sheet) return null;
  const { kind, threadId } = sheet;
  switch (kind) {
    case "snooze":
      return <Sheet title={w.snoozeTitle}><SnoozeSheet threadId={threadId} /></Sheet>;
    case "tags":
      return <Sheet title={w.tags}><TagsSheet threadId={threadId} /></Sheet>;
    case "hand":
      return <Sheet title={w.handTitle}><HandSheet threadId={threadId} /></Sheet>;
    case "silence":
      return <Sheet title={w.silenceTitle}><SilenceSheet threadId={threadId} /></Sheet>;
    case "replies":
      return <Sheet title={w.replies}><RepliesSheet threadId={threadId} /></Sheet>;
  }
}

/** A window over the page; Escape closes it, and the focus goes back to where it was. */
function Sheet({ title, children }: { title: string; children: ComponentChildren }) {
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
  return (
    <dialog ref={sheet} class="sheet" aria-labelledby="sheet-title" onClose={() => sheet.current && (inbox.sheet.value = null)}>
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
