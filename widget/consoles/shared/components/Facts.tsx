import { languageName, topicName } from "../store/names";
import { Ago } from "./Ago";
import { useSession } from "./session";

/** Topic, language and age of a question on one line. */
export function Facts({ topic, language, at }: { topic: string | null; language: string; at: number }) {
  const { store } = useSession();
  const reader = store.preferences.language.value;
  return (
    <p class="facts">
      {[topicName(store.topics.value, topic, reader), languageName(language, reader)].filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      <Ago at={at} />
    </p>
  );
}
