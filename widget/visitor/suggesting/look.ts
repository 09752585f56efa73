// Looks for answers once the typing rests. What is typed travels in a body, and is forgotten by the server.
import type { Suggestion, Suggestions } from "../../wire/contracts";
import type { Http } from "../services/http";

const REST = 600;
/** Nothing is looked for before a question can be guessed. */
export const SHORTEST = 12;

export type Found = (pages: Suggestion[]) => void;

/** Each text once: the same again gives what is known. */
export function makeLook(http: Pick<Http, "post">) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let known: { text: string; pages: Suggestion[] } = { text: "", pages: [] };

  async function ask(text: string, language: string, found: Found) {
    waiting = undefined;
    const { value } = await http.post<Suggestions>("suggestions", { text, language });
    // A line that is down, or too much asked: what was there stays, and nobody is bothered.
    if (!value) return;
    known = { text, pages: value.pages };
    // Typed on meanwhile: the next look says.
    if (!waiting) found(value.pages);
  }

  return {
    known: () => known.pages,
    /** After each change of what is typed. */
    typed(draft: string, language: string, found: Found) {
      const text = draft.trim();
      clearTimeout(waiting);
      waiting = undefined;
      if (text == known.text) return found(known.pages);
      if (text.length < SHORTEST) {
        known = { text, pages: [] };
        return found([]);
      }
      waiting = setTimeout(() => void ask(text, language, found), REST);
    },
    stop: () => clearTimeout(waiting),
  };
}
