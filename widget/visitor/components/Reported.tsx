// What became of what this visitor reported: told in the conversation, whether it goes on or is over, and whether anybody answered.
import { Component } from "preact";
import type { ReportView } from "../../wire/contracts";
import { wordsIn } from "../after/wordsIn";
import css from "../styles/aftermath.css";
import { styled } from "../util/styled";
import type { Part } from "./acts";

interface Known {
  reports?: ReportView[] | null;
}

export class Reported extends Component<Part, Known> {
  override componentDidMount() {
    void this.look();
  }

  override componentDidUpdate({ state }: Part) {
    // Whoever looks in again wants to know.
    if (this.props.state.open && !state.open) void this.look();
  }

  async look() {
    const { act, state } = this.props;
    const { value } = await act.http.get<ReportView[]>(`threads/${state.thread!.threadId}/reports`);
    if (value) this.setState({ reports: value });
  }

  render({ state, door }: Part, { reports }: Known) {
    styled(door.root, css);
    const { outcomes } = wordsIn(state.language);
    return reports?.[0] ? <div class="aftermath soft">{reports.map((report) => <p key={report.reportId}>{outcomes[report.state]}</p>)}</div> : null;
  }
}
