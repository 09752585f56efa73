import { useLayoutEffect, useRef } from "preact/hooks";
import { wordsFor } from "../services/refused";
import { useSession } from "./session";

/** What should stand here could not be read, which is not to say that there is nothing: why, and another try. */
export function Failed({ code, again }: { code: string; again: () => void }) {
  const { t } = useSession();
  const place = useRef<HTMLDivElement>(null);
  // Whoever tried again goes on where what they asked for has come.
  useLayoutEffect(() => {
    const here = place.current!;
    return () => void (here.contains(document.activeElement) && here.closest<HTMLElement>("[tabindex]")?.focus({ preventScroll: true }));
  }, []);
  return (
    <div ref={place} class="failed" role="alert">
      <p>{wordsFor(code, t)}</p>
      <button type="button" class="quiet" onClick={again}>
        {t.retry}
      </button>
    </div>
  );
}
