/** When it will be then, as people say it. */
export const moment = (seconds: number, language: string) => new Date(Date.now() + seconds * 1_000).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
