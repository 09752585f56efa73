// What is said of answers that are there already. Fetched once somebody types their question.
import { counted } from "../../ui/counted";

const [en, fr] = [counted("en"), counted("fr")];

const english = {
  found: "Answers that may help",
  count: (n: number) => en(n, { one: "# answer that may help, below your question", other: "# answers that may help, below your question" }),
  answer: "Answer",
  by: (name: string) => `answered by ${name}`,
  seePage: "See the whole page",
  answered: "This answered me",
  askAnyway: "Ask anyway",
  thanks: "Glad it helped! Whoever answered is told.",
  askOther: "Ask something else",
};

export type Suggesting = typeof english;

const LANGUAGES: Record<string, Suggesting> = {
  en: english,
  fr: {
    found: "Des réponses qui peuvent vous aider",
    count: (n) => fr(n, { one: "# réponse qui peut vous aider, sous votre question", other: "# réponses qui peuvent vous aider, sous votre question" }),
    answer: "Réponse",
    by: (name) => `réponse de ${name}`,
    seePage: "Voir la page entière",
    answered: "Cela répond à ma question",
    askAnyway: "Poser quand même ma question",
    thanks: "Tant mieux ! La personne qui a répondu le saura.",
    askOther: "Poser une autre question",
  },
};

export const suggesting = (language: string) => LANGUAGES[language] ?? english;
