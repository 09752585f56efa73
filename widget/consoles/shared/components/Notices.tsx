import { useEffect } from "preact/hooks";
import { Icon } from "./Icon";
import { useSession } from "./session";

export function Notices() {
  const { store, t } = useSession();
  useEffect(() => {
    for (const act of ["pointerdown", "keydown"]) document.addEventListener(act, store.notices.settle);
  }, []);
  return (
    <div role="status" class="notices">
      {store.notices.all.value.map((notice) => (
        <p key={notice.id} class="notice-line" data-tone={notice.tone}>
          {notice.text}
          <button type="button" class="icon" aria-label={t.dismiss} onClick={() => store.notices.drop(notice.id)}>
            <Icon name="close" />
          </button>
        </p>
      ))}
    </div>
  );
}

export function Announcer() {
  const { store } = useSession();
  return (
    <div role="status" class="unseen">
      {store.announced.value}
    </div>
  );
}
