import type { InboxRow, InboxView } from "../../../wire/contracts";

/** What narrows a list; empty says nothing. */
export interface Filter {
  topic: string;
  language: string;
  tag: string;
  state: string;
}

export const noFilter: Filter = { topic: "", language: "", tag: "", state: "" };

const nobodyHolds = ({ state, outcome, rung, assignee }: InboxRow) => (state === "waiting" && rung === "agents") || (state === "parked" && outcome === null && !assignee);
const isAside = (row: InboxRow, now: number) => row.snoozedUntil !== null && row.snoozedUntil > now;

/** Whether a thread stands on a view, as the server decides it. */
export function belongs(row: InboxRow, view: InboxView, me: string | null | undefined, now: number): boolean {
  switch (view) {
    case "unassigned":
      return nobodyHolds(row) && !isAside(row, now);
    case "mine":
      if (row.assignee) return row.assignee.id === me && !isAside(row, now);
      return row.state !== "closed" && (row.state === "live" || row.outcome === "answered") && row.responder?.id === me;
    case "all":
      return row.state !== "closed" && (row.rung === "agents" || row.rung === "parked") && !isAside(row, now);
    case "snoozed":
      return row.state !== "closed" && isAside(row, now);
    case "closed":
      return row.state === "closed";
  }
}

/** As a topic to narrow by: those about none. */
export const NO_TOPIC = "-";

export const passes = (row: InboxRow, { topic, language, tag, state }: Filter) =>
  (!topic || row.topic === (topic === NO_TOPIC ? null : topic)) && (!language || row.language === language) && (!tag || row.tags.includes(tag)) && (!state || row.state === state);

const PARTS: Record<string, number> = { waiting: 0, live: 1, parked: 2, closed: 3 };

/** The order of a view. What happens in the same millisecond stands in any order, but always in the same. */
export function inOrderOf(view: InboxView) {
  return (a: InboxRow, b: InboxRow): number => {
    if (view === "closed") return b.lastAt - a.lastAt || a.threadId.localeCompare(b.threadId);
    if (view === "snoozed") return a.snoozedUntil! - b.snoozedUntil! || a.threadId.localeCompare(b.threadId);
    // Of one's own what was given waits for an answer, what was answered does not.
    if (view === "mine" && a.state === b.state && (a.outcome === null) !== (b.outcome === null)) return a.outcome === null ? -1 : 1;
    return PARTS[a.state]! - PARTS[b.state]! || a.askedAt - b.askedAt || a.threadId.localeCompare(b.threadId);
  };
}
