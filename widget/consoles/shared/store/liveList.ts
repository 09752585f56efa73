import { signal } from "@preact/signals";
import type { LiveConversation } from "../../../wire/contracts";

/** Conversations others hold, where one could help; looked at only while it is unfolded. */
export function createLiveList() {
  return {
    open: signal(false),
    /** Null until it was asked for. */
    lines: signal<readonly LiveConversation[] | null>(null),
  };
}
