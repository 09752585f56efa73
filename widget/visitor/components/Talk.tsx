import { Component, createRef } from "preact";
import { isAnswered } from "../store/read";
import type { Part } from "./acts";
import { Box } from "./Box";
import { Closed } from "./Closed";
import { Log } from "./Log";
import { Story } from "./Story";

/** This near to the end, the reader follows what is new; further up they are reading and are left alone. */
const NEAR = 120;

export class Talk extends Component<Part> {
  area = createRef<HTMLDivElement>();
  near = true;

  follow() {
    const area = this.area.current!;
    if (this.near || this.props.state.pending.length) area.scrollTop = area.scrollHeight;
  }

  override componentDidMount() {
    this.follow();
  }

  override componentDidUpdate() {
    this.follow();
  }

  render(part: Part) {
    const { state, act } = part;
    const { texts, thread, typing, link, continuing } = state;
    const closed = thread!.state == "closed";
    const waits = thread!.state == "waiting" || (thread!.state == "parked" && !isAnswered(state));
    return (
      <>
        <div
          class="scroll"
          ref={this.area}
          onScroll={({ currentTarget: area }) => {
            this.near = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR;
          }}
        >
          <Log {...part} />
          {typing && (
            <p class="soft typing" aria-hidden="true">
              {texts.writing(typing.name ?? texts.someone)}
            </p>
          )}
          {waits && <Story {...part} />}
          {closed && !continuing && <Closed {...part} />}
        </div>
        {link == "polling" && !closed && (
          <p class="soft link" role="status">
            {texts.reconnecting}
          </p>
        )}
        {(!closed || continuing) && (
          <Box {...part} label={texts.message} hint={texts.messageHint} button={texts.send} submit={act.send} typed={act.typing} />
        )}
      </>
    );
  }
}
