import { signal } from "@preact/signals";
import type { WaitingQuestion } from "../../../wire/contracts";

export interface WaitingLine {
  question: WaitingQuestion;
  /** Taken meanwhile; its line stays until nobody points at the list, and nothing is left that was written for it. */
  gone: boolean;
}

/** The list "Waiting questions". While a hand is on it nothing moves: what leaves is marked, what comes is added at the end. */
export function createWaiting(isWritten: (id: string) => boolean = () => false) {
  const lines = signal<readonly WaitingLine[] | null>(null);
  let truth: readonly WaitingQuestion[] = [];
  let held = false;

  const settle = () => {
    const settled = truth.map((question) => ({ question, gone: false }));
    const standing = new Set(truth.map((question) => question.threadId));
    (lines.peek() ?? []).forEach(({ question }, at) => {
      if (!standing.has(question.threadId) && isWritten(question.threadId)) settled.splice(at, 0, { question, gone: true });
    });
    lines.value = settled;
  };
  const leave = (step: (line: WaitingLine) => WaitingLine[]) => {
    lines.value = (lines.peek() ?? []).flatMap(step);
    // Nothing is there any more that could be pointed at.
    if (lines.value.length === 0) held = false;
  };

  return {
    lines,
    /** Gives back what was not on the list before, or was not given to whom it is given now; nothing the first time. */
    received: (questions: readonly WaitingQuestion[]): WaitingQuestion[] => {
      const before = new Map(truth.map((question) => [question.threadId, question.assignee?.id]));
      const known = lines.peek();
      truth = questions;
      if (held && known) lines.value = merged(known, questions);
      else settle();
      return known ? questions.filter(({ threadId, assignee }) => !before.has(threadId) || (assignee && assignee.id !== before.get(threadId))) : [];
    },
    taken: (id: string) => {
      truth = truth.filter((question) => question.threadId !== id);
      leave((line) => (line.question.threadId !== id ? [line] : isWritten(id) ? [{ ...line, gone: true }] : []));
    },
    /** A line that stayed only for what was written for it. */
    putAway: (id: string) => leave((line) => (line.gone && line.question.threadId === id ? [] : [line])),
    hold: (on: boolean) => {
      held = on;
      if (!on && lines.peek()) settle();
    },
  };
}

function merged(lines: readonly WaitingLine[], questions: readonly WaitingQuestion[]): WaitingLine[] {
  const byId = new Map(questions.map((question) => [question.threadId, question]));
  const stay = lines.map(({ question }) => {
    const now = byId.get(question.threadId);
    byId.delete(question.threadId);
    return { question: now ?? question, gone: !now };
  });
  return [...stay, ...[...byId.values()].map((question) => ({ question, gone: false }))];
}

export type Waiting = ReturnType<typeof createWaiting>;
