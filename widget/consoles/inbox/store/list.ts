import { signal } from "@preact/signals";
import type { InboxRow } from "../../../wire/contracts";

export interface Line {
  row: InboxRow;
  /** It belongs here no more; its line stays until nobody points at the list. */
  gone: boolean;
}

/** What has ended is ended no second time. */
export const canEnd = ({ row, gone }: Line) => !gone && row.state !== "closed";

/** The rules of the list that is shown: who stands on it, and where. */
export interface Rules {
  belongs: (row: InboxRow) => boolean;
  compare: (a: InboxRow, b: InboxRow) => number;
}

/**
 * Lines of one view as far as they were fetched. While a hand is on it nothing moves: what changes changes in its place, what leaves is
 * marked, what comes is counted.
 */
export function createList() {
  const lines = signal<readonly Line[] | null>(null);
  /** How many came while it was held. */
  const fresh = signal(0);
  const next = signal<string | null>(null);
  let truth: readonly InboxRow[] = [];
  let held = false;

  const show = () => {
    const known = lines.peek();
    if (!held || !known) {
      lines.value = truth.map((row) => ({ row, gone: false }));
      fresh.value = 0;
      return;
    }
    const now = new Map(truth.map((row) => [row.threadId, row]));
    lines.value = known.map(({ row }) => ({ row: now.get(row.threadId) ?? row, gone: !now.has(row.threadId) }));
    const shown = new Set(known.map(({ row }) => row.threadId));
    fresh.value = truth.filter((row) => !shown.has(row.threadId)).length;
  };

  // A line that stays only because of the hand. What was said of it before it left is no reason.
  const explained = (row: InboxRow) => {
    lines.value = lines.peek()?.map((line) => (line.gone && line.row.threadId === row.threadId && row.lastAt >= line.row.lastAt ? { row, gone: true } : line)) ?? null;
  };

  return {
    lines,
    fresh,
    next,
    explained,
    /** Lines that left and do not say why: by what is known of them they would stand here. */
    unexplained: (belongs: Rules["belongs"]) => (lines.peek() ?? []).filter(({ row, gone }) => gone && belongs(row)).map(({ row }) => row.threadId),
    /** The whole of it, anew. */
    received(rows: readonly InboxRow[], more: string | null) {
      truth = rows;
      next.value = more;
      show();
    },
    /** What stands below. */
    below(rows: readonly InboxRow[], more: string | null) {
      const known = new Set(truth.map((row) => row.threadId));
      const news = rows.filter((row) => !known.has(row.threadId));
      truth = [...truth, ...news];
      next.value = more;
      if (held && lines.peek()) lines.value = [...lines.peek()!, ...news.map((row) => ({ row, gone: false }))];
      show();
    },
    /** One thread is otherwise now. Gives it back when it was not on the list before and is now. */
    changed(row: InboxRow, { belongs, compare }: Rules): InboxRow | null {
      const before = truth.some((known) => known.threadId === row.threadId);
      const others = truth.filter((known) => known.threadId !== row.threadId);
      const last = others.at(-1);
      // Below what was fetched it will be fetched.
      const isBelow = next.peek() !== null && (!last || compare(row, last) > 0);
      const stands = belongs(row) && !(isBelow && !before);
      truth = stands ? [...others, row].sort(compare) : others;
      // Of a line that leaves, the last state is worth showing.
      if (!stands && before && held) lines.value = (lines.peek() ?? []).map((line) => (line.row.threadId === row.threadId ? { row, gone: true } : line));
      show();
      if (!stands && !before) explained(row);
      return stands && !before ? row : null;
    },
    hold(on: boolean) {
      held = on;
      if (!on && lines.peek()) show();
    },
    /** Shows what came, although a hand is on it: it asked for it. */
    settle() {
      const was = held;
      held = false;
      show();
      held = was;
    },
    /** Another view: nothing is known of it yet. */
    clear() {
      truth = [];
      next.value = null;
      fresh.value = 0;
      lines.value = null;
    },
  };
}

export type List = ReturnType<typeof createList>;
