// The one text box: ask form and composer differ only in words and size.
import { NEARLY_FULL, roomLeft } from "../util/text";
import type { Part } from "./acts";

interface BoxProps extends Part {
  label: string;
  hint: string;
  button: string;
  large?: boolean;
  busy?: boolean;
  submit(text: string): void;
  typed?(): void;
}

export function Box({ state, set, label, hint, button, large, busy, submit, typed }: BoxProps) {
  const { draft, texts } = state;
  const room = roomLeft(draft);
  const go = () => submit(draft);

  const key = (event: KeyboardEvent) => {
    // Enter that ends a composition belongs to the input method; on a touch keyboard Enter is the only way to a new line.
    if (event.key != "Enter" || event.shiftKey || event.isComposing || event.keyCode == 229) return;
    if (matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    go();
  };

  return (
    <form
      class={large ? "box large" : "box"}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label>
        <span class={large ? "label" : "hidden"}>{label}</span>
        <textarea
          rows={large ? 4 : 1}
          dir="auto"
          placeholder={hint}
          value={draft}
          aria-invalid={room < 0}
          onInput={(event) => {
            set({ draft: event.currentTarget.value, error: null });
            typed?.();
          }}
          onKeyDown={key}
        />
      </label>
      {room < NEARLY_FULL && <small class={room < 0 ? "count over" : "count"}>{room < 0 ? texts.tooMuch(-room) : texts.left(room)}</small>}
      <button aria-disabled={busy}>{button}</button>
    </form>
  );
}
