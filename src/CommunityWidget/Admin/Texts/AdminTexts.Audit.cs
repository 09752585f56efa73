using CommunityWidget.Hosting;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string AuditTitle => Say("Audit", "Journal d’audit");
    public string AuditLead => Say("Who did and who read what on this site, newest first. Nothing here can be changed; it goes when its time is up.", "Qui a fait et qui a lu quoi sur ce site, du plus récent au plus ancien. Rien ne peut y être modifié ; il disparaît à son échéance.");
    public string AuditWho => Say("Who", "Qui");
    public string AuditWhat => Say("What", "Quoi");
    public string AuditWhen => Say("When", "Quand");
    public string AuditAbout => Say("About", "Concerne");
    public string AuditDid => Say("Action begins with", "L’action commence par");
    public string AuditDidHint => Say("As the file writes it, such as member. or decided.published", "Comme dans le fichier, par exemple member. ou decided.published");
    public string AuditAboutLabel => Say("Conversation or person (its number)", "Conversation ou personne (son numéro)");
    public string AuditFrom => Say("From", "Du");
    public string AuditTo => Say("To", "Au");
    public string AuditAnybody => Say("anybody", "tout le monde");
    public string AuditAnything => Say("anything", "tout");
    public string AuditEmpty => Say("Nothing was written down for this. Every use of a power over others, every refusal, every change and every look at somebody else’s conversation appears here.", "Rien n’est consigné pour ces critères. Chaque usage d’un pouvoir sur autrui, chaque refus, chaque modification et chaque lecture de la conversation d’autrui apparaît ici.");
    public string AuditFile => Say("Download as CSV", "Télécharger en CSV");
    public string AuditOlder => Say("Older", "Plus anciens");
    public string AuditShow => Say("Show", "Afficher");
    public string AuditBadDate => Say("A date looks like 2026-03-31. Everything else stayed as you chose it.", "Une date s’écrit 2026-03-31. Le reste est resté tel que choisi.");
    public string AVisitor => Say("The visitor", "Le visiteur");
    public string AReader => Say("Whoever wrote it", "La personne qui l’a écrit");
    public string AnOperator => Say("Whoever runs the program", "La personne qui exploite le programme");
    public string OutcomeName(string outcome) => outcome switch
    {
        "changed" => Say("changed", "modifié"),
        "refused" => Say("refused", "refusé"),
        "read" => Say("read", "lu"),
        _ => Say("done", "fait"),
    };

    private string? WhatOfPeople(string action, string subject) => action switch
    {
        "visitor.erased" => Say("erased a visitor", "a effacé un visiteur"),
        "member.erased" => Say($"erased {subject}", $"a effacé {subject}"),
        "member.erased_with_words" => Say($"erased {subject} and what they wrote", $"a effacé {subject} et ses écrits"),
        "answer.erased" => Say("erased what a reader had answered", "a effacé la réponse d’un lecteur"),
        "report.erased" => Say("erased what a reader had reported", "a effacé le signalement d’un lecteur"),
        "visitor.exported" => Say("downloaded what is kept about a visitor", "a téléchargé les données d’un visiteur"),
        "member.exported" => Say($"downloaded what is kept about {subject}", $"a téléchargé les données {Elided.Of(subject)}"),
        "import.began" => Say("began an import; the site says that it may publish it", "a commencé un import ; le site affirme pouvoir le publier"),
        "import.ended" => Say("ended an import", "a terminé un import"),
        "import.taken_back" => Say("took an import back", "a annulé un import"),
        "thread.read" => Say("read a conversation", "a lu une conversation"),
        "thread.original" => Say("read a conversation as it was written, personal data included", "a lu une conversation telle qu’elle a été écrite, données personnelles comprises"),
        "inbox.read" => Say("looked through the inbox", "a parcouru la boîte"),
        "inbox.searched" => Say("searched the inbox", "a cherché dans la boîte"),
        "live.read" => Say("looked through the conversations that go on", "a parcouru les conversations en cours"),
        "waiting.read" => Say("looked through the questions that wait", "a parcouru les questions en attente"),
        "member.joined" => Say("joined by an invitation", "a rejoint le site par une invitation"),
        "member.password_chosen" => Say("chose a new password by a link", "a choisi un nouveau mot de passe par un lien"),
        "member.signed_in" => Say("signed in", "a ouvert une session"),
        "member.signed_out" => Say("signed out", "a fermé sa session"),
        "member.locked_out" => Say("was shut out for a quarter of an hour: wrong passwords were tried", "n’a pas pu se connecter pendant un quart d’heure, de faux mots de passe ayant été essayés"),
        "member.linked" => Say("linked their sign-in with the brand", "a lié sa connexion à celle de la marque"),
        _ => null,
    };

    private string? WhatWasDecided(string action) => action switch
    {
        "decided.published" => Say("published a conversation's answer", "a publié la réponse d’une conversation"),
        "decided.rejected" => Say("turned a draft away", "a refusé un brouillon"),
        "decided.merged" => Say("merged a draft into a page", "a fusionné un brouillon avec une page"),
        "decided.sent_back" => Say("sent a draft back", "a renvoyé un brouillon"),
        "decided.withdrawn" => Say("took a page back", "a retiré une page"),
        "decided.returned" => Say("took a page back to review", "a remis une page à relire"),
        "decided.upheld" => Say("found a report right", "a donné raison à un signalement"),
        "decided.dismissed" => Say("found a report not right", "a rejeté un signalement"),
        "decided.answer_added" => Say("let a reader's answer onto a page", "a accepté la réponse d’un lecteur sur une page"),
        "decided.answer_refused" => Say("refused a reader's answer", "a refusé la réponse d’un lecteur"),
        "decided.kept_back" => Say("did not let a held message through", "n’a pas laissé passer un message retenu"),
        "held.passed" => Say("let a held message through", "a laissé passer un message retenu"),
        "held.refused" => Say("did not let a held message through", "n’a pas laissé passer un message retenu"),
        _ when action.StartsWith("undone.", StringComparison.Ordinal) => Say("took a decision back within ten seconds", "a annulé une décision dans les dix secondes"),
        _ => null,
    };
}
