import { signal } from "@preact/signals";

export interface Notice {
  id: number;
  text: string;
  tone: "good" | "bad";
}

const SHOWN_MS = 7_000;

/** Short words at the edge of the screen; each goes by itself, and good ones before they are in the way. */
export function createNotices() {
  const all = signal<readonly Notice[]>([]);
  let last = 0;

  const drop = (id: number) => (all.value = all.peek().filter((notice) => notice.id !== id));
  const say = (text: string, tone: Notice["tone"] = "good") => {
    const id = ++last;
    all.value = [...all.peek().filter((notice) => notice.text !== text).slice(-2), { id, text, tone }];
    setTimeout(drop, SHOWN_MS, id);
  };
  /** Good news is read and done with once its reader does something else. */
  const settle = () => {
    if (all.peek().some((notice) => notice.tone === "good")) all.value = all.peek().filter((notice) => notice.tone === "bad");
  };
  return { all, say, drop, settle };
}

export type Notices = ReturnType<typeof createNotices>;
