// Every English text of the visitor's app. Short, warm, exact; never blame.
import { counted } from "../../ui/counted";

const count = counted("en");

export const texts = {
  close: "Close",
  panel: (brand: string) => `${brand}: ask the community`,

  greeting: "How can we help?",
  yourQuestion: "Your question",
  questionHint: "What would you like to know?",
  ask: "Ask",
  asking: "Asking…",
  about: "About",
  whoAnswers: "Customers who know the products and volunteer answer here, or our team. Please do not share card numbers or passwords.",

  charter: "Charter",

  conversation: "Conversation",
  message: "Message",
  messageHint: "Write a message",
  send: "Send",
  end: "End conversation",
  endShort: "End",
  you: "You",
  visitorSide: "Your question",
  volunteer: "volunteer",
  volunteerSince: (year: number) => `customer since ${year}, volunteer`,
  team: "shop team",
  writing: (name: string) => `${name} is writing…`,

  sending: "sending",
  sent: "sent",
  seen: "seen",
  notSent: "not sent",
  retry: "retry",
  held: "This message is being checked before it is shown.",
  waitsForReview: "waits for a moderator",
  notLetThrough: "not delivered: a moderator did not let it through",
  heldStory: "A moderator looks at your question first",
  heldHint: "Something in it made us look twice. Nobody else sees it before; you will see here what becomes of it.",
  refused: "A moderator did not let this question through. You are welcome to ask again in other words.",
  gone: "This message was removed.",

  story: "What is happening with your question",
  topic: "We are looking for someone who knows this well",
  anyone: "We are asking more people",
  agents: "Our team has your question",
  parked: "Nobody is free right now: you will be answered later",
  paused: "We cannot look for helpers right now",
  pausedHint: "Your question is kept and goes out as soon as we can.",
  /** The same steps once they are behind. */
  done: {
    topic: "Looked for people who know this well",
    anyone: "Asked more people",
    agents: "Handed to our team",
  } as Record<string, string>,
  storyHint: "This often takes less than a minute. You can go on reading, the answer comes here.",
  parkedHint: "Your question is kept and goes to the next person who comes online. Your answer will be here at your next visit.",
  parkedEmail: "Your question is kept. You may close this page: the answer comes by e-mail, and waits here.",
  teamBack: (day: string, time: string, isDate: boolean) => `Our team is back ${isDate ? "on " : ""}${day} at ${time}.`,

  email: "E-mail",
  emailMe: "E-mail me",
  emailUse: "Used for this answer only, and seen by nobody who helps.",
  emailSent: "We have sent you a link. Press it, and the answer comes by e-mail too.",
  otherEmail: "Use another address",

  joined: (name: string) => `${name} is here for you`,
  handedOver: (name: string) => `${name} takes over`,
  lookingAgain: "The conversation is being handed to someone else",
  answeredLater: (name: string) => `${name} answered while you were away`,
  reopened: "You continued the conversation",
  someone: "Someone",
  ended: "The conversation has ended",
  silent: "The conversation has ended, it had been quiet for a while",
  cancelled: "You withdrew your question",
  unanswered: "Sorry, nobody could answer this in time. You are welcome to ask again.",

  howWasIt: "How was it?",
  worst: "Not helpful",
  best: "Very helpful",
  fewWords: "A few words, if you like",
  sendRating: "Send rating",
  thanks: "Thank you! It reaches the person who helped you.",
  askAnother: "Ask another question",
  continue: "Continue",
  askedFirst: (name: string) => `If you continue, ${name} is asked first.`,

  reconnecting: "Connection lost, trying again. What you write is kept.",
  left: (n: number) => count(n, { one: "# character left", other: "# characters left" }),
  tooMuch: (n: number) => count(n, { one: "# character too many", other: "# characters too many" }),
  unread: (n: number) => count(n, { one: "# new message", other: "# new messages" }),

  offline: "We could not reach the server. Your text was kept; try again in a moment.",

  unkept: "Your browser cannot store this conversation: it works as long as you stay on this page.",
  reload: "Something here could not be shown. Please reload the page.",
};

export type Texts = typeof texts;
