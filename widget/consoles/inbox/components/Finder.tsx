import { ThreadStates } from "../../../wire/contracts";
import { Icon } from "../../shared/components/Icon";
import { languageName, topicName } from "../../shared/store/names";
import { NO_TOPIC, noFilter, type Filter } from "../store/views";
import { useDesk } from "./desk";

/** Words to look for, and what narrows the list. */
export function Finder() {
  const { inbox, store, w } = useDesk();
  const { words, filter } = inbox;
  const language = store.preferences.language.value;
  const narrow = (change: Partial<Filter>) => (filter.value = { ...filter.value, ...change });
  const topics = store.topics.value.map((topic) => [topic.id, topicName(store.topics.value, topic.id, language) ?? topic.id] as const);
  // Whoever sorts the questions looks for just those.
  if (topics.length > 0) topics.push([NO_TOPIC, w.noTopic]);
  // Where all ask in one language there is nothing to choose.
  const languages = store.languages.value.length < 2 ? [] : store.languages.value.map((tag) => [tag, languageName(tag, language)] as const);
  const searching = words.value.trim() !== "";
  return (
    <div class="finder" role="search">
      <div class="finder-words">
        <input
          id="inbox-search"
          type="search"
          aria-label={w.search}
          placeholder={w.search}
          value={words.value}
          maxLength={200}
          onInput={(event) => (words.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            words.value = "";
            event.currentTarget.blur();
          }}
        />
        {(searching || filter.value !== noFilter) && (
          <button
            type="button"
            class="icon"
            aria-label={w.clearSearch}
            title={w.clearSearch}
            onClick={() => {
              words.value = "";
              filter.value = noFilter;
            }}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <div class="finder-choices">
        <Choice name={w.topic} any={w.anyTopic} value={filter.value.topic} of={topics} choose={(topic) => narrow({ topic })} />
        <Choice name={w.askedIn} any={w.anyLanguage} value={filter.value.language} of={languages} choose={(language) => narrow({ language })} />
        <Choice name={w.tag} any={w.anyTag} value={filter.value.tag} of={inbox.tags.value.map((tag) => [tag, tag] as const)} choose={(tag) => narrow({ tag })} />
        {searching && <Choice name={w.state} any={w.anyState} value={filter.value.state} of={ThreadStates.map((state) => [state, w.states[state]] as const)} choose={(state) => narrow({ state })} />}
      </div>
    </div>
  );
}

interface Choices {
  name: string;
  any: string;
  value: string;
  of: readonly (readonly [value: string, name: string])[];
  choose: (value: string) => void;
}

function Choice({ name, any, value, of, choose }: Choices) {
  if (of.length === 0) return null;
  return (
    <select aria-label={name} data-chosen={value !== ""} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">{any}</option>
      {of.map(([id, called]) => (
        <option key={id} value={id}>
          {called}
        </option>
      ))}
    </select>
  );
}
