namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string Privacy => Say("Privacy", "Données personnelles");
    public string PrivacyLead => Say("When somebody asks what is kept about them, or asks for it to be erased.", "Quand une personne demande ce qui est conservé à son sujet, ou demande l’effacement.");
    public string FindVisitor => Say("Find a visitor", "Trouver un visiteur");
    public string FindVisitorLabel => Say("Number of one of their conversations, the e-mail address they left, or their customer number at the shop", "Numéro d’une de ses conversations, adresse e-mail laissée, ou numéro de client de la boutique");
    public string FindVisitorHint => Say("Visitors find the number in their own archive; you find it in the inbox and under Explain.", "Le visiteur trouve ce numéro dans son archive ; vous le trouvez dans la boîte et sous « Comprendre ».");
    public string Find => Say("Find", "Chercher");
    public string NobodyFound => Say("Nobody found. Either the number or the address is another one, or everything was erased already.", "Personne. Soit le numéro ou l’adresse est autre, soit tout est déjà effacé.");
    public string Unnamed => Say("A visitor without a name", "Un visiteur sans nom");
    public string ConversationsSince(long count, string since) => count == 1 ? Say($"1 conversation, first here {since}", $"1 conversation, venu {since}") : Say($"{count} conversations, first here {since}", $"{count} conversations, venu {since}");
    public string DownloadData => Say("Download everything kept", "Télécharger tout ce qui est conservé");
    public string Erase => Say("Erase for good", "Effacer définitivement");
    public string EraseLead => Say("Messages, name, e-mail, ratings, notes and tags of these conversations and the page made of them go at once, here and in the search. Whoever has one open sees that it was erased. Backups lose them when they expire.", "Messages, nom, e-mail, notes, remarques et étiquettes de ces conversations, ainsi que la page qui en est issue, disparaissent aussitôt, ici et dans la recherche. Qui en a une sous les yeux voit qu’elle a été effacée. Les sauvegardes les perdent à leur expiration.");
    public string EraseSure => Say("I know that this cannot be taken back.", "Je sais que c’est irréversible.");
    public string TickSure => Say("Nothing was erased. Tick the box first: it cannot be taken back.", "Rien n’a été effacé. Cochez d’abord la case : c’est irréversible.");
    public string ErasedText => Say("Erased. Nothing of it is left here.", "Effacé. Il n’en reste rien ici.");
    public string WhatGoes => Say("What goes by itself", "Ce qui part tout seul");
    public string WhatGoesLead => Say("Every hour, what is older than the site keeps it goes. This is what would go now.", "Chaque heure, ce qui dépasse la durée de conservation du site disparaît. Voici ce qui partirait maintenant.");
    public string ChangeRetention => Say("Change how long things are kept", "Changer les durées de conservation");
    public string KeptClass => Say("What", "Quoi");
    public string KeptFor => Say("Kept for", "Conservé");
    public string WouldGo => Say("Would go now", "Partirait maintenant");
    public string DaysLong(int days) => Say($"for {days} days", $"{days} jours");
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
