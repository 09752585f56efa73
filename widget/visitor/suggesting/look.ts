// Looks for answers once the typing rests. What is typed travels in a body, and is forgotten by the server.
import type { Doorway } from "../../loader/doorway";
import type { Suggestion, Suggestions } from "../../wire/contracts";
import type { Http } from "../services/http";

const REST = 600;
/** Nothing is looked for before a question can be guessed. */
export const SHORTEST = 12;
/** Of writings without spaces a letter is a word or half of one, and counts for three. The server has the same ones (Scripts.cs): by number, as some, like ー, belong to no one script. */
const UNSPACED = /(?=\p{L})[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3006\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uFF66-\uFF9F\u{20000}-\u{3FFFF}]/gu;

const lengthOf = (text: string) => text.replace(UNSPACED, "...").length;

export type Found = (pages: Suggestion[]) => void;

/** Where somebody types: in which language, and on the page of which product. */
export type Where = Pick<Doorway, "language" | "shop">;

/** Each text once on the page of one product: the same again gives what is known. */
export function makeLook(http: Pick<Http, "post">) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let known: { text: string; about: string; pages: Suggestion[] } = { text: "", about: "", pages: [] };

  async function ask(text: string, { language, shop }: Where, found: Found) {
    waiting = undefined;
    const product = productOf(shop);
    const about = aboutOf(shop);
    const { value } = await http.post<Suggestions>("suggestions", { text, language, product });
    // A line that is down, or too much asked: what was there stays, and nobody is bothered.
    if (!value) return;
    known = { text, about, pages: value.pages };
    // Typed on meanwhile: the next look says.
    if (!waiting) found(value.pages);
  }

  return {
    /** Nothing where they are on the page of another product by now: single-page shops change it under our feet. */
    known: ({ shop }: Where) => known.about == aboutOf(shop) && known.pages,
    /** After each change of what is typed. */
    typed(draft: string, where: Where, found: Found) {
      const text = draft.trim();
      clearTimeout(waiting);
      waiting = undefined;
      const about = aboutOf(where.shop);
      if (text == known.text && about == known.about) return found(known.pages);
      if (lengthOf(text) < SHORTEST) {
        known = { text, about, pages: [] };
        return found([]);
      }
      waiting = setTimeout(() => void ask(text, where, found), REST);
    },
    stop: () => clearTimeout(waiting),
  };
}

/** What tells one product from another; its address only where nothing else does. */
const productOf = ({ product }: Doorway["shop"]) => product && (product.id || product.name ? { id: product.id, name: product.name } : { url: product.url });

const aboutOf = (shop: Doorway["shop"]) => JSON.stringify(productOf(shop));
