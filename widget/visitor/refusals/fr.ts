// Par code : tout ce que le serveur peut refuser à un visiteur.
export const refusals: Record<string, string> = {
  not_signed_in: "Votre visite avait expiré. Ce que vous avez écrit est conservé ; vous pouvez redemander.",
  not_found: "Cette conversation n’existe plus. Votre texte est conservé ; vous pouvez poser une nouvelle question.",
  origin_not_allowed: "Il n’est pas encore possible de poser une question depuis cette page. La boutique doit l’autoriser.",
  unknown_site: "Il n’est pas encore possible de poser une question ici. La boutique doit terminer son installation.",
  text_empty: "Écrivez d’abord quelque chose.",
  text_too_long: "C’est trop long : un message contient 4 000 caractères. Rien n’est perdu, raccourcissez-le et renvoyez-le.",
  text_control_characters: "Le texte contient des caractères qui ne peuvent pas être affichés. Retirez-les et renvoyez-le.",
  key_reused: "Merci de l’envoyer encore une fois.",
  email_not_usable: "Cela ne ressemble pas à une adresse e-mail. Vérifiez-la et réessayez.",
  thread_closed: "Cette conversation est terminée. Votre texte est conservé ; appuyez sur Continuer pour la reprendre.",
  not_possible_now: "Ce n’est pas possible pour l’instant. Rien n’est perdu.",
  too_late_to_reopen: "Cette conversation est trop ancienne pour être reprise. Posez une nouvelle question ; votre texte est conservé.",
  too_many_requests: "C’était trop rapide. Attendez un instant et réessayez ; rien n’est perdu.",
  storage_away: "Nous n’avons pas pu enregistrer cela. Votre texte est conservé ; réessayez dans quelques secondes.",
  not_understood: "Cette page est plus ancienne que notre serveur. Ce que vous avez écrit est conservé ; rechargez la page et envoyez-le à nouveau.",
};
