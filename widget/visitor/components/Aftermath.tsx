// What became of a conversation that is over: whether it may be published, where its page is, how to take it back; what became of reports.
import { Component } from "preact";
import type { ConsentView, ReportView } from "../../wire/contracts";
import { CONSENT, wordsIn } from "../after/wordsIn";
import { PageAnswers } from "./PageAnswers";
import css from "../styles/aftermath.css";
import { styled } from "../util/styled";
import type { Part } from "./acts";

/** In one part with it: both show once a conversation has ended. */
export { MyData } from "./MyData";

interface Known {
  consent?: ConsentView | null;
  reports?: ReportView[] | null;
  sure?: boolean;
}

export class Aftermath extends Component<Part, Known> {
  override componentDidMount() {
    void this.look();
  }

  path = (what: string) => `threads/${this.props.state.thread!.threadId}/${what}`;

  async look() {
    const { http } = this.props.act;
    const [consent, reports] = await Promise.all([http.get<ConsentView>(this.path("consent")), http.get<ReportView[]>(this.path("reports"))]);
    this.setState({ consent: consent.value, reports: reports.value });
  }

  async say(given: boolean) {
    const { act } = this.props;
    const { value, refusal } = await act.http.post<ConsentView>(this.path("consent"), given ? { given, version: CONSENT } : { given });
    if (refusal) act.aside(refusal);
    else this.setState({ consent: value, sure: false });
  }

  render({ state, door }: Part, { consent, reports, sure }: Known) {
    styled(door.root, css);
    const words = wordsIn(state.language);
    const told = reports?.map((report) => <p key={report.reportId}>{words.outcomes[report.state]}</p>);
    return (
      <div class="aftermath soft">
        {told}
        {/* Whoever was not content is not asked again. */}
        {consent && (consent.given || consent.publication != "none" || state.thread!.stars! > 3) && (
          <div role="group" aria-label={words.mayPublish}>
            {this.publication(consent, words, !!sure)}
          </div>
        )}
      </div>
    );
  }

  publication({ given, publication, page }: ConsentView, words: ReturnType<typeof wordsIn>, sure: boolean) {
    const quiet = (label: string, press: () => void) => (
      <button class="text" onClick={press}>
        {label}
      </button>
    );
    if (publication == "withdrawn") return <p role="status">{words.takenDown}</p>;
    if (page)
      return (
        <>
          <p role="status">{sure ? words.sure : words.isPublic}</p>
          {sure ? (
            <>
              {quiet(words.takeDown, () => void this.say(false))}
              {quiet(words.keep, () => this.setState({ sure: false }))}
            </>
          ) : (
            <>
              <a href={page} target="_blank" rel="noopener">
                {words.seePage}
              </a>
              {quiet(words.takeDown, () => this.setState({ sure: true }))}
              <PageAnswers {...this.props} />
            </>
          )}
        </>
      );
    return (
      <>
        <p role="status">{given ? words.agreed : words.notAgreed}</p>
        {!given && <p>{words.mayPublishMore}</p>}
        {given ? quiet(words.changedMind, () => void this.say(false)) : quiet(words.afterAll, () => void this.say(true))}
      </>
    );
  }
}
