import type { Person } from "../../wire/contracts";
import type { Texts } from "../texts/en";

/** Who speaks, said honestly: a volunteer is never shown as the shop, nor the shop as a volunteer. */
export function roleOf({ kind, since }: Person, texts: Texts): string {
  if (kind != "super_user") return texts.team;
  return since ? texts.volunteerSince(since) : texts.volunteer;
}
