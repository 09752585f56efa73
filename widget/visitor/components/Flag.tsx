import { Component } from "preact";
import { wordsIn } from "../after/wordsIn";
import type { Part } from "./acts";
import { Fetched } from "./Fetched";

interface FlagProps extends Part {
  /** The message it is about. */
  seq: number;
  name: string;
}

const reportForm = () => import("./ReportForm").then((part) => part.ReportForm);

/** Beside what somebody else wrote: what should not stand is reported here. */
export class Flag extends Component<FlagProps, { open?: boolean; sent?: boolean }> {
  render({ seq, name, ...part }: FlagProps, { open, sent }: { open?: boolean; sent?: boolean }) {
    const words = wordsIn(part.state.language);
    if (sent)
      return (
        <p class="soft" role="status">
          {words.reported}
        </p>
      );
    return open ? (
      <Fetched {...part} of={reportForm} reported={{ seq, name, done: () => this.setState({ sent: true }), close: () => this.setState({ open: false }) }} />
    ) : (
      <button class="text flag" aria-label={words.reportWhat(name)} title={words.reportWhat(name)} onClick={() => this.setState({ open: true })}>
        {words.report}
      </button>
    );
  }
}
