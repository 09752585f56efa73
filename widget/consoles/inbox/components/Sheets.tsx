import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../shared/components/Icon";
import { useDesk } from "./desk";
import { HandSheet } from "./HandSheet";
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
    const before = document.activeElement as HTMLElement | null;
    inbox.refusal.value = "";
    sheet.current?.showModal();
    // A closing dialog gives the focus back itself, one that is taken away does not.
    return () => void (document.activeElement === document.body && before?.isConnected && before.focus());
  }, []);
  return (
    <dialog ref={sheet} class="sheet" aria-labelledby="sheet-title" onClose={() => (inbox.sheet.value = null)}>
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
