namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    /// <summary>The sentence for what is wrong with a field: what happened and what to do.</summary>
    public string Sentence(Fault fault)
    {
        var (first, second) = (fault.About.Count > 0 ? fault.About[0] : "", fault.About.Count > 1 ? fault.About[1] : "");
        return fault.Code switch
        {
            "site_name" => Say($"Give the site a name of 1 to {first} visible characters.", $"Donnez au site un nom de 1 à {first} caractères visibles."),
            "slug" => Say($"Write {first} to {second} small letters a–z, digits or dashes, such as maison-lumen.", $"Écrivez {first} à {second} petites lettres a–z, chiffres ou tirets, par exemple maison-lumen."),
            "origin_not_an_address" => Say($"“{first}” is no address of a site. Write it like https://shop.example.", $"« {first} » n’est pas l’adresse d’un site. Écrivez-la comme https://boutique.example."),
            "origin_no_scheme" => Say($"“{first}” does not say how it is reached. You probably mean {Or(second, "https://…")}.", $"« {first} » ne dit pas comment y accéder. Vous pensez sans doute à {Or(second, "https://…")}."),
            "origin_not_secure" => Say($"“{first}” is not encrypted, and others could read along. Write {second}; http is for this machine only (http://localhost).", $"« {first} » n’est pas chiffrée : d’autres pourraient lire. Écrivez {second} ; http ne convient qu’à cette machine (http://localhost)."),
            "origin_has_path" => Say($"“{first}” is one page; the widget works on whole sites. Write {second}.", $"« {first} » est une page ; le widget fonctionne sur des sites entiers. Écrivez {second}."),
            "origin_wildcard" => Say($"Browsers know no asterisk here. List each site on its own line, such as https://www.shop.example.", $"Les navigateurs ne connaissent pas l’astérisque ici. Indiquez chaque site sur sa ligne, par exemple https://www.boutique.example."),
            "base_not_an_address" => Say($"“{first}” is no address of a folder. Write it like https://shop.example/questions.", $"« {first} » n’est pas l’adresse d’un dossier. Écrivez-la comme https://boutique.example/questions."),
            "base_path" => Say($"“{first}” has something in it that a folder’s address has not. Use letters a–z, digits, dashes and slashes only.", $"« {first} » contient ce qui n’a pas sa place dans l’adresse d’un dossier. N’utilisez que des lettres a–z, des chiffres, des tirets et des barres obliques."),
            "base_ours" => Say($"“{first}” is our own address, where the pages are already. Leave the field empty.", $"« {first} » est notre propre adresse, où les pages sont déjà. Laissez le champ vide."),
            "base_private" => Say($"{first} lies in a private network that readers cannot reach. Use the address your customers use.", $"{first} se trouve sur un réseau privé que le public ne peut pas atteindre. Utilisez l’adresse de vos clients."),
            "base_no_answer" => Say($"{first} did not answer. Nothing was changed; set up the proxy first, then save again.", $"{first} n’a pas répondu. Rien n’a été modifié ; configurez d’abord le proxy, puis enregistrez à nouveau."),
            "base_elsewhere" => Say($"{first} does not lead to these pages: it answered {second}. Nothing was changed; look whether your server passes that folder on to the address above.", $"{first} ne mène pas à ces pages : réponse {second}. Rien n’a été modifié ; vérifiez que votre serveur transmet ce dossier à l’adresse ci-dessus."),
            "origins_too_many" => Say($"That is more than {first} sites. Remove those that are no longer used.", $"Cela fait plus de {first} sites. Retirez ceux qui ne servent plus."),
            "languages_none" => Say("Choose at least one language.", "Choisissez au moins une langue."),
            "languages_too_many" => Say($"Choose at most {first} languages.", $"Choisissez au plus {first} langues."),
            "language_first" => Say($"{first} is the first choice but not among the languages. Tick it, or choose another first.", $"{first} est le premier choix mais ne figure pas parmi les langues. Cochez-la, ou choisissez-en une autre."),
            "accent" => Say("Write a colour as # and six digits, such as #0b6e4f.", "Écrivez une couleur avec # et six chiffres, par exemple #0b6e4f."),
            "words_line" => Say($"“{first}” cannot be looked for: a line holds 1 to 100 characters, some of them letters or digits, at most 20 words, and two letters before a star.", $"« {first} » ne peut pas être cherché : une ligne contient 1 à 100 caractères, dont des lettres ou des chiffres, 20 mots au plus, et deux lettres avant une étoile."),
            "words_too_many" => Say($"That is too many: at most {first} lines.", $"C’est trop : {first} lignes au plus."),
            "query_word" => Say($"“{first}” is no name of a query parameter. In …?ref=mail it is ref.", $"« {first} » n’est pas un nom de paramètre. Dans …?ref=mail, c’est ref."),
            "query_secret" => Say($"“{first}” may hold something secret or personal, so it is never kept. Remove it.", $"« {first} » peut contenir un secret ou une donnée personnelle : ce n’est jamais gardé. Retirez-le."),
            "query_too_many" => Say($"Keep at most {first} parameters.", $"Gardez au plus {first} paramètres."),
            "reason" => Say("Write why, in 2,000 characters at most: the person reads it and may object.", "Écrivez pourquoi, en 2 000 caractères au plus : la personne le lit et peut contester."),
            "number" => Say($"Write a whole number from {first} to {second}.", $"Écrivez un nombre entier de {first} à {second}."),
            "choice" => Say("Choose one of these.", "Choisissez l’une de ces possibilités."),
            "topic_name" => Say($"A name has 1 to {first} visible characters.", $"Un nom compte de 1 à {first} caractères visibles."),
            "topic_no_name" => Say($"Give it a name in {first}, the site’s first language.", $"Donnez-lui un nom dans la première langue du site ({first})."),
            "topic_id" => Say($"An id has {first} to {second} small letters a–z, digits or dashes.", $"Un identifiant compte de {first} à {second} petites lettres a–z, chiffres ou tirets."),
            "topic_twice" => Say($"There is a topic “{first}” already. Choose another id.", $"Il existe déjà un sujet « {first} ». Choisissez un autre identifiant."),
            "topic_retired" => Say($"“{first}” was removed earlier and still has questions. Bring it back below, or choose another id.", $"« {first} » a été retiré et a encore des questions. Rétablissez-le ci-dessous, ou choisissez un autre identifiant."),
            "topics_too_many" => Say($"A site has at most {first} topics.", $"Un site a au plus {first} sujets."),
            "ladder_rungs" => Say($"A ladder has 1 to {first} rungs.", $"Une échelle compte de 1 à {first} échelons."),
            "ladder_kind" => Say("Choose who is asked on this rung.", "Choisissez qui est sollicité à cet échelon."),
            "ladder_agents_last" => Say("Your team is the last rung, once. Move it down, or choose somebody else above.", "Votre équipe est le dernier échelon, une seule fois. Descendez-la, ou choisissez quelqu’un d’autre au-dessus."),
            "time_zone" => Say($"“{first}” is no time zone. Write it like Europe/Paris.", $"« {first} » n’est pas un fuseau horaire. Écrivez-le comme Europe/Paris."),
            "hours_time" => Say("Write both times, such as 09:00 and 17:30, or leave both empty for closed.", "Écrivez les deux heures, par exemple 09:00 et 17:30, ou laissez les deux vides pour fermé."),
            "hours_order" => Say("It closes before it opens. For a night, end this day at 24:00 and begin the next at 00:00.", "La fermeture précède l’ouverture. Pour une nuit, terminez ce jour à 24:00 et commencez le suivant à 00:00."),
            "hours_overlap" => Say("These hours begin before those before them have ended.", "Cette plage commence avant la fin de la précédente."),
            "date" => Say("Choose a day.", "Choisissez un jour."),
            "dates_many" => Say($"That would be more than {first} days. Remove some that are over.", $"Cela ferait plus de {first} jours. Retirez ceux qui sont passés."),
            "date_order" => Say("The last day comes after the first, within a year. For days around New Year, write both with their years.", "Le dernier jour vient après le premier, dans l’année. Autour du Nouvel An, écrivez les deux avec leur année."),
            "date_name" => Say($"A name has 1 to {first} visible characters.", $"Un nom compte de 1 à {first} caractères visibles."),
            "hours_never" => Say("These hours are never open. Give one opening, or choose “always”.", "Ces horaires ne sont jamais ouverts. Donnez une ouverture, ou choisissez « toujours »."),
            "period_date" => Say($"“{first}” is no date. Write it like 2026-03-31.", $"« {first} » n’est pas une date. Écrivez-la comme 2026-03-31."),
            "period_order" => Say("The end lies before the beginning. Choose a later end, or an earlier beginning.", "La fin précède le début. Choisissez une fin plus tardive, ou un début plus tôt."),
            "period_long" => Say($"That is more than {first} days. Choose days that are closer together.", $"Cela dépasse {first} jours. Choisissez des jours plus rapprochés."),
            _ => SheetSentence(fault.Code, first),
        };
    }

    private string SheetSentence(string code, string first) => code switch
    {
        "charter_empty" => Say("Write the charter in the site’s first language.", "Écrivez la charte dans la première langue du site."),
        "charter_long" => Say($"A charter has at most {first} characters.", $"Une charte compte au plus {first} caractères."),
        "charter_signs" => Say("The text holds signs that cannot be shown. Remove them.", "Le texte contient des signes qui ne s’affichent pas. Retirez-les."),
        "public_key" => Say("This is not the public half of a P-256 pair as PEM. It begins with BEGIN PUBLIC KEY; keep the private half to yourself.", "Ce n’est pas la partie publique d’une paire P-256 au format PEM. Elle commence par BEGIN PUBLIC KEY ; gardez la partie privée pour vous."),
        "identity_no_key" => Say("Make a key first, and have your pages send tokens: otherwise nobody could ask.", "Créez d’abord une clé et faites envoyer des jetons par vos pages : sinon personne ne pourrait demander."),
        "webhook_address" => Say("Write a whole address, such as https://shop.example/community-events, without a password or a #.", "Écrivez une adresse complète, par exemple https://boutique.example/evenements, sans mot de passe ni #."),
        "webhook_not_secure" => Say("Others could read along: the address must begin with https.", "D’autres pourraient lire : l’adresse doit commencer par https."),
        "webhook_port" => Say("Leave the port out, or use one from 1024 on.", "N’indiquez pas de port, ou choisissez-en un à partir de 1024."),
        "webhook_private" => Say("This leads into a private network. The address must be reachable from the internet.", "Ceci mène à un réseau privé. L’adresse doit être joignable depuis internet."),
        "webhook_events" => Say("Choose at least one event.", "Choisissez au moins un événement."),
        "key_name" => Say("Give the key a name of 1 to 40 visible characters, such as the program that uses it.", "Donnez à la clé un nom de 1 à 40 caractères visibles, par exemple le programme qui l’utilise."),
        "key_scopes" => Say("Choose what the key may do.", "Choisissez ce que la clé peut faire."),
        "roles_none" => Say("Choose at least one role.", "Choisissez au moins un rôle."),
        "year" => Say($"Write a year up to {first}, or nothing.", $"Écrivez une année jusqu’à {first}, ou rien."),
        "sheet_empty" => Say("There is nobody in this list. Below the line of column names, write one person a line.", "Il n’y a personne dans cette liste. Sous la ligne des noms de colonnes, écrivez une personne par ligne."),
        "sheet_no_email" => Say("The first line does not name the columns. Write: name,email,roles,languages,topics.", "La première ligne ne nomme pas les colonnes. Écrivez : nom,email,rôles,langues,sujets."),
        "sheet_too_long" => Say($"That is longer than {first} kB. Send it in parts.", $"Cela dépasse {first} ko. Envoyez-la en plusieurs fois."),
        "sheet_too_many" => Say($"Only the first {first} lines were read. Send the rest afterwards.", $"Seules les {first} premières lignes ont été lues. Envoyez la suite après."),
        "line_email" => Say($"“{first}” is no e-mail address.", $"« {first} » n’est pas une adresse e-mail."),
        "line_twice" => Say($"The same address as on line {first}.", $"La même adresse qu’à la ligne {first}."),
        "line_member" => Say("Is a member already, and gets these roles too.", "Fait déjà partie des membres, et recevra ces rôles en plus."),
        "line_invited" => Say("Has an open invitation, which this one replaces.", "A déjà une invitation en attente, que celle-ci remplace."),
        "line_no_name" => Say("The name is missing.", "Le nom manque."),
        "line_name_not_fit" => Say("Another name is needed: one that insults nobody and holds no address or telephone number.", "Il faut un autre nom, qui n’insulte personne et ne contient ni adresse ni numéro de téléphone."),
        "line_name" => Say("A name has 1 to 40 visible characters.", "Un nom compte de 1 à 40 caractères visibles."),
        "line_role" => Say($"“{first}” is no role. There are super_user, agent, moderator and admin.", $"« {first} » n’est pas un rôle. Il y a super_user, agent, moderator et admin."),
        "line_language" => Say($"“{first}” is no language. Write two letters, such as fr.", $"« {first} » n’est pas une langue. Écrivez deux lettres, par exemple fr."),
        "line_topic" => Say($"“{first}” is no topic of this site. Write its id or its name.", $"« {first} » n’est pas un sujet de ce site. Écrivez son identifiant ou son nom."),
        _ => code,
    };

    private static string Or(string text, string other) => text == "" ? other : text;
}
