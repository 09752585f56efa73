import { useEffect, useRef } from "preact/hooks";
import { nameOf } from "../store/names";
import type { Offer } from "../store/offers";
import { Facts } from "./Facts";
import { Ring } from "./Ring";
import { useSession } from "./session";
import { ShopContext } from "./ShopContext";
import { Undo } from "./Undo";

export function OfferCard({ offer }: { offer: Offer }) {
  const { store, actions, t } = useSession();
  const { view, ended } = offer;
  const card = useRef<HTMLLIElement>(null);
  const hadFocus = useRef(false);

  // The button that was pressed is gone: the keyboard stays here, one step before what takes it back.
  useEffect(() => {
    if (ended && hadFocus.current && document.activeElement === document.body) card.current?.focus({ preventScroll: true });
    hadFocus.current = false;
  }, [ended]);

  if (ended) {
    const words = t.ended as Record<string, string>;
    return (
      <li ref={card} class="offer-over" tabIndex={-1}>
        {words[ended] ?? words.rescinded} <Undo id={view.offerId} what={t.undoDecline(nameOf(view, t))} />
      </li>
    );
  }

  const textId = `offer-${view.offerId}`;
  const busy = store.busy.value.has(view.offerId);
  return (
    <li ref={card} class="offer" onFocusCapture={() => (hadFocus.current = true)} onBlurCapture={() => (hadFocus.current = false)}>
      <div class="offer-head">
        <Ring offer={offer} />
        <div>
          <strong>{nameOf(view, t)}</strong>
          <Facts topic={view.topic} language={view.language} at={view.askedAt} />
        </div>
      </div>
      {view.returning && <p class="tag">{t.returning}</p>}
      <p id={textId} class="offer-text" lang={view.language} dir="auto">
        {view.text}
      </p>
      <ShopContext page={view.page} product={view.product} />
      <div class="offer-acts">
        <button type="button" class="primary" aria-describedby={textId} disabled={busy} onClick={() => void actions.accept(view.offerId)}>
          {t.accept}
        </button>
        <button type="button" class="quiet" aria-describedby={textId} disabled={busy} onClick={() => void actions.decline(view.offerId)}>
          {t.notForMe}
        </button>
      </div>
    </li>
  );
}
