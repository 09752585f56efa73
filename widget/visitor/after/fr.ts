// Ce qui se dit de la publication et des signalements.
import type { After } from "./words";

export const words: After = {
  mayPublish: "Vous pouvez publier cette conversation, sans mon nom",
  mayPublishMore:
    "Elle devient une page publique qui aide d’autres clients. Noms, adresses et numéros en sont retirés. Si vous avez laissé votre e-mail, nous vous écrivons une fois à la publication. Vous pouvez changer d’avis à tout moment, ici ou par ce message.",
  agreed: "Vous avez accepté que cette conversation soit publiée.",
  changedMind: "J’ai changé d’avis",
  isPublic: "Cette conversation est maintenant une page publique. Elle aide d’autres clients.",
  seePage: "Voir la page",
  takeDown: "La retirer",
  sure: "La page disparaîtra alors pour de bon. Les autres clients ne trouveront plus la réponse.",
  keep: "La garder",
  takenDown: "La page a été retirée.",
  notAgreed: "Cette conversation reste entre vous et nous.",
  afterAll: "Vous pouvez finalement la publier",

  report: "Signaler",
  reportWhat: (name) => `Signaler ce que ${name} a écrit`,
  whatIsWrong: "Qu’est-ce qui ne va pas ?",
  reasons: { unkind: "C’est insultant ou haineux", personal: "Cela révèle qui est quelqu’un", wrong: "C’est faux ou dangereux", spam: "C’est de la publicité", other: "Autre chose" },
  fewWords: "Quelques mots à notre modération, si vous voulez",
  sendReport: "Envoyer le signalement",
  cancel: "Laisser",
  reported: "Merci. La modération va regarder, et vous trouverez la suite ici.",
  outcomes: { open: "Votre signalement : la modération va regarder.", upheld: "Votre signalement : vous aviez raison, nous avons fait le nécessaire.", dismissed: "Votre signalement : nous avons regardé et laissé les choses en l’état." },
};
