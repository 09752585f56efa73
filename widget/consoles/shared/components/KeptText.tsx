import { useLayoutEffect, useRef } from "preact/hooks";
import { useSession } from "./session";

/** What was typed and can be sent no more. It takes the focus its box has lost: there, the rest of the sentence does nothing. */
export function KeptText({ text, takesFocus }: { text: string; takesFocus: boolean }) {
  const { t } = useSession();
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (takesFocus && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, []);
  // As out of a Message box, so that single keys work again.
  const leave = ({ key }: KeyboardEvent) => key === "Escape" && box.current?.closest("section")?.querySelector<HTMLElement>("[role=log]")?.focus();
  return <textarea ref={box} readOnly aria-label={t.keptText} value={text} rows={3} onKeyDown={leave} />;
}

export function CopyText({ text }: { text: string }) {
  const { store, t } = useSession();
  const copy = () => navigator.clipboard?.writeText(text).then(() => store.notices.say(t.copied));
  return (
    <button type="button" class="quiet" onClick={() => void copy()}>
      {t.copy}
    </button>
  );
}
