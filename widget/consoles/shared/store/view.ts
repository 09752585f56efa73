import { signal } from "@preact/signals";

/** As many talks as stand side by side on a wide screen. */
const SIDE_BY_SIDE = 2;

/** What is open on the screen. Narrow screens show only `current`, phones either it or the list. */
export function createView() {
  const shown = signal<readonly string[]>([]);
  const current = signal<string | null>(null);
  /** Phones: the talk covers the list. */
  const talking = signal(false);
  /** The chat whose Message box should take the cursor next. */
  const focusOn = signal<string | null>(null);
  const help = signal(false);

  const show = (id: string) => {
    if (!shown.peek().includes(id)) {
      const stay = shown.peek().length < SIDE_BY_SIDE ? shown.peek() : shown.peek().filter((other) => other === current.peek());
      shown.value = [...stay.slice(-(SIDE_BY_SIDE - 1)), id];
    }
    current.value = id;
  };

  return {
    shown,
    current,
    talking,
    focusOn,
    help,
    show,
    open: (id: string) => {
      show(id);
      talking.value = true;
      focusOn.value = id;
    },
    close: (id: string) => {
      shown.value = shown.peek().filter((other) => other !== id);
      if (current.peek() !== id) return;
      current.value = shown.peek().at(-1) ?? null;
      talking.value = false;
    },
  };
}
