// questions.js: <community-questions product="…"> on a shop's own page. One request to one address, nothing stored, nothing of the page touched.
import css from "./questions.css";
import type { ProductAnswers, ProductQuestion } from "../wire/contracts";
import { type Texts, textsIn } from "./texts";

const NAME = "community-questions";
const USUAL = 3;
const MOST = 10;

const tag = (document.currentScript ?? document.querySelector("script[src*='/questions.js']")) as HTMLScriptElement | null;

class CommunityQuestions extends HTMLElement {
  static observedAttributes = ["product", "site", "limit", "lang"];

  readonly #root = this.attachShadow({ mode: "open" });
  #asked = 0;
  #soon = false;

  connectedCallback() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root.adoptedStyleSheets = [sheet];
    this.#change();
  }

  attributeChangedCallback() {
    this.#change();
  }

  /** Once for all that changes together: a script that comes late is told of each attribute and then of the place, a framework sets one after the other. */
  #change() {
    if (this.#soon) return;
    this.#soon = true;
    queueMicrotask(() => {
      this.#soon = false;
      if (this.isConnected) void this.#show();
    });
  }

  get #limit() {
    return Math.min(Math.max(Math.trunc(Number(this.getAttribute("limit"))) || USUAL, 1), MOST);
  }

  async #show() {
    const texts = textsIn(this.lang || document.documentElement.lang || navigator.language);
    const [product, site, limit] = [this.getAttribute("product"), this.getAttribute("site") ?? tag?.dataset.site, this.#limit];
    // As high as it will be: what stands below never moves.
    this.style.setProperty("--cw-rows", String(limit));
    const mine = ++this.#asked;
    this.#draw(texts, ...Array.from({ length: limit }, () => make("div", "row wait")));
    this.#root.firstElementChild!.ariaBusy = "true";
    if (!product || !site || !tag) return this.#draw(texts, note(texts.unset));
    try {
      const answer = await fetch(`${new URL(".", tag.src).href}api/answers?${new URLSearchParams({ site, product, limit: String(limit) })}`, { credentials: "omit" });
      if (!answer.ok) throw answer.status;
      const found = (await answer.json()) as ProductAnswers;
      // Another product was asked for meanwhile.
      if (mine === this.#asked) this.#draw(texts, ...this.#rows(found, texts));
    } catch {
      if (mine === this.#asked) this.#draw(texts, note(texts.unreachable));
    }
  }

  #rows(found: ProductAnswers, texts: Texts) {
    if (!found.questions.length) return [note(texts.none), ask(texts)];
    const list = make("ol", "");
    list.append(...found.questions.map((question) => row(question, texts)));
    return found.after ? [list, link(found.more, texts.more, "more")] : [list, ask(texts)];
  }

  #draw(texts: Texts, ...parts: Element[]) {
    const section = make("section", "");
    section.ariaLabel = texts.title;
    section.append(make("h2", "", texts.title), ...parts);
    this.#root.replaceChildren(section);
  }
}

function row(question: ProductQuestion, texts: Texts) {
  const item = make("li", "row");
  const title = link(question.address, question.title, "title");
  const answer = make("p", "answer", question.answer ?? texts.noAnswer);
  for (const text of [title, answer]) text.dir = "auto";
  title.lang = question.language;
  if (question.answerLanguage) answer.lang = question.answerLanguage;
  const count = [texts.answers(question.answers), question.by ? texts.by(question.by) : "", question.outdated ? texts.outdated : ""].filter(Boolean).join(" · ");
  item.append(title, answer, make("p", "count", count));
  return item;
}

/** Opens the widget, where the shop has it. */
function ask(texts: Texts) {
  const button = make("button", "more", texts.ask) as HTMLButtonElement;
  button.type = "button";
  const page = window as unknown as { CommunityWidget?: { push?: (command: unknown[]) => unknown } };
  // By its path: behind it may stand a version.
  button.hidden = !page.CommunityWidget?.push && ![...document.scripts].some((script) => /^[^?#]*\/widget\.js([?#]|$)/.test(script.src));
  button.onclick = () => {
    // Before the loader is there it reads a queue; a page's element of that name is none.
    if (!page.CommunityWidget?.push) page.CommunityWidget = [] as unknown[][];
    page.CommunityWidget!.push!(["open"]);
  };
  return button;
}

const note = (text: string) => make("p", "note", text);

function link(address: string, text: string, look: string) {
  const made = make("a", look, text) as HTMLAnchorElement;
  if (/^https?:/.test(address)) made.href = address;
  return made;
}

function make(name: string, look: string, text = "") {
  const made = document.createElement(name);
  if (look) made.className = look;
  if (text) made.textContent = text;
  return made;
}

if (!customElements.get(NAME)) customElements.define(NAME, CommunityQuestions);
