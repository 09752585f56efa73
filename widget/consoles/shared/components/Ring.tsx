import { useEffect, useState } from "preact/hooks";
import { steadyNow } from "../store/clock";
import { remainingMs, remainingShare, type Offer } from "../store/offers";
import { useSession } from "./session";

const RADIUS = 18;
const ROUND = 2 * Math.PI * RADIUS;

/** What is left of an offer's time: a thin ring and the seconds. */
export function Ring({ offer }: { offer: Pick<Offer, "endsAt" | "lastsMs"> }) {
  const { t } = useSession();
  const [now, setNow] = useState(steadyNow);
  useEffect(() => {
    const tick = setInterval(() => setNow(steadyNow()), 250);
    return () => clearInterval(tick);
  }, []);
  const seconds = Math.ceil(remainingMs(offer, now) / 1_000);
  return (
    <div class="ring" role="timer" aria-label={t.secondsLeft(seconds)}>
      <svg viewBox="0 0 44 44" aria-hidden="true">
        <circle class="ring-whole" cx="22" cy="22" r={RADIUS} />
        <circle class="ring-left" cx="22" cy="22" r={RADIUS} stroke-dasharray={ROUND} stroke-dashoffset={ROUND * (1 - remainingShare(offer, now))} />
      </svg>
      <span aria-hidden="true">{seconds}</span>
    </div>
  );
}
