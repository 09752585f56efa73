import { Refused } from "./refused";

/** A line that does not answer in time is no line, whatever it says of itself. */
export function within<T>(ms: number, asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(Refused.offline()), ms);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
