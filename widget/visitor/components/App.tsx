import type { Part } from "./acts";
import { AskForm } from "./AskForm";
import { Header } from "./Header";
import { Talk } from "./Talk";

export function App(part: Part) {
  const { thread, arriving, error } = part.state;
  return (
    <>
      <Header {...part} />
      {arriving ? <div class="scroll" /> : thread ? <Talk {...part} /> : <AskForm {...part} />}
      <p class="error" role="alert" hidden={!error}>
        {error}
      </p>
    </>
  );
}
