// Sending: a message shows at once, keeps its key until its event is here, and comes back to the box when it is refused.
import type { Refusal, ThreadEvent } from "../../wire/contracts";
import { takenBack, type Pending } from "../store/state";
import type { Store } from "../store/store";
import { newKey } from "../util/key";
import { normalised } from "../util/text";
import type { Connection } from "./connection";
import { OFFLINE } from "./http";

const AGAIN_AFTER = 5;
/** Nothing is wrong with what is sent, it goes a little later: no server was reached, or that was too fast. */
const LATER = [OFFLINE, "too_many_requests"];
/** Refusals that more words do not change: what has ended is shown as ended. */
const OVER = ["thread_closed", "too_late_to_reopen", "not_possible_now"];

export interface SendParts {
  store: Store;
  connection: Connection;
  ready(text: string): boolean;
  fail(refusal: Refusal): void;
  stored(event: ThreadEvent, reopened: boolean): void;
}

export function makeSending({ store, connection, ready, fail, stored }: SendParts) {
  let busy = false;
  let again: ReturnType<typeof setTimeout>;

  function send(typed: string) {
    const text = normalised(typed);
    if (!ready(text)) return;
    const { pending, continuing, thread } = store.get();
    const message: Pending = { thread: thread!.threadId, key: newKey(), text, at: Date.now(), reopen: continuing };
    store.set({ pending: [...pending, message], draft: "" });
    void flush();
  }

  const mark = (change: Partial<Pending>, key?: string) =>
    store.set({ pending: store.get().pending.map((one) => (one.sent || (key && one.key != key) ? one : { ...one, ...change })) });

  /** One after the other, so that the order typed is the order stored: none goes before one that did not arrive. */
  async function flush() {
    clearTimeout(again);
    if (busy) return;
    busy = true;
    for (let next; (next = store.get().pending.find((one) => !one.sent)) && (await deliver(next)); );
    busy = false;
  }

  async function deliver({ thread, key, text, reopen }: Pending): Promise<boolean> {
    const body = { threadId: thread, key, text, reopen };
    const { value, refusal } = await connection.call<ThreadEvent>("Send", [body], `threads/${thread}/events`, body, key);
    if (value) {
      mark({ sent: true }, key);
      store.set({ error: null, ...(reopen && { continuing: false }) });
      stored(value, reopen);
    } else if (LATER.includes(refusal!.code)) {
      mark({ failed: true });
      again = setTimeout(flush, (refusal!.retryAfter || AGAIN_AFTER) * 1_000);
    } else {
      // Also what waits behind it: it was written to be read after it.
      store.set({ ...takenBack(store.get(), (one) => one.sent), ...(OVER.includes(refusal!.code) && { continuing: false }) });
      fail(refusal!);
    }
    return !!value;
  }

  return {
    send,
    retry() {
      mark({ failed: false });
      void flush();
    },
    /** The line is back, or there is a new page: whatever has not reached the server goes, under its old key. */
    flush,
  };
}
