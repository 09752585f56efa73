// The launcher and the empty panel, drawn without waiting for the app.
import { wantsBlack } from "../ui/accent";
import css from "./loader.css";

export type Frame = ReturnType<typeof drawFrame>;

export function drawFrame(accent: string) {
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, parent: Node) => parent.appendChild(document.createElement(tag));

  const host = document.createElement("community-widget");
  const root = host.attachShadow({ mode: "open" });
  // Constructed sheets are the one kind of style a strict content security policy lets in.
  const sheet = new CSSStyleSheet();
  // Where reading begins at the right, the launcher stands at the left.
  const side = getComputedStyle(document.documentElement).direction == "rtl" ? "left" : "right";
  sheet.replaceSync(`${css}section>*{${side}:20px}:host{--brand:${accent};--on-brand:#${wantsBlack(accent) ? "000" : "fff"}}`);
  root.adoptedStyleSheets = [sheet];
  const section = make("section", root);
  const launcher = make("button", section);
  const panel = make("div", section);
  panel.hidden = true;
  panel.tabIndex = -1;
  return { host, root, section, launcher, panel };
}
