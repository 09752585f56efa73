import { batch, computed, signal } from "@preact/signals";
import type { CannedReply, InboxDetail, InboxHead, InboxView } from "../../../wire/contracts";
import type { Store } from "../../shared/store";
import { inboxTexts } from "../texts";
import { canEnd, createList } from "./list";
import { noFilter, type Filter } from "./views";

/** Which small window is open, and for which thread. */
export type OpenSheet = { kind: "snooze" | "tags" | "hand" | "silence" | "replies"; threadId: string };

/** All that only the inbox knows. */
export function createInbox(shared: Store) {
  const list = createList();
  const chosen = signal<ReadonlySet<string>>(new Set());
  const view = signal<InboxView>("unassigned");
  const words = signal("");
  return {
    list,
    view,
    filter: signal<Filter>(noFilter),
    /** Words that are looked for; while there are any, the list shows what was found. */
    words,
    /** Another view; what was looked for is over. */
    turnTo: (other: InboxView) =>
      batch(() => {
        words.value = "";
        view.value = other;
      }),
    /** Why the list could not be read, while there is none to show. */
    failed: signal<string | null>(null),
    head: signal<InboxHead | null>(null),
    targetMs: signal(0),
    /** By how much the server's clock is ahead of ours. */
    ahead: signal(0),
    details: signal<ReadonlyMap<string, InboxDetail>>(new Map()),
    /** Known on the site, those used most first. */
    tags: signal<readonly string[]>([]),
    replies: signal<readonly CannedReply[] | null>(null),
    chosen,
    /** Of what is chosen, the lines that still stand on the list and can be ended. */
    picked: computed(() => (list.lines.value ?? []).flatMap((line) => (canEnd(line) && chosen.value.has(line.row.threadId) ? [line.row] : []))),
    /** How far ending together has come, while it takes more than one go. */
    ending: signal<{ done: number; of: number } | null>(null),
    /** Ended together a moment ago; can be taken back. */
    ended: signal<readonly string[]>([]),
    /** When that began, on our steady clock. */
    endedAt: signal(0),
    /** Threads in which a note is being written. */
    noting: signal<ReadonlySet<string>>(new Set()),
    /** A parked question whose answer is written, and why it is not taken. */
    answering: signal<{ threadId: string; why: string } | null>(null),
    /** A parked question that was given to somebody a moment ago, in words, and when on our steady clock; it can be taken back. */
    given: signal<{ threadId: string; said: string; at: number } | null>(null),
    sheet: signal<OpenSheet | null>(null),
    /** Why what was tried last was not done: an open window says it, for notices are beneath. */
    refusal: signal(""),
    texts: computed(() => inboxTexts[shared.preferences.language.value]),
  };
}

export type Inbox = ReturnType<typeof createInbox>;
