import type { Part } from "./acts";
import { AskForm } from "./AskForm";
import { Header } from "./Header";
import { later } from "./later";

/** Not needed before something was asked. */
export const Talk = later(() => import("./Talk").then((part) => part.Talk));

export function App(part: Part) {
  const { thread, arriving, error, lost, unkept, texts } = part.state;
  const note = lost ? texts.reconnecting : unkept && texts.unkept;
  return (
    <>
      <Header {...part} />
      {note && (
        <p class="soft note" role="status">
          {note}
        </p>
      )}
      {thread || arriving ? <Talk {...part} /> : <AskForm {...part} />}
      <p class="error" role="alert" hidden={!error}>
        {error}
      </p>
    </>
  );
}
