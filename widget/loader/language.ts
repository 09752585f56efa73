/** The page's language in two letters: what the tag says, else the document, else the browser. */
export const pageLanguage = (tag?: string) =>
  (tag || document.documentElement.lang || navigator.language).slice(0, 2).toLowerCase();

/** The launcher's name; every other text comes with the app. */
export const launcherName = (language: string) => (language == "fr" ? "Demander à la communauté" : "Ask the community");
