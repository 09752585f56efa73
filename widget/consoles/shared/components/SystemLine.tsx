import type { ThreadEvent } from "../../../wire/contracts";
import type { Texts } from "../texts";
import { At } from "./Ago";
import { Report } from "./Report";
import { useSession } from "./session";

/** What somebody else than the responder, or whom it is given to, did. */
const BY_AUTHOR = new Set(["joined", "left"]);

/** What happened to the thread, in one quiet line. */
export function SystemLine({ event, visitor }: { event: ThreadEvent; visitor: string }) {
  const { store, t } = useSession();
  const who = BY_AUTHOR.has(event.status?.reason ?? "") ? event.author : (event.status?.assignee ?? event.status?.responder);
  const name = who && who.id === store.me.value?.id ? (event.status?.reason === "assigned" ? t.toYourself : t.yourself) : (who?.name ?? t.somebody);
  // Each verdict by its own stars: a visitor may change their mind.
  const stars = event.status?.stars ?? 0;
  const words = event.kind === "rating" ? (stars ? t.rated(stars) : t.ratedPlain) : happened(event, name, t);
  if (!words) return null;
  return (
    <div class="happened" data-kind={event.kind}>
      {event.kind === "rating" && stars > 0 && <span aria-hidden="true">{"★".repeat(stars).padEnd(5, "☆")} </span>}
      {words}
      {" · "}
      <At at={event.at} />
      {event.kind === "rating" && event.text && (
        <>
          <q dir="auto">{event.text}</q>
          {event.verdict === "refused" ? t.notLetThrough : <Report event={event} name={visitor} />}
        </>
      )}
    </div>
  );
}

function happened(event: ThreadEvent, name: string, t: Texts): string | null {
  if (event.kind === "hold") return t.held;
  if (event.kind === "tombstone") return t.removed;
  // The question itself stands right above.
  if (event.status?.reason === "asked") return null;
  const word = (t.happened as Record<string, string | ((who: string) => string)>)[event.status?.reason ?? ""];
  return typeof word === "function" ? word(name) : (word ?? null);
}
