// What is typed and what is on its way outlives the page: stored before a request leaves, taken away once the server has it.
import type { Pending } from "../store/state";
import type { Store } from "../store/store";
import type { Memory } from "./memory";

/** Brings back what an earlier page left, in its order, and from now on keeps what this one would leave. */
export function keepOutbox(store: Store, memory: Memory) {
  let { draft, pending } = store.get();
  store.watch(() => {
    const now = store.get();
    if (now.draft != draft) memory.note("draft", (draft = now.draft));
    if (now.pending == pending) return;
    const unsent = now.pending.filter((one) => !one.sent);
    for (const { key } of pending) if (!unsent.some((one) => one.key == key)) memory.send(key, null);
    for (const one of unsent) if (!pending.includes(one)) memory.send(one.key, one);
    pending = now.pending;
  });
  store.set({
    pending: memory.unsent<Pending>().sort((one, other) => one.at - other.at),
    draft: memory.noted<string>("draft") ?? "",
  });
}
