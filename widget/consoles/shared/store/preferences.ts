import { signal } from "@preact/signals";
import { languages, type Language } from "../texts";

const SLOT = "community-widget.console";

interface Kept {
  language?: Language;
  sound?: boolean;
  shortcuts?: boolean;
  about?: boolean;
}

/** What a member set on this device. */
export function createPreferences(pageLanguage: string) {
  const kept = read();
  // An address that asks for a language wins over what was chosen before.
  const language = signal<Language>(known(new URLSearchParams(location.search).get("lang")) ?? kept.language ?? known(pageLanguage) ?? "en");
  const sound = signal(kept.sound ?? true);
  const shortcuts = signal(kept.shortcuts ?? true);
  /** Page and product unfolded beside the talk. */
  const about = signal(kept.about ?? true);

  const remember = () => {
    const now: Kept = { language: language.value, sound: sound.value, shortcuts: shortcuts.value, about: about.value };
    try {
      localStorage.setItem(SLOT, JSON.stringify(now));
    } catch {
      // Blocked: it holds until the page is left.
    }
  };
  const speak = (chosen: Language) => {
    language.value = chosen;
    remember();
    const here = new URL(location.href);
    here.searchParams.set("lang", chosen);
    history.replaceState(history.state, "", here);
  };
  return { language, sound, shortcuts, about, remember, speak };
}

function read(): Kept {
  try {
    return JSON.parse(localStorage.getItem(SLOT) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

function known(tag: string | null): Language | undefined {
  return languages.find((language) => language === tag?.slice(0, 2).toLowerCase());
}

export type Preferences = ReturnType<typeof createPreferences>;
