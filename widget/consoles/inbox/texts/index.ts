import type { Language } from "../../shared/texts";
import { en, type InboxTexts } from "./en";
import { fr } from "./fr";

export type { InboxTexts };

export const inboxTexts: Record<Language, InboxTexts> = { en, fr };
