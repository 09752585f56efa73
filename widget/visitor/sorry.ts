// Fetched under a lasting name when the app cannot be: an old page, after a release, asks for files that are no more.
import type { Doorway } from "../loader/doorway";

const WORDS: Record<string, [sentence: string, close: string]> = {
  en: ["This page is older than our server. Please reload the page to ask.", "Close"],
  fr: ["Cette page est plus ancienne que notre serveur. Rechargez la page pour poser votre question.", "Fermer"],
};

const css = ".sorry{margin:24px;font:16px/1.5 system-ui,sans-serif}button.sorry{min-height:44px;margin-top:0;padding:0 16px}";

let dressed = false;

export function sayReload({ root, panel, language, close }: Doorway) {
  const [sentence, name] = WORDS[language] ?? WORDS.en!;
  if (!dressed) {
    dressed = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
  }
  const words = document.createElement("p");
  const button = document.createElement("button");
  words.className = button.className = "sorry";
  words.role = "alert";
  words.textContent = sentence;
  button.textContent = name;
  button.onclick = close;
  panel.replaceChildren(words, button);
  button.focus();
}
