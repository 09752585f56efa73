import { useDesk } from "./desk";

const TERMS = [10, 60, 24 * 60, 30 * 24 * 60] as const;

/** For how long a visitor is asked not to write; they are told so, and until when. */
export function SilenceSheet({ threadId }: { threadId: string }) {
  const { inbox, desk, w } = useDesk();
  const silence = (minutes: number, block = false) => () => {
    inbox.sheet.value = null;
    void desk.silence(threadId, minutes, block, minutes ? w.silenced : w.letWrite);
  };
  return (
    <div class="sheet-body">
      <p class="soft-text">{w.silenceHint}</p>
      {TERMS.map((minutes, at) => (
        <button key={minutes} type="button" class="quiet choice" onClick={silence(minutes)}>
          {w.silenceTerms[at]}
        </button>
      ))}
      <button type="button" class="quiet choice" onClick={silence(24 * 60, true)}>
        {w.block}
      </button>
      <button type="button" class="quiet choice" onClick={silence(0)}>
        {w.letWriteAgain}
      </button>
    </div>
  );
}
