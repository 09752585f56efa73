import type { MakeParts } from "../shared/components/parts";
import { Beside } from "./components/Beside";
import { DeskContext } from "./components/desk";
import { inboxKeyList, inboxKeys } from "./components/keys";
import { Lists } from "./components/Lists";
import { NoteBox } from "./components/NoteBox";
import { Peek } from "./components/Peek";
import { Sheets } from "./components/Sheets";
import { Tools } from "./components/Tools";
import { createDesk } from "./services/desk";
import { createReplies } from "./services/replies";
import { createTogether } from "./services/together";
import { createWatching } from "./services/watching";
import { createInbox } from "./store/inbox";

/** What the inbox has beyond a super user's console. */
export const inboxParts: MakeParts = (session) => {
  const inbox = createInbox(session.store);
  const watching = createWatching(session, inbox);
  const desk = createDesk(session, inbox, watching);
  const replies = createReplies(session, inbox);
  const together = createTogether(session, inbox);
  const all = { inbox, watching, desk, replies, together };
  return {
    Around: ({ children }) => (
      <DeskContext.Provider value={all}>
        {children}
        <Sheets />
      </DeskContext.Provider>
    ),
    Side: Lists,
    Acts: Tools,
    Beside,
    Above: NoteBox,
    Peek,
    slash: (threadId) => {
      replies.open(threadId);
      return true;
    },
    keys: inboxKeys(session, all),
    keyList: (t) => inboxKeyList(inbox.texts.value, t),
  };
};
