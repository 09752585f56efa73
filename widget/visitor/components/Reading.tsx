// One public answer, read where one would have asked. What was typed stays as it is until it answered.
import { Component, createRef } from "preact";
import type { Done } from "../../wire/contracts";
import { suggesting } from "../suggesting/words";
import { pieces } from "../util/links";
import type { Part } from "./acts";

export class Reading extends Component<Part, { answered?: boolean; busy?: boolean }> {
  title = createRef<HTMLHeadingElement>();

  override componentDidMount() {
    this.title.current!.focus();
  }

  async answered() {
    const { act, set, state } = this.props;
    if (this.state.busy) return;
    this.setState({ busy: true });
    const { refusal } = await act.http.post<Done>(`suggestions/${state.reading!.pageId}/answered`);
    this.setState({ busy: false, answered: !refusal });
    if (refusal) return act.aside(refusal);
    // The matter is closed: nothing is asked, and nothing of it is kept.
    set({ draft: "", error: null });
    this.title.current!.focus();
  }

  render({ state, set }: Part, { answered, busy }: { answered?: boolean; busy?: boolean }) {
    const words = suggesting(state.language);
    const page = state.reading!;
    const back = () => set({ reading: null, error: null });
    if (answered)
      return (
        <div class="scroll ask">
          <h3 ref={this.title} tabIndex={-1}>
            {words.thanks}
          </h3>
          <button class="quiet" onClick={back}>
            {words.askOther}
          </button>
        </div>
      );
    return (
      <div class="scroll ask reading">
        <h3 ref={this.title} tabIndex={-1} lang={page.language} dir="auto">
          {page.title}
        </h3>
        {page.productName && (
          <p class="soft" lang={page.language} dir="auto">
            {page.productName}
          </p>
        )}
        <div role="group" aria-label={words.answer}>
          <p class="bubble" lang={page.answerLanguage} dir="auto">
            {pieces(page.answer).map(({ text, href }) =>
              href ? (
                <a href={href} target="_blank" rel="ugc nofollow noopener noreferrer">
                  {text}
                </a>
              ) : (
                text
              ),
            )}
          </p>
          <p class="soft">
            {page.by && `${words.by(page.by)}, `}
            {new Intl.DateTimeFormat(state.language, { dateStyle: "long" }).format(page.answeredAt)}
          </p>
        </div>
        <a href={page.url} target="_blank" rel="noopener">
          {words.seePage}
        </a>
        <div class="choices">
          <button aria-disabled={busy} onClick={() => void this.answered()}>
            {words.answered}
          </button>
          <button class="quiet" onClick={back}>
            {words.askAnyway}
          </button>
        </div>
      </div>
    );
  }
}
