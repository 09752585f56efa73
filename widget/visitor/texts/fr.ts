// Les textes français : vous, espaces insécables fines devant les signes doubles.
import type { Texts } from "./en";

const number = (count: number) => count.toLocaleString("fr");

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

  conversation: "Conversation",
  message: "Message",
  messageHint: "Écrivez un message",
  send: "Envoyer",
  end: "Terminer la conversation",
  you: "Vous",
  visitorSide: "Votre question",
  volunteer: "bénévole",
  volunteerSince: (year) => `client depuis ${year}, bénévole`,
  team: "équipe de la boutique",
  writing: (name) => `${name} écrit…`,

  sending: "envoi",
  sent: "envoyé",
  seen: "vu",
  notSent: "non envoyé",
  retry: "réessayer",
  held: "Ce message est en cours de vérification avant d’être affiché.",
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
  storyHint: "Cela prend souvent moins d’une minute. Continuez votre lecture, la réponse arrive ici.",
  parkedHint:
    "Votre question est conservée et sera transmise à la prochaine personne en ligne. Revenez ici, ou laissez votre e-mail et nous vous écrirons.",
  parkedEmail: "Votre question est conservée. Nous vous écrirons dès qu’il y aura une réponse ; vous pouvez fermer cette page.",

  email: "E-mail",
  emailMe: "M’écrire par e-mail",
  emailUse: "Utilisé pour cette réponse uniquement, et invisible pour ceux qui vous aident.",

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
  mayPublish: "Vous pouvez publier cette conversation, sans mon nom",
  sendRating: "Envoyer l’avis",
  thanks: "Merci ! La personne qui vous a aidé le verra.",
  askAnother: "Poser une autre question",
  continue: "Continuer",

  reconnecting: "Connexion perdue, nouvel essai en cours. Ce que vous écrivez est conservé.",
  left: (count) => (count < 0 ? `${number(-count)} caractères en trop` : `encore ${number(count)} caractères`),
  unread: (count) => (count == 1 ? "1 nouveau message" : `${number(count)} nouveaux messages`),

  refusals: {
    offline: "Le serveur est injoignable. Votre texte est conservé ; réessayez dans un instant.",
    not_signed_in: "Votre visite avait expiré. Votre texte est conservé ; envoyez-le à nouveau.",
    not_found: "Cette conversation n’existe plus. Votre texte est conservé ; vous pouvez poser une nouvelle question.",
    origin_not_allowed: "Il n’est pas encore possible de poser une question depuis cette page. La boutique doit l’autoriser.",
    unknown_site: "Il n’est pas encore possible de poser une question ici. La boutique doit terminer son installation.",
    text_empty: "Écrivez d’abord quelque chose.",
    text_too_long: "C’est trop long : un message contient 4 000 caractères. Rien n’est perdu, raccourcissez-le et renvoyez-le.",
    text_control_characters: "Le texte contient des caractères qui ne peuvent pas être affichés. Retirez-les et renvoyez-le.",
    key_reused: "Merci de l’envoyer encore une fois.",
    email_not_usable: "Cela ne ressemble pas à une adresse e-mail. Vérifiez-la et réessayez.",
    thread_closed: "Cette conversation est terminée. Votre texte est conservé ; appuyez sur Continuer pour la reprendre.",
    not_possible_now: "Ce n’est pas possible pour l’instant. Rien n’est perdu.",
    too_late_to_reopen: "Cette conversation est trop ancienne pour être reprise. Posez une nouvelle question ; votre texte est conservé.",
    too_many_requests: "C’était trop rapide. Attendez un instant et réessayez ; rien n’est perdu.",
    storage_away: "Nous n’avons pas pu enregistrer cela. Votre texte est conservé ; réessayez dans quelques secondes.",
  },
};
