// Sending: a message shows at once, keeps its key until it is acknowledged, and comes back to the box when it is refused.
import type { Refusal, ThreadEvent } from "../../wire/contracts";
import type { Pending } from "../store/state";
import type { Store } from "../store/store";
import { newKey } from "../util/key";
import { normalised } from "../util/text";
import type { Connection } from "./connection";
import { OFFLINE } from "./http";

export interface SendParts {
  store: Store;
  connection: Connection;
  ready(text: string): boolean;
  fail(refusal: Refusal): void;
  stored(event: ThreadEvent, reopened: boolean): void;
}

export function makeSending({ store, connection, ready, fail, stored }: SendParts) {
  /** One after the other, so that the order typed is the order stored. */
  let queue: Promise<unknown> = Promise.resolve();

  function send(typed: string) {
    const text = normalised(typed);
    if (!ready(text)) return;
    const { pending, continuing } = store.get();
    const message = { key: newKey(), text, at: Date.now(), failed: false, reopen: continuing };
    store.set({ pending: [...pending, message], draft: "" });
    retry(message);
  }

  function retry(message: Pending) {
    mark(message.key, false);
    queue = queue.then(() => deliver(message));
  }

  async function deliver({ key, text, reopen }: Pending) {
    const { thread } = store.get();
    if (!thread) return;
    const body = { threadId: thread.threadId, key, text, reopen };
    const { value, refusal } = await connection.call<ThreadEvent>("Send", [body], `threads/${thread.threadId}/events`, body, key);
    if (value) {
      store.set({ error: null, ...(reopen && { continuing: false }) });
      stored(value, reopen);
    } else if (refusal!.code == OFFLINE) mark(key, true);
    else {
      const { pending, draft } = store.get();
      store.set({ pending: pending.filter((one) => one.key != key), draft: [text, draft].filter(Boolean).join("\n") });
      fail(refusal!);
    }
  }

  function mark(key: string, failed: boolean) {
    store.set({ pending: store.get().pending.map((one) => (one.key == key ? { ...one, failed } : one)) });
  }

  return {
    send,
    retry,
    /** The line is back: whatever had not reached the server goes again, under its old key. */
    retryAll() {
      for (const message of store.get().pending) if (message.failed) retry(message);
    },
  };
}
