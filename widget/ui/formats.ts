const made = new Map<string, unknown>();

/** One of Intl's formats, made once for a language and its options: making it takes milliseconds, and a talk says a time in each of its lines. */
export function formatOf<Format, Options>(kind: new (language: string, options?: Options) => Format, language: string, options?: Options): Format {
  const key = `${kind.name} ${language} ${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new kind(language, options));
  return made.get(key) as Format;
}
