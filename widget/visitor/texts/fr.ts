// Les textes français : vous, espaces insécables fines devant les signes doubles.
import { counted } from "../../ui/counted";
import type { Texts } from "./en";

const count = counted("fr");

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
    "Des clients bénévoles qui connaissent les produits vous répondent ici, ou notre équipe. Ne communiquez ni numéro de carte ni mot de passe.",

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
  held: "Ce message est en cours de vérification avant d’être affiché.",
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
  left: (n) => count(n, { one: "encore # caractère", other: "encore # caractères" }),
  tooMuch: (n) => count(n, { one: "# caractère de trop", other: "# caractères de trop" }),
  unread: (n) => count(n, { one: "# nouveau message", other: "# nouveaux messages" }),

  offline: "Le serveur est injoignable. Votre texte est conservé ; réessayez dans un instant.",

  unkept: "Votre navigateur ne peut pas enregistrer cette conversation : elle fonctionne tant que vous restez sur cette page.",
  reload: "Un élément n’a pas pu être affiché. Veuillez recharger la page.",
};
