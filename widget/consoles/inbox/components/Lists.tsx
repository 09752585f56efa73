import { ChatList } from "../../shared/components/ChatList";
import { LiveList } from "../../shared/components/LiveList";
import { Offers } from "../../shared/components/Offers";
import { Skeleton } from "../../shared/components/Skeleton";
import { useDesk } from "./desk";
import { Finder } from "./Finder";
import { Questions } from "./Questions";
import { Views } from "./Views";

/** The column of lists: what is offered to this agent, the inbox by its views, the conversations under way. */
export function Lists() {
  const { store } = useDesk();
  if (!store.status.value) return <Skeleton />;
  const hasChats = store.listed.value.length > 0;
  return (
    <div class="side">
      {store.offers.all.value.length > 0 && <Offers />}
      <section class="inbox" aria-labelledby="inbox-title">
        <Views />
        <Finder />
        <Questions />
      </section>
      {hasChats && <ChatList />}
      <LiveList />
    </div>
  );
}
