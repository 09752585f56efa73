// Les textes français : vous, espaces insécables fines devant les signes doubles.
import type { Texts } from "./en";

// Written out: the rules of Intl would be one more file before the first question.
const characters = (n: number) => `${n.toLocaleString("fr")} caractère${n < 2 ? "" : "s"}`;

export const texts: Texts = {
  close: "Fermer",
  panel: (brand) => `${brand} : demander à la communauté`,

  greeting: "Comment pouvons-nous vous aider ?",
  yourQuestion: "Votre question",
  questionHint: "Que souhaitez-vous savoir ?",
  ask: "Demander",
  asking: "Envoi…",
  about: "À propos de",
  whoAnswers:
    "Des clients bénévoles qui connaissent les produits, ou notre équipe, vous répondent ici. N’écrivez ni numéro de carte ni mot de passe.",

  charter: "Charte",

  conversation: "Conversation",
  message: "Message",
  messageHint: "Écrivez un message",
  send: "Envoyer",
  end: "Terminer la conversation",
  endShort: "Terminer",
  you: "Vous",
  visitorSide: "Votre question",
  volunteer: "bénévole",
  volunteerSince: (year) => `fidèle depuis ${year}, bénévole`,
  team: "équipe de la boutique",
  writing: (name) => `${name} écrit…`,

  sending: "envoi",
  sent: "envoyé",
  seen: "vu",
  notSent: "non envoyé",
  retry: "réessayer",
  held: "Ce message est vérifié avant d’être affiché.",
  refused: "La modération n’a pas laissé passer cette question. Vous pouvez la poser autrement.",
  gone: "Ce message a été supprimé.",

  story: "Où en est votre question",
  topic: "Nous cherchons quelqu’un qui connaît bien le sujet",
  anyone: "Nous demandons à d’autres personnes",
  agents: "Notre équipe a reçu votre question",
  parked: "Personne n’est libre pour l’instant : vous aurez une réponse plus tard",
  done: {
    topic: "Cherché quelqu’un qui connaît bien le sujet",
    anyone: "Demandé à d’autres personnes",
    agents: "Transmis à notre équipe",
  },

  someone: "Quelqu’un",
  ended: "La conversation est terminée",
  silent: "La conversation est terminée, elle était calme depuis un moment",
  cancelled: "Vous avez retiré votre question",
  unanswered: "Désolés, personne n’a pu répondre à temps. N’hésitez pas à redemander.",

  askAnother: "Poser une autre question",
  continue: "Continuer",

  reconnecting: "Connexion perdue, nouvel essai en cours. Ce que vous écrivez est conservé.",
  left: (n) => `encore ${characters(n)}`,
  tooMuch: (n) => `${characters(n)} de trop`,
  unread: (n) => `${n.toLocaleString("fr")} ${n < 2 ? "nouveau message" : "nouveaux messages"}`,

  offline: "Le serveur est injoignable. Votre texte est conservé ; réessayez dans un instant.",

  unkept: "Votre navigateur ne peut pas enregistrer cette conversation : elle fonctionne tant que vous restez sur cette page.",
  reload: "Un élément n’a pas pu être affiché. Rechargez la page.",
};
