import { useState } from "preact/hooks";
import type { ReportView, ThreadEvent } from "../../../wire/contracts";
import { ask } from "../services/api";
import { codeOf, wordsFor } from "../services/refused";
import { Icon } from "./Icon";
import { useSession } from "./session";

const REASONS = ["unkind", "personal", "wrong", "spam", "other"] as const;

/** Beside what somebody else wrote: a moderator is asked to look at it. */
export function Report({ event, name }: { event: ThreadEvent; name: string }) {
  const { t } = useSession();
  const [state, setState] = useState<"closed" | "open" | "sent">("closed");
  const [problem, setProblem] = useState<string | null>(null);
  if (state === "sent") return <span role="status"> · {t.reported}</span>;
  if (state === "closed")
    return (
      <button type="button" class="icon report" aria-label={t.report(name)} title={t.report(name)} onClick={() => setState("open")}>
        <Icon name="flag" />
      </button>
    );
  const send = async (submitted: SubmitEvent) => {
    submitted.preventDefault();
    const given = new FormData(submitted.currentTarget as HTMLFormElement);
    const words = String(given.get("words")).trim();
    try {
      await ask<ReportView>(`/api/threads/${event.threadId}/reports`, { body: { seq: event.seq, reason: given.get("reason"), words: words || null } });
      setState("sent");
    } catch (error) {
      setProblem(wordsFor(codeOf(error), t));
    }
  };
  return (
    <form class="report-form" aria-label={t.report(name)} onSubmit={send}>
      <label>
        {t.reportWhy}
        <select name="reason" required>
          <option value="" />
          {REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t.reportReasons[reason]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.reportWords}
        <input name="words" maxLength={1000} dir="auto" />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <span>
        <button>{t.reportSend}</button>{" "}
        <button type="button" class="quiet" onClick={() => setState("closed")}>
          {t.cancel}
        </button>
      </span>
    </form>
  );
}
