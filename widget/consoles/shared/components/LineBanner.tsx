import { useSession } from "./session";

/** Says when the line is down; the place for it is always there so that it is read out when filled. */
export function LineBanner() {
  const { store, t } = useSession();
  return (
    <div role="alert" class="line-banner">
      {store.line.value === "lost" && t.reconnecting}
    </div>
  );
}
