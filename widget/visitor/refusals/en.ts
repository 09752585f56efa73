import { moment } from "./moment";

// By code. What is missing here is said in the server's own English words.
export const refusals: Record<string, string | ((seconds: number) => string)> = {
  not_signed_in: "Your visit here had expired. What you typed is kept; you can ask again.",
  identity_required: "This chat is for customers who are signed in to the shop. Sign in there; what you typed is kept.",
  identity_not_valid: "This page has been open for a while, and the shop has to say again who you are. Please reload it; what you typed is kept.",
  silenced: (seconds) => `The team has asked you to pause until ${moment(seconds, "en")}. What you typed is kept; you can write again then.`,
  not_found: "This conversation is not there any more. Your text was kept; you can ask a new question.",
  gone: "This was removed meanwhile.",
  origin_not_allowed: "Questions cannot be asked from this page yet. The shop has to allow it.",
  text_too_long: "That is too long: a message holds 4,000 characters. Nothing was lost, shorten it and send again.",
  thread_closed: "This conversation has ended. Your text was kept; press Continue to go on.",
  consent_outdated: "What you agree to has been worded anew. Please reload the page and read it again.",
  too_many_reports: "You have reported a lot today. Our moderators have it all; come back tomorrow if there is more.",
  link_not_valid: "This link does not work any more. If you asked from this browser, your conversation is still here.",
  not_understood: "This page is older than our server. What you typed is kept; please reload the page and send it again.",
};
