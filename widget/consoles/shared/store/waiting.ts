import { signal } from "@preact/signals";
import type { WaitingQuestion } from "../../../wire/contracts";

export interface WaitingLine {
  question: WaitingQuestion;
  /** Taken meanwhile; its line stays until nobody points at the list. */
  gone: boolean;
}

/** The list "Waiting questions". While a hand is on it nothing moves: what leaves is marked, what comes is added at the end. */
export function createWaiting() {
  const lines = signal<readonly WaitingLine[] | null>(null);
  let truth: readonly WaitingQuestion[] = [];
  let held = false;

  const settle = () => (lines.value = truth.map((question) => ({ question, gone: false })));

  return {
    lines,
    /** Gives back what was not on the list before; nothing the first time. */
    received: (questions: readonly WaitingQuestion[]): WaitingQuestion[] => {
      const before = new Set(truth.map((question) => question.threadId));
      const known = lines.peek();
      truth = questions;
      if (held && known) lines.value = merged(known, questions);
      else settle();
      return known ? questions.filter((question) => !before.has(question.threadId)) : [];
    },
    taken: (id: string) => {
      truth = truth.filter((question) => question.threadId !== id);
      lines.value = (lines.peek() ?? []).filter((line) => line.question.threadId !== id);
    },
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
