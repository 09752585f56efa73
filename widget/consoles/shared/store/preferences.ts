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
  const language = signal<Language>(kept.language ?? known(pageLanguage));
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
  return { language, sound, shortcuts, about, remember };
}

function read(): Kept {
  try {
    return JSON.parse(localStorage.getItem(SLOT) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

function known(tag: string): Language {
  const short = tag.slice(0, 2).toLowerCase();
  return languages.find((language) => language === short) ?? "en";
}

export type Preferences = ReturnType<typeof createPreferences>;
