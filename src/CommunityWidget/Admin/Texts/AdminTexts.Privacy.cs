using CommunityWidget.Privacy;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string Privacy => Say("Privacy", "Données personnelles");
    public string PrivacyLead => Say("When somebody asks what is kept about them, or asks for it to be erased.", "Quand une personne demande ce qui est conservé à son sujet, ou demande l’effacement.");
    public string FindVisitor => Say("Find a visitor", "Trouver un visiteur");
    public string FindVisitorLabel => Say("Number of one of their conversations, the e-mail address they left, or their customer number at the shop", "Numéro d’une de ses conversations, adresse e-mail laissée, ou numéro de client de la boutique");
    public string FindVisitorHint => Say("Visitors find the number in their own archive; you find it in the inbox and under Explain.", "Le visiteur trouve ce numéro dans son archive ; vous le trouvez dans la réception et sous « Comprendre ».");
    public string Find => Say("Find", "Chercher");
    public string NobodyFound => Say("Nobody found. Either the number or the address is another one, or everything was erased already.", "Personne. Soit le numéro ou l’adresse est autre, soit tout est déjà effacé.");
    public string Unnamed => Say("A visitor without a name", "Un visiteur sans nom");
    public string ConversationsSince(long count, string since) => count == 1 ? Say($"1 conversation, first here {since}", $"1 conversation, venu {since}") : Say($"{count} conversations, first here {since}", $"{count} conversations, venu {since}");
    public string Unconfirmed => Say("Not confirmed: somebody else may have typed it.", "Non confirmée : une autre personne a pu la saisir.");
    public string UnconfirmedMore => Say("Nobody pressed the link that was sent to this address, so what stands here may be a stranger’s. Ask for something only they know, such as the number of the conversation.", "Personne n’a ouvert le lien envoyé à cette adresse ; ce qui figure ici est peut-être celui d’un inconnu. Demandez ce que seule cette personne sait, par exemple le numéro de la conversation.");
    public string UnconfirmedSure => Say("I have made sure in another way that this is whoever asks.", "J’ai vérifié par un autre moyen qu’il s’agit bien de la personne qui demande.");
    public string TickKnown => Say("Nothing was handed out or erased. The address was never confirmed: make sure in another way that this is whoever asks, and say so below.", "Rien n’a été remis ni effacé. L’adresse n’a jamais été confirmée : vérifiez par un autre moyen qu’il s’agit de la personne qui demande, et indiquez-le ci-dessous.");
    public string DownloadData => Say("Download everything kept", "Télécharger tout ce qui est conservé");
    public string Erase => Say("Erase for good", "Effacer définitivement");
    public string EraseLead => Say("Messages, name, e-mail, ratings, notes and tags of these conversations and the page made of them go at once, here and in the search. Whoever has one open sees that it was erased. Backups lose them when they expire.", "Messages, nom, e-mail, notes, remarques et étiquettes de ces conversations, ainsi que la page qui en est issue, disparaissent aussitôt, ici et dans la recherche. Qui en a une sous les yeux voit qu’elle a été effacée. Les sauvegardes les perdent à leur expiration.");
    public string EraseSure => Say("I know that this cannot be taken back.", "Je sais que c’est irréversible.");
    public string TickSure => Say("Nothing was erased. Tick the box first: it cannot be taken back.", "Rien n’a été effacé. Cochez d’abord la case : c’est irréversible.");
    public string ErasedText => Say("Erased. Nothing of it is left here.", "Effacé. Il n’en reste rien ici.");
    public string FindWords => Say("Find what a reader wrote", "Trouver ce qu’un lecteur a écrit");
    public string FindWordsLabel => Say("Address of their answer, or of the page they were shown when they sent an answer or a report", "Adresse de sa réponse, ou de la page affichée après l’envoi d’une réponse ou d’un signalement");
    public string FindWordsHint => Say("Readers of public pages have no account and leave no e-mail address. Whoever kept the address they were given can erase it there themselves; an answer’s own address stands in its date.", "Les lecteurs des pages publiques n’ont pas de compte et ne laissent pas d’adresse e-mail. Qui a gardé l’adresse reçue peut y effacer son texte lui-même ; l’adresse d’une réponse se trouve dans sa date.");
    public string FindIt => Say("Find it", "Le trouver");
    public string NoWordsFound => Say("Nothing of a reader’s is there. Either the address is another one, or it was erased already.", "Aucun texte de lecteur à cet endroit. Soit l’adresse est autre, soit tout est déjà effacé.");
    public string ReaderWrote(string kind) => kind == ReaderWords.Report ? Say("A reader’s report", "Le signalement d’un lecteur") : Say("A reader’s answer", "La réponse d’un lecteur");
    public string EraseWordsLead => Say("It goes at once, from the page, the feeds and the search too, with the earlier wordings of that page’s answers. What was decided about the page stays decided.", "Cela disparaît aussitôt, aussi de la page, des flux et de la recherche, avec les versions antérieures des réponses de cette page. Ce qui a été décidé au sujet de la page reste décidé.");
    public string EraseWhy => Say("Why? The audit keeps this", "Pourquoi ? Le journal d’audit le garde");
    public string EraseReason(string reason) => reason switch
    {
        EraseReasons.Asked => Say("Whoever wrote it asks for it", "La personne qui l’a écrit le demande"),
        EraseReasons.Personal => Say("It tells who somebody is", "Cela révèle l’identité de quelqu’un"),
        EraseReasons.Unlawful => Say("It is against the law", "C’est contraire à la loi"),
        _ => Say("Something else", "Autre raison"),
    };
    public string TickSureAndWhy => Say("Nothing was erased. Say why, and tick the box: it cannot be taken back.", "Rien n’a été effacé. Dites pourquoi et cochez la case : c’est irréversible.");
    public string WhatGoes => Say("What goes by itself", "Ce qui part tout seul");
    public string WhatGoesLead => Say("Every hour, what is older than the site keeps it goes. This is what would go now.", "Chaque heure, ce qui dépasse la durée de conservation du site disparaît. Voici ce qui partirait maintenant.");
    public string ChangeRetention => Say("Change how long things are kept", "Changer les durées de conservation");
    public string KeptClass => Say("What", "Quoi");
    public string KeptFor => Say("Kept for", "Conservé");
    public string WouldGo => Say("Would go now", "Partirait maintenant");

    /// <summary>As people say it: in years or months where it is whole ones.</summary>
    public string DaysLong(int days) => days switch
    {
        365 => Say("for 1 year", "1 an"),
        > 365 when days % 365 == 0 => Say($"for {days / 365} years", $"{days / 365} ans"),
        30 => Say("for 1 month", "1 mois"),
        > 30 and < 360 when days % 30 == 0 => Say($"for {days / 30} months", $"{days / 30} mois"),
        1 => Say("for 1 day", "1 jour"),
        _ => Say($"for {days} days", $"{days} jours"),
    };

    public string DueNow(int count, bool orMore) => count == 0 ? Say("nothing due", "rien à échéance") : Say($"{(orMore ? "more than " : "")}{count} due", $"{(orMore ? "plus de " : "")}{count} à échéance");
    public string KeepNumbers => Say("Numbers of questions, without what was said", "Chiffres des questions, sans ce qui a été dit");
    public string KeepVisitors => Say("Visitors without a conversation", "Visiteurs sans conversation");
    public string KeepClass(string name) => name switch
    {
        "unanswered" => KeepUnanswered,
        "private" => KeepPrivate,
        "published" => KeepPublished,
        "audit" => KeepAudit,
        "numbers" => KeepNumbers,
        _ => KeepVisitors,
    };

    public string MemberData => Say("Personal data", "Données personnelles");
    public string MemberDataLead => Say("What is kept about this person, and erasing who they were.", "Ce qui est conservé au sujet de cette personne, et l’effacement de son identité.");
    public string EraseMemberLead => Say("Name, e-mail, password, keys and expertise go at once, and nobody can sign in as them. Chats they hold go on with somebody else. What they wrote stays in the conversations, under no name.", "Nom, e-mail, mot de passe, clés et expertise disparaissent aussitôt, et personne ne peut plus se connecter à ce compte. Ses conversations passent à quelqu’un d’autre. Ce que cette personne a écrit reste dans les conversations, sans nom.");
    public string EraseWordsToo => Say("Erase what they wrote, too. The conversations of others then have gaps.", "Effacer aussi ce que cette personne a écrit. Les conversations des autres auront alors des trous.");
    public string NamelessMember => Say("[deleted]", "[supprimé]");
}
