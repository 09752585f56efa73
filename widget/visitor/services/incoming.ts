// Turns what the server says into state, and into the events a shop may listen to. The only file that does.
import type { Doorway, EventName } from "../../loader/doorway";
import type { Refusal, ThreadEvent, ThreadSnapshot } from "../../wire/contracts";
import { fromOthers, isAnswered, unread } from "../store/read";
import { receiveEvent, receiveSearch, receiveSeen, receiveSnapshot, type Received } from "../store/receive";
import { lastSeq } from "../store/state";
import type { Store } from "../store/store";
import type { Incoming } from "./connection";

const TYPING_SHOWS = 5_000;
const SECOND_LOOK = 1_000;

export interface Intake extends Incoming {
  thread(snapshot: ThreadSnapshot): void;
}

interface Around {
  refresh(): void;
  /** The thread is not ours any more, or our token is not known. */
  refused(refusal: Refusal): void;
  /** After every change of the thread. */
  changed(): void;
  /** The server answers. */
  reached(): void;
}

export function makeIntake(store: Store, emit: Doorway["emit"], around: Around): Intake {
  let typing: ReturnType<typeof setTimeout>;

  const take = ({ state, fresh, gap }: Received, gapWaits: number) => {
    store.set(state);
    for (const event of fresh) for (const name of news(event)) emit(name, { threadId: event.threadId, rung: state.thread!.rung });
    // When the team is back is told with the thread.
    if (gap || fresh.some((event) => event.status?.state == "parked")) setTimeout(around.refresh, gap ? gapWaits : 0);
    around.changed();
  };

  const intake: Intake = {
    thread(snapshot) {
      intake.snapshot({ value: snapshot, refusal: null }, 0);
    },
    snapshot({ value, refusal }, after) {
      if (!value) return around.refused(refusal!);
      const known = value.threadId == store.get().thread?.threadId;
      store.set({ arriving: false });
      take(receiveSnapshot(store.get(), value, after), SECOND_LOOK);
      // Answered while no page was open.
      if (!known && isAnswered(store.get()) && unread(store.get())) emit("answeredLater", { threadId: value.threadId });
    },
    event: (event) => take(receiveEvent(store.get(), event), 0),
    seen: (notice) => store.set(receiveSeen(store.get(), notice)),
    search: (notice) => store.set(receiveSearch(store.get(), notice)),
    reached(yes) {
      store.set({ lost: !yes });
      if (yes) around.reached();
    },
    known: () => lastSeq(store.get()),
    typing({ threadId, who }) {
      if (threadId != store.get().thread?.threadId) return;
      clearTimeout(typing);
      typing = setTimeout(() => store.set({ typing: null }), TYPING_SHOWS);
      store.set({ typing: who });
    },
  };
  return intake;
}

/** What a shop hears of one event. */
export function news(event: ThreadEvent): EventName[] {
  const { status } = event;
  if (!status) return fromOthers(event) ? ["message"] : [];
  if (status.reason == "answered") return ["answeredLater"];
  if (status.state == "live") return ["matched"];
  if (status.state == "parked") return ["parked"];
  if (status.state != "waiting") return [];
  return [status.rung == "agents" ? "fellBackToSupport" : "offered"];
}
