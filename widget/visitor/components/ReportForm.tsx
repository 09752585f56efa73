import type { ReportView } from "../../wire/contracts";
import { wordsIn } from "../after/wordsIn";
import css from "../styles/aftermath.css";
import { styled } from "../util/styled";
import type { Part } from "./acts";

export function ReportForm({ state, act, door, reported }: Part) {
  const words = wordsIn(state.language);
  const { seq, name, done, close } = reported!;
  styled(door.root, css);
  const send = async (event: Event) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const report = { seq, reason: String(given.get("reason")), words: String(given.get("words")).trim() || null };
    const { refusal } = await act.http.post<ReportView>(`threads/${state.thread!.threadId}/reports`, report);
    if (refusal) act.aside(refusal);
    else done();
  };
  return (
    <form class="report" aria-label={words.reportWhat(name)} onSubmit={send}>
      <label>
        <span class="label">{words.whatIsWrong}</span>
        <select name="reason" required>
          <option value="" />
          {Object.entries(words.reasons).map(([reason, said]) => (
            <option key={reason} value={reason}>
              {said}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="label">{words.fewWords}</span>
        <textarea name="words" rows={2} maxLength={1000} dir="auto" />
      </label>
      <div class="row">
        <button>{words.sendReport}</button>
        <button class="quiet" type="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
