import { formatOf } from "../../../ui/formats";
import { useSession } from "./session";

/** Says before two answer at once that somebody else is writing. */
export function Writers({ threadId }: { threadId: string }) {
  const { store, t } = useSession();
  const names = store.writers.in(threadId).map(({ name }) => name ?? t.somebody);
  return (
    <p class="writers" role="status">
      {names.length > 0 && t.alsoWriting(formatOf(Intl.ListFormat, store.preferences.language.value).format(names), names.length)}
    </p>
  );
}
