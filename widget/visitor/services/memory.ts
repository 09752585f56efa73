// What this browser keeps between pages: an opaque token and the thread's id. Storage may be refused; then it lives as long as the page.
import { memoryKey } from "../../loader/doorway";

export interface Kept {
  token: string;
  thread: string | null;
  /** True while the thread is not closed: the next page reconnects by itself. */
  open: boolean;
  at: number;
}

const IDLE_DAYS = 30;

export function makeMemory(site: string) {
  const name = memoryKey(site);
  let kept: Kept | null = null;
  try {
    kept = JSON.parse(localStorage.getItem(name) ?? "null");
    if (kept && Date.now() - kept.at > IDLE_DAYS * 86_400_000) kept = null;
  } catch {}
  return {
    get: () => kept,
    set(change: Omit<Kept, "at"> | null) {
      kept = change && { ...change, at: Date.now() };
      try {
        if (kept) localStorage.setItem(name, JSON.stringify(kept));
        else localStorage.removeItem(name);
      } catch {}
    },
  };
}

export type Memory = ReturnType<typeof makeMemory>;
