import type { ComponentType } from "preact";
import type { Part } from "./acts";
import { AskForm } from "./AskForm";
import { Header } from "./Header";

const AGAIN_AFTER = 2_000;

/** Fetched once there is a question: nobody needs it before. */
let Talk: ComponentType<Part> | undefined;
let fetching = false;

function fetchTalk(set: Part["set"]) {
  fetching = true;
  import("./Talk").then(
    (module) => {
      Talk = module.Talk;
      set({});
    },
    () => setTimeout(fetchTalk, AGAIN_AFTER, set),
  );
}

export function App(part: Part) {
  const { thread, arriving, error } = part.state;
  if (!fetching && (thread || arriving)) fetchTalk(part.set);
  return (
    <>
      <Header {...part} />
      {thread && Talk ? <Talk {...part} /> : thread || arriving ? <div class="scroll" tabIndex={-1} /> : <AskForm {...part} />}
      <p class="error" role="alert" hidden={!error}>
        {error}
      </p>
    </>
  );
}
