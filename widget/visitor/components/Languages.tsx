import { chooseLanguage } from "../services/language";
import { languageNames } from "../texts/texts";
import type { Part } from "./acts";

/** The foot of the first screen: the shop's other languages that we have texts in, and its charter. */
export function Languages({ state, door }: Part) {
  const others = door.look.languages.filter((one) => languageNames[one] && one != state.language);
  return (
    <p class="languages">
      {others.map((one) => (
        <button class="text" lang={one} onClick={() => chooseLanguage(door, one)}>
          {languageNames[one]}
        </button>
      ))}
      {door.look.charter && (
        <a class="text" href={`${door.base + door.look.charter}?lang=${state.language}`} target="_blank">
          {state.texts.charter}
        </a>
      )}
    </p>
  );
}
