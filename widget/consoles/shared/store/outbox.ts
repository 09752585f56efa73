import type { Outgoing } from "./chat";
import type { Kept } from "./kept";

const KIND = "out.";

/** Messages the server has not acknowledged, as they outlive the page: by thread and by their key, under which they go again. */
export function createOutbox(kept: Kept) {
  const name = (thread: string, key: string) => `${KIND}${thread}.${key}`;

  return {
    put: (thread: string, message: Outgoing) => kept.put(name(thread, message.key), message),
    drop: (thread: string, key: string) => kept.put(name(thread, key), null),
    /** What an earlier page left: nobody knows whether a message on its way arrived. */
    of: (thread: string): Outgoing[] =>
      kept
        .all<Outgoing>(`${KIND}${thread}.`)
        .map(([, message]) => ({ ...message, failed: message.failed ?? "offline" }))
        .sort((a, b) => a.at - b.at),
    threads: (): string[] => [...new Set(kept.all(KIND).map(([rest]) => rest.slice(0, rest.indexOf("."))))],
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
