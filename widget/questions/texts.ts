/** The words of the list, in the languages there are. */
export interface Texts {
  title: string;
  none: string;
  noAnswer: string;
  unreachable: string;
  unset: string;
  more: string;
  ask: string;
  answers: (count: number) => string;
  by: (name: string) => string;
  outdated: string;
}

const en: Texts = {
  title: "Questions about this product",
  none: "Nobody has asked about this product yet. Be the first: people who own it answer.",
  noAnswer: "Not answered yet.",
  unreachable: "The questions cannot be shown right now.",
  unset: "No product is named here.",
  more: "All questions",
  ask: "Ask a question",
  answers: (count) => (count === 1 ? "1 answer" : `${count} answers`),
  by: (name) => `by ${name}`,
  outdated: "may be true no longer",
};

const fr: Texts = {
  title: "Questions sur ce produit",
  none: "Personne n’a encore posé de question sur ce produit. Posez la première\u00a0: des clients qui l’ont répondent.",
  noAnswer: "Pas encore de réponse.",
  unreachable: "Les questions ne peuvent pas être affichées pour le moment.",
  unset: "Aucun produit n’est indiqué ici.",
  more: "Toutes les questions",
  ask: "Poser une question",
  answers: (count) => (count < 2 ? `${count} réponse` : `${count} réponses`),
  by: (name) => `par ${name}`,
  outdated: "n’est peut-être plus vrai",
};

export const textsIn = (language: string): Texts => (/^fr\b/i.test(language) ? fr : en);
