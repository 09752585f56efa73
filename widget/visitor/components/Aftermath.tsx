// What became of a conversation that is over: whether it may be published, where its page is, how to take it back; what became of reports.
import { Component } from "preact";
import type { ConsentView, ReportView } from "../../wire/contracts";
import { wordsIn } from "../after/wordsIn";
import { PageAnswers } from "./PageAnswers";
import { Publication } from "./Publication";
import css from "../styles/aftermath.css";
import { styled } from "../util/styled";
import type { Part } from "./acts";

/** In one part with it: both show once a conversation has ended. */
export { Mine } from "./Mine";
export { MyData } from "./MyData";

interface Known {
  consent?: ConsentView | null;
  reports?: ReportView[] | null;
}

export class Aftermath extends Component<Part, Known> {
  override componentDidMount() {
    void this.look();
  }

  async look() {
    const { act, state } = this.props;
    const path = `threads/${state.thread!.threadId}/`;
    const [consent, reports] = await Promise.all([act.http.get<ConsentView>(path + "consent"), act.http.get<ReportView[]>(path + "reports")]);
    this.setState({ consent: consent.value, reports: reports.value });
  }

  render(part: Part, { consent, reports }: Known) {
    const { state, door } = part;
    styled(door.root, css);
    const words = wordsIn(state.language);
    const told = reports?.map((report) => <p key={report.reportId}>{words.outcomes[report.state]}</p>);
    return (
      <div class="aftermath soft">
        {told}
        {/* Whoever was not content is not asked again. */}
        {consent && (consent.given || consent.publication != "none" || state.thread!.stars! > 3) && (
          <div role="group" aria-label={words.mayPublish}>
            <Publication {...part} threadId={state.thread!.threadId} consent={consent} changed={(consent) => this.setState({ consent })}>
              <PageAnswers {...part} />
            </Publication>
          </div>
        )}
      </div>
    );
  }
}
