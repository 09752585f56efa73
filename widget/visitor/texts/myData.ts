// The words of what is kept of a visitor; few ask, so they come with their part of the app.
const en = {
  published: "Your conversations that are public, or may become so",
  title: "Your data",
  lead: "Everything kept about you here is yours to take along, or to erase.",
  take: "Download my data",
  erase: "Erase my data",
  sure: "Erase everything you said here, for good? This cannot be taken back.",
  yes: "Erase for good",
  no: "Keep it",
  failed: "That did not work. Nothing was erased; try again in a moment.",
  erased: "Erased. Nothing you said is left here.",
};

const fr: typeof en = {
  published: "Vos conversations publiques, ou qui peuvent le devenir",
  title: "Vos données",
  lead: "Tout ce qui est conservé à votre sujet ici est à vous\u00a0: emportez-le, ou effacez-le.",
  take: "Télécharger mes données",
  erase: "Effacer mes données",
  sure: "Effacer définitivement tout ce que vous avez dit ici\u202f? C’est irréversible.",
  yes: "Effacer définitivement",
  no: "Garder",
  failed: "Cela n’a pas marché. Rien n’a été effacé\u202f; réessayez dans un instant.",
  erased: "Effacé. Il ne reste rien de ce que vous avez dit ici.",
};

export const myData = (language: string) => (language == "fr" ? fr : en);
