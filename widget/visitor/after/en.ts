// What is said about publishing and reporting: fetched with a conversation, never before a first question.
import type { After } from "./words";

export const words: After = {
  // The sentence a visitor agrees to; its version and the server's ConsentTexts change with it.
  mayPublish: "You may publish this conversation, without my name",
  mayPublishMore:
    "It becomes a public page that helps other customers. Names, addresses and numbers are taken out. If you left your e-mail address, we write once when it is published. You can change your mind at any time, here or by that mail.",
  agreed: "You agreed that this conversation may be published.",
  changedMind: "I have changed my mind",
  isPublic: "This conversation is a public page now. It helps others.",
  seePage: "See the page",
  takeDown: "Take it down",
  sure: "The page is gone for good then. Other customers can no longer find the answer.",
  keep: "Keep it",
  takenDown: "The page was taken down.",
  notAgreed: "This conversation stays between you and us.",
  afterAll: "You may publish it after all",

  report: "Report",
  reportWhat: (name) => `Report what ${name} wrote`,
  whatIsWrong: "What is wrong with it?",
  reasons: { unkind: "It is insulting or hateful", personal: "It tells who somebody is", wrong: "It is wrong or dangerous", spam: "It is advertising", other: "Something else" },
  fewWords: "A few words to our moderators, if you like",
  sendReport: "Send report",
  cancel: "Never mind",
  reported: "Thank you. A moderator looks at it and you find the outcome here.",
  outcomes: { open: "Your report: a moderator looks at it.", upheld: "Your report: you were right, and we did something about it.", dismissed: "Your report: we looked at it and left it as it is." },
};
