import { signal } from "@preact/signals";
import type { Kept } from "./kept";

const KIND = "draft.";

/** Unsent text by thread; what is typed in one tab stands in the others too. */
export function createDrafts(kept: Kept) {
  const all = signal<Readonly<Record<string, string>>>(Object.fromEntries(kept.all<string>(KIND)));

  const show = (id: string, text: string | null) => {
    const { [id]: _, ...rest } = all.peek();
    all.value = text ? { ...rest, [id]: text } : rest;
  };
  kept.onOther<string>(KIND, show);

  const set = (id: string, text: string) => {
    show(id, text);
    kept.put(KIND + id, text || null);
  };

  return {
    all,
    get: (id: string) => all.value[id] ?? "",
    set,
    /** Puts text back in front of what was typed meanwhile. */
    giveBack: (id: string, text: string) => {
      const typed = all.peek()[id];
      set(id, typed ? `${text}\n${typed}` : text);
    },
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
