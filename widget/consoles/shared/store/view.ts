import { signal } from "@preact/signals";
import { columns } from "./columns";

/** What is open on the screen. Narrow screens show only `current`, phones either it or the lists. */
export function createView() {
  /** In the order they stand side by side. */
  const shown = signal<readonly string[]>([]);
  const current = signal<string | null>(null);
  /** Phones: the talk covers the lists. */
  const talking = signal(false);
  /** The chat whose Message box should take the cursor next. */
  const focusOn = signal<string | null>(null);
  const help = signal(false);
  /** Used last, last: who has to leave when there is no room. */
  let used: string[] = [];

  const use = (id: string) => {
    used = [...used.filter((other) => other !== id), id];
    current.value = id;
  };
  const show = (id: string) => {
    if (!shown.peek().includes(id)) {
      // What stands stays where it stands; the newcomer takes the place of who has been left alone the longest.
      const leaves = shown.peek().length < columns.peek() ? null : used.find((other) => shown.peek().includes(other));
      shown.value = leaves ? shown.peek().map((other) => (other === leaves ? id : other)) : [...shown.peek(), id];
    }
    use(id);
  };

  return {
    shown,
    current,
    talking,
    focusOn,
    help,
    /** The talk an earlier look at this page had open, until the chats are known. */
    restored: null as string | null,
    show,
    use,
    open: (id: string) => {
      show(id);
      talking.value = true;
      focusOn.value = id;
    },
    /** Puts a talk off the screen; it stays on the list. */
    close: (id: string) => {
      const at = shown.peek().indexOf(id);
      used = used.filter((other) => other !== id);
      shown.value = shown.peek().filter((other) => other !== id);
      if (current.peek() !== id) return;
      current.value = shown.peek()[Math.max(0, at - 1)] ?? null;
      focusOn.value = current.value;
      talking.value = false;
    },
  };
}

export type View = ReturnType<typeof createView>;
