// The launcher and the empty panel, drawn without waiting for the app.
import css from "./loader.css";

export function drawFrame(accent: string, ink: string) {
  const [host, section, launcher, panel] = ["community-widget", "section", "button", "div"].map((tag) => document.createElement(tag)) as [
    HTMLElement,
    HTMLElement,
    HTMLButtonElement,
    HTMLDivElement,
  ];
  const root = host.attachShadow({ mode: "open" });
  // Constructed sheets are the one kind of style a strict content security policy lets in.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${css}section>button{background:${accent};color:${ink}}`);
  root.adoptedStyleSheets = [sheet];
  root.append(section);
  section.append(launcher, panel);
  panel.hidden = true;
  return { host, root, section, launcher, panel };
}
