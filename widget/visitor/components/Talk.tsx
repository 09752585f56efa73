import { Component, createRef } from "preact";
import { wordsIn } from "../after/wordsIn";
import { fromOthers, isAnswered } from "../store/read";
import css from "../styles/talk.css";
import { styled } from "../util/styled";
import type { Part } from "./acts";
import { Box } from "./Box";
import { Closed, myData } from "./Closed";
import { Fetched } from "./Fetched";
import { Languages } from "./Languages";
import { Log } from "./Log";
import { Story } from "./Story";

const reported = () => import("./Aftermath").then((part) => part.Reported);

/** This near to the end, the reader follows what is new; further up they are reading and are left alone. */
const NEAR = 120;

export class Talk extends Component<Part> {
  area = createRef<HTMLDivElement>();
  near = true;

  /** Parts that load later and keyboards that slide in change heights too, so sizes are watched, not states. */
  watch = new ResizeObserver(() => {
    const area = this.area.current;
    if (area && this.near) area.scrollTop = area.scrollHeight;
  });

  override componentDidMount() {
    this.watch.observe(this.area.current!);
    this.watch.observe(this.area.current!.firstElementChild!);
  }

  override componentDidUpdate({ state }: Part) {
    // Someone who writes wants to see what they wrote.
    if (this.props.state.pending.length > state.pending.length) this.near = true;
  }

  override componentWillUnmount() {
    this.watch.disconnect();
  }

  render(part: Part) {
    const { state, act, door, set } = part;
    const { texts, thread, typing, continuing } = state;
    // While the thread of an earlier page arrives there is none yet, and what was on its way shows already.
    const closed = thread?.state == "closed";
    const waits = thread?.state == "waiting" || (thread?.state == "parked" && !isAnswered(state));
    styled(door.root, css);
    return (
      <>
        <div
          class="scroll"
          ref={this.area}
          onScroll={({ currentTarget: area }) => {
            this.near = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR;
          }}
        >
          <div>
            <Languages {...part} />
            {(thread || state.pending[0]) && <Log key={thread?.threadId} {...part} />}
            {typing && !closed && (
              <p class="soft typing" aria-hidden="true">
                {texts.writing(typing.name ?? texts.someone)}
              </p>
            )}
            {waits && <Story {...part} />}
            {/* Only what others said is reported. */}
            {thread && state.events.some(fromOthers) && <Fetched key={thread.threadId} {...part} of={reported} />}
            {/* Whoever waits, for days perhaps, need not wait to take their words back. */}
            {thread && !closed && thread.state != "live" && <Fetched {...part} of={myData} />}
            {closed &&
              (continuing ? (
                <div class="row">
                  <button class="quiet" onClick={() => set({ continuing: false, error: null })}>
                    {wordsIn(state.language).cancel}
                  </button>
                </div>
              ) : (
                <Closed {...part} />
              ))}
          </div>
        </div>
        {thread && (!closed || continuing) && (
          <Box {...part} label={texts.message} hint={texts.messageHint} button={texts.send} submit={act.send} typed={act.typing} />
        )}
      </>
    );
  }
}
