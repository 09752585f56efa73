import type { ThreadEvent } from "../../wire/contracts";
import { wordsIn } from "../after/wordsIn";
import type { State } from "../store/state";

type Said = Pick<State, "texts" | "language">;

/** A change of hands in words, or nothing where the story tells it already. */
export function systemText({ status, audience }: ThreadEvent, { texts, language }: Said): string | null {
  // Of a kind that a newer server knows and this page does not.
  if (!status) return audience == "all" ? texts.reload : null;
  const words = wordsIn(language);
  const { reason, responder, state } = status;
  const name = responder?.name ?? texts.someone;
  switch (reason) {
    case "accepted":
    case "taken":
      return words.joined(name);
    case "taken_over":
      return words.handedOver(name);
    case "transferred":
      return state == "live" ? words.handedOver(name) : words.lookingAgain;
    case "released":
    case "vanished":
    case "suspended":
      return words.lookingAgain;
    case "answered":
      return words.answeredLater(name);
    case "reopened":
      return words.reopened;
    case "ended":
    case "silent":
    case "cancelled":
    case "unanswered":
    case "refused":
      return texts[reason];
    default:
      return null;
  }
}
