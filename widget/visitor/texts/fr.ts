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
  waitsForReview: "en attente d’un modérateur",
  notLetThrough: "non remis : la modération ne l’a pas laissé passer",
  heldStory: "La modération lit d’abord votre question",
  heldHint: "Quelque chose nous a fait hésiter. Personne d’autre ne la voit avant ; vous verrez ici ce qu’elle devient.",
  refused: "La modération n’a pas laissé passer cette question. Vous pouvez la poser autrement.",
  gone: "Ce message a été supprimé.",

  story: "Où en est votre question",
  topic: "Nous cherchons quelqu’un qui connaît bien le sujet",
  anyone: "Nous demandons à d’autres personnes",
  agents: "Notre équipe a reçu votre question",
  parked: "Personne n’est libre pour l’instant : vous aurez une réponse plus tard",
  paused: "Nous ne pouvons chercher personne pour l’instant",
  pausedHint: "Votre question est conservée et sera transmise dès que possible.",
  done: {
    topic: "Cherché quelqu’un qui connaît bien le sujet",
    anyone: "Demandé à d’autres personnes",
    agents: "Transmis à notre équipe",
  },
  storyHint: "Cela prend souvent moins d’une minute. Continuez votre lecture, la réponse arrive ici.",
  parkedHint: "Votre question est conservée et sera transmise à la prochaine personne en ligne. La réponse vous attendra ici à votre prochaine visite.",
  parkedEmail: "Votre question est conservée. Vous pouvez fermer cette page : la réponse arrivera par e-mail et vous attendra ici.",
  teamBack: (day, time, isDate) => `Notre équipe sera de retour ${isDate ? "le " : ""}${day} à ${time}.`,

  email: "E-mail",
  emailMe: "M’écrire par e-mail",
  emailUse: "Utilisé pour cette réponse uniquement, et invisible pour ceux qui vous aident.",
  emailSent: "Nous vous avons envoyé un lien. Appuyez dessus, et la réponse arrivera aussi par e-mail.",
  otherEmail: "Utiliser une autre adresse",

  joined: (name) => `${name} est là pour vous`,
  handedOver: (name) => `${name} prend le relais`,
  lookingAgain: "La conversation est transmise à quelqu’un d’autre",
  answeredLater: (name) => `${name} a répondu en votre absence`,
  reopened: "Vous avez repris la conversation",
  someone: "Quelqu’un",
  ended: "La conversation est terminée",
  silent: "La conversation est terminée, elle était calme depuis un moment",
  cancelled: "Vous avez retiré votre question",
  unanswered: "Désolés, personne n’a pu répondre à temps. N’hésitez pas à redemander.",

  howWasIt: "Comment était-ce ?",
  worst: "Pas utile",
  best: "Très utile",
  fewWords: "Quelques mots, si vous voulez",
  sendRating: "Envoyer l’avis",
  thanks: "Merci ! La personne qui vous a aidé le verra.",
  askAnother: "Poser une autre question",
  continue: "Continuer",
  askedFirst: (name) => `Si vous continuez, ${name} sera sollicité en premier.`,

  reconnecting: "Connexion perdue, nouvel essai en cours. Ce que vous écrivez est conservé.",
  left: (n) => count(n, { one: "encore # caractère", other: "encore # caractères" }),
  tooMuch: (n) => count(n, { one: "# caractère de trop", other: "# caractères de trop" }),
  unread: (n) => count(n, { one: "# nouveau message", other: "# nouveaux messages" }),

  offline: "Le serveur est injoignable. Votre texte est conservé ; réessayez dans un instant.",

  unkept: "Votre navigateur ne peut pas enregistrer cette conversation : elle fonctionne tant que vous restez sur cette page.",
  reload: "Un élément n’a pas pu être affiché. Veuillez recharger la page.",
};
