import { signal } from "@preact/signals";
import { languages, type Language } from "../texts";
import { keepOnDevice, onDevice, type OnDevice } from "./device";

/** What a member set on this device. */
export function createPreferences(pageLanguage: string) {
  const kept = onDevice();
  // An address that asks for a language wins over what was chosen before.
  const language = signal<Language>(known(new URLSearchParams(location.search).get("lang")) ?? kept.language ?? known(pageLanguage) ?? "en");
  const sound = signal(kept.sound ?? true);
  const shortcuts = signal(kept.shortcuts ?? true);
  /** Page and product unfolded beside the talk. */
  const about = signal(kept.about ?? true);

  const set = () => ({ language: language.value, sound: sound.value, shortcuts: shortcuts.value, about: about.value });
  let last: OnDevice = set();
  /** Only what was changed here: another page may have set the others meanwhile. */
  const remember = () => {
    const before = last;
    last = set();
    keepOnDevice(Object.fromEntries(Object.entries(last).filter(([name, value]) => value !== before[name as keyof OnDevice])));
  };
  const speak = (chosen: Language) => {
    language.value = chosen;
    keepOnDevice({ language: chosen });
    const here = new URL(location.href);
    here.searchParams.set("lang", chosen);
    history.replaceState(history.state, "", here);
  };
  return { language, sound, shortcuts, about, remember, speak };
}

function known(tag: string | null): Language | undefined {
  return languages.find((language) => language === tag?.slice(0, 2).toLowerCase());
}

export type Preferences = ReturnType<typeof createPreferences>;
