// Every English text of the visitor's app. Short, warm, exact; never blame.

// Written out: the rules of Intl would be one more file before the first question.
const plural = (n: number, what: string) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;

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
  refused: "A moderator did not let this question through. You are welcome to ask again in other words.",
  gone: "This message was removed.",

  story: "What is happening with your question",
  topic: "We are looking for someone who knows this well",
  anyone: "We are asking more people",
  agents: "Our team has your question",
  parked: "Nobody is free right now: you will be answered later",
  /** The same steps once they are behind. */
  done: {
    topic: "Looked for people who know this well",
    anyone: "Asked more people",
    agents: "Handed to our team",
  } as Record<string, string>,

  someone: "Someone",
  ended: "The conversation has ended",
  silent: "The conversation has ended, it had been quiet for a while",
  cancelled: "You withdrew your question",
  unanswered: "Sorry, nobody could answer this in time. You are welcome to ask again.",

  askAnother: "Ask another question",
  continue: "Continue",

  reconnecting: "Connection lost, trying again. What you write is kept.",
  left: (n: number) => `${plural(n, "character")} left`,
  tooMuch: (n: number) => `${plural(n, "character")} too many`,
  unread: (n: number) => plural(n, "new message"),

  offline: "We could not reach the server. Your text was kept; try again in a moment.",

  unkept: "Your browser cannot store this conversation: it works as long as you stay on this page.",
  reload: "Something here could not be shown. Please reload the page.",
};

export type Texts = typeof texts;
