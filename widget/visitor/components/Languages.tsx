import { chooseLanguage } from "../services/language";
import { languageNames } from "../texts/texts";
import type { Part } from "./acts";

/** The shop's other languages that we have texts in. */
export function Languages({ state, door }: Part) {
  const others = door.look.languages.filter((one) => languageNames[one] && one != state.language);
  return (
    <p class="languages">
      {others.map((one) => (
        <button class="text" lang={one} onClick={() => chooseLanguage(door, one)}>
          {languageNames[one]}
        </button>
      ))}
    </p>
  );
}
