import { useEffect } from "preact/hooks";
import type { Session } from "../services/session";
import { Announcer, Notices } from "./Notices";
import { Header } from "./Header";
import { HelpCalls } from "./HelpCalls";
import { HelpSheet } from "./HelpSheet";
import { listenToKeys } from "./keys";
import { LineBanner } from "./LineBanner";
import { SessionContext } from "./session";
import { Side } from "./Side";
import { Talks } from "./Talks";

/** The whole page. `inMain`: the server's page has a main landmark around us already. */
export function App({ session, inMain }: { session: Session; inMain: boolean }) {
  const Main = inMain ? "div" : "main";
  const { store } = session;
  const { talking, current } = store.view;
  const talk = talking.value && store.chats.all.value.has(current.value ?? "");
  useEffect(() => listenToKeys(session), [session]);
  return (
    <SessionContext.Provider value={session}>
      <a class="skip-link" href="#talks">
        {store.texts.value.skip}
      </a>
      <Header />
      <LineBanner />
      <HelpCalls />
      <Main class="desk" data-place={store.place} data-view={talk ? "talk" : "list"}>
        <Side />
        <Talks />
      </Main>
      <Notices />
      <Announcer />
      <HelpSheet />
    </SessionContext.Provider>
  );
}
