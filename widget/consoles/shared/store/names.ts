import type { Person, TopicView } from "../../../wire/contracts";
import type { Texts } from "../texts";

/** What to call a visitor: their name, or a short sign of their thread. */
export const nameOf = ({ visitor, threadId }: { visitor: Person; threadId: string }, texts: Texts) =>
  visitor.name ?? texts.visitor(threadId.slice(0, 4).toUpperCase());

export function topicName(topics: readonly TopicView[], id: string | null, language: string): string | null {
  const names = topics.find((topic) => topic.id === id)?.names;
  return names ? (names[language] ?? Object.values(names)[0] ?? id) : null;
}

/** A language by its own reader's word for it. */
export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
