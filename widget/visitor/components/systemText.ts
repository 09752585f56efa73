import type { ThreadEvent } from "../../wire/contracts";
import type { Texts } from "../texts/en";

/** A change of hands in words, or nothing where the story tells it already. */
export function systemText({ status, audience }: ThreadEvent, texts: Texts): string | null {
  // Of a kind that a newer server knows and this page does not.
  if (!status) return audience == "all" ? texts.reload : null;
  const { reason, responder, state } = status;
  const name = responder?.name ?? texts.someone;
  switch (reason) {
    case "accepted":
    case "taken":
      return texts.joined(name);
    case "taken_over":
      return texts.handedOver(name);
    case "transferred":
      return state == "live" ? texts.handedOver(name) : texts.lookingAgain;
    case "released":
    case "vanished":
    case "suspended":
      return texts.lookingAgain;
    case "answered":
      return texts.answeredLater(name);
    case "reopened":
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
