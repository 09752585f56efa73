// The language a visitor chose in the widget, for the next page too. Browsers may refuse the storage; then it lasts as long as the page.
import { memoryKey, type Doorway } from "../../loader/doorway";

const name = (site: string) => memoryKey(site) + ":language";

export function chooseLanguage(door: Doorway, language: string) {
  door.setLocale(language);
  try {
    localStorage.setItem(name(door.site), language);
  } catch {}
}

export function chosenLanguage(site: string): string | null {
  try {
    return localStorage.getItem(name(site));
  } catch {
    return null;
  }
}

export function forgetLanguage(site: string) {
  try {
    localStorage.removeItem(name(site));
  } catch {}
}
