import { useEffect } from "preact/hooks";
import { Fragment } from "preact";
import type { Session } from "../services/session";
import { Announcer, Notices } from "./Notices";
import { Header } from "./Header";
import { HelpCalls } from "./HelpCalls";
import { HelpSheet } from "./HelpSheet";
import { listenToKeys } from "./keys";
import { LineBanner } from "./LineBanner";
import type { Parts } from "./parts";
import { Returned } from "./Returned";
import { SessionContext } from "./session";
import { Side } from "./Side";
import { Talks } from "./Talks";
import { Word } from "./Word";

/** The whole page. `inMain`: the server's page has a main landmark around us already. */
export function App({ session, parts, inMain }: { session: Session; parts: Parts; inMain: boolean }) {
  const Main = inMain ? "div" : "main";
  const { store } = session;
  const { talking, current } = store.view;
  const talk = talking.value && store.chats.all.value.has(current.value ?? "");
  const Around = parts.Around ?? Fragment;
  const Lists = parts.Side ?? Side;
  useEffect(() => listenToKeys(session, parts.keys), [session]);
  return (
    <SessionContext.Provider value={{ ...session, parts }}>
      <Around>
        <a class="skip-link" href="#talks">
          {store.texts.value.skip}
        </a>
        <Header />
        <LineBanner />
        <Word />
        <Returned />
        <HelpCalls />
        <Main class="desk" data-place={store.place} data-view={talk ? "talk" : "list"}>
          <Lists />
          <Talks />
        </Main>
        <Notices />
        <Announcer />
        <HelpSheet />
      </Around>
    </SessionContext.Provider>
  );
}
