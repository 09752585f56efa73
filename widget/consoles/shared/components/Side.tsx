import { ChatList } from "./ChatList";
import { LiveList } from "./LiveList";
import { Offers } from "./Offers";
import { Skeleton } from "./Skeleton";
import { useSession } from "./session";
import { WaitingList } from "./WaitingList";

/** A super user's column of lists: what is proposed, what is under way, what waits. */
export function Side() {
  const { store } = useSession();
  if (!store.status.value) return <Skeleton />;
  return (
    <div class="side">
      <Offers />
      <ChatList />
      <WaitingList />
      <LiveList />
    </div>
  );
}
