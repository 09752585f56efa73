import { readableAccent, wantsBlack } from "../../ui/accent";

/** Shows a shop's colour as visitors will see it, by day and by night, while it is being chosen. */
export function accentPreview() {
  const form = document.querySelector<HTMLElement>("[data-accent]");
  const field = form?.querySelector<HTMLInputElement>('input[type="color"]');
  if (!form || !field) return;
  form.querySelector<HTMLElement>(".previews")!.hidden = false;
  const show = () => {
    const accent = readableAccent(field.value);
    for (const preview of form.querySelectorAll<HTMLElement>(".preview")) {
      const colour = preview.dataset.mode === "dark" ? accent.dark : accent.light;
      preview.style.setProperty("--shown", colour);
      preview.style.setProperty("--chosen", field.value);
      preview.style.setProperty("--ink", wantsBlack(field.value) ? "#000" : "#fff");
      preview.querySelector("code")!.textContent = hex(colour);
    }
  };
  field.addEventListener("input", show);
  show();
}

function hex(colour: string): string {
  return `#${colour.match(/\d+/g)!.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}
