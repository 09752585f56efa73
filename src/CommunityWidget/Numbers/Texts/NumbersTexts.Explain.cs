namespace CommunityWidget.Numbers.Texts;

/// <summary>The pages that explain a question's way.</summary>
public sealed partial class NumbersTexts
{
    public string ExplainTitle => Say("Why did it go that way?", "Pourquoi ce parcours ?");
    public string ExplainLead => Say("Each question with who was asked, who was not and why. Open one, or look it up by its number.", "Chaque question avec qui a été sollicité, qui ne l’a pas été et pourquoi. Ouvrez-en une, ou cherchez-la par son numéro.");
    public string FindLabel => Say("Number of a question", "Numéro d’une question");
    public string FindHint => Say("Ten letters and digits, as in the inbox’s address or a file.", "Dix lettres et chiffres, comme dans l’adresse de la réception ou dans un fichier.");
    public string Find => Say("Find", "Chercher");
    public string NotFound(string typed) => Say($"This site has no question “{typed}”. Check the number, or look below.", $"Ce site n’a pas de question « {typed} ». Vérifiez le numéro, ou cherchez ci-dessous.");
    public string EndLabel => Say("Answered", "Réponse");
    public string AllEnds => Say("All", "Toutes");
    public string Recent => Say("Recent questions", "Questions récentes");
    public string NoQuestions => Say("No question yet. Once a visitor has asked one, its whole way can be read here.", "Aucune question pour l’instant. Dès qu’un visiteur en pose une, tout son parcours se lit ici.");
    public string NoSuchQuestions => Say("No question ended this way.", "Aucune question n’a fini ainsi.");
    public string Older => Say("Older questions", "Questions plus anciennes");
    public string Gone => Say("(held for review, or no longer kept)", "(retenu pour relecture, ou plus conservé)");
    public string TakenAfter(string time) => Say($"taken after {time}", $"prise après {time}");
    public string NotTaken => Say("not taken", "non prise");
    public string StoryTitle(string id) => Say($"The way of question {id}", $"Le parcours de la question {id}");
    public string TimeLine => Say("What happened", "Ce qui s’est passé");
    public string BackToList => Say("All questions", "Toutes les questions");
    public string NotAsked => Say("Who was not asked, and why", "Qui n’a pas été sollicité, et pourquoi");
    public string Moment(DateTimeOffset at) => at.ToString(Say("d MMM yyyy, HH:mm:ss", "d MMM yyyy, HH:mm:ss"), Culture);

    /// <summary>How long after asking.</summary>
    public string After(long ms) => ms < 1_000 ? Say("at once", "aussitôt") : Say($"after {Took(ms)}", $"après {Took(ms)}");

    public string OnLadder(string words) => Say($"The ladder at that moment: {words}", $"L’échelle à ce moment : {words}");
    public string Skipped(int rung, string kind) => Say($"Rung {rung} ({kind}) was skipped: nobody could be asked.", $"L’échelon {rung} ({kind}) a été sauté : personne ne pouvait être sollicité.");
    public string TeamClosed => Say("Our team was skipped: its hours were closed.", "Notre équipe a été sautée : hors de ses horaires.");
    public string TeamWentHome => Say("Our team’s hours ended while it waited for them.", "Les horaires de notre équipe ont pris fin pendant qu’elle l’attendait.");
    public string TeamAway => Say("Our team was skipped: its hours were open, but nobody was there.", "Notre équipe a été sautée : aux heures d’ouverture, mais personne n’était là.");
    public string OfferedTo(int rung, string kind, string people) => Say($"Offered on rung {rung} ({kind}) to {people}.", $"Proposée à l’échelon {rung} ({kind}) à {people}.");
    public string NobodyOn(int rung, string kind) => Say($"On rung {rung} ({kind}) now; nobody could be asked.", $"À l’échelon {rung} ({kind}) ; personne ne pouvait être sollicité.");
    public string Handed(int rung) => Say($"Handed to our team’s inbox on rung {rung}.", $"Transmise à la réception de notre équipe à l’échelon {rung}.");
    public string GoneAway(string people) => Say($"Taken back from {people}, who had gone.", $"Retirée à {people}, plus en ligne.");
    public string NobodyNow => Say("Nobody was left to ask: kept for later.", "Plus personne à solliciter : gardée pour plus tard.");
    public string Declined(string people) => Say($"{people} said “Not for me”.", $"{people} : « Pas pour moi ».");
    public string Lapsed(string people) => Say($"{people} did not answer in time.", $"{people} : pas de réponse à temps.");
    public string Rescinded(string people) => Say($"The offer was taken back from {people}.", $"Proposition retirée à {people}.");
    public string FirstAnswer(string who) => Say($"{who} wrote the first answer.", $"{who} a écrit la première réponse.");
    public string More(int count) => Say($"and {count} more", $"et {Some(count, "autre", "autres")}");

    /// <summary>What a status event says, with whoever did it and to whom it was given.</summary>
    public string Happened(string reason, string who, int? stars, string? to = null) => reason switch
    {
        "asked" => Say("The visitor asked.", "Le visiteur a posé sa question."),
        "accepted" => Say($"{who} accepted it.", $"{who} l’a acceptée."),
        "taken" => Say($"{who} took it by hand.", $"{who} l’a prise dans la liste."),
        "taken_over" => Say($"{who} took it over.", $"{who} a pris la suite."),
        "joined" => Say($"{who} came to help.", $"{who} apporte son aide."),
        "left" => Say($"{who} left again.", $"{who} n’aide plus."),
        "widened" => Say("It moved on to the next rung.", "Elle est passée à l’échelon suivant."),
        "handed_to_agents" => Say("It reached our team.", "Elle est arrivée à notre équipe."),
        "parked" => Say("It was parked: to be answered later.", "Elle a été gardée : à répondre plus tard."),
        "released" => Say($"{who} gave it back.", $"{who} l’a rendue."),
        "handed_back" => Say($"{who} gave it back to the community.", $"{who} l’a rendue à la communauté."),
        "transferred" => Say($"{who} handed it on.", $"{who} l’a transmise."),
        "vanished" => Say("Whoever held it was not heard from any more: it waits again.", "La personne qui la tenait ne donnait plus signe : elle attend de nouveau."),
        "suspended" => Say("Whoever held it may not answer any more: it waits again.", "La personne qui la tenait ne peut plus répondre : elle attend de nouveau."),
        "answered" => Say($"{who} answered it while the visitor was away.", $"{who} y a répondu en l’absence du visiteur."),
        "assigned" => Say($"{who} gave it to {to ?? Somebody}, to be answered later.", $"{who} l’a confiée à {to ?? Somebody}, pour une réponse plus tard."),
        "unassigned" => Say("It fell free again: whoever it was given to did not answer in time, was not free when its visitor was back, or may not answer any more.", "Elle est de nouveau libre : la personne à qui elle était confiée n’a pas répondu à temps, n’était pas libre au retour du visiteur, ou ne peut plus répondre."),
        "assign_undone" when to is not null => Say($"{who} took that back: it was {to}’s again.", $"{who} l’a annulé : elle est revenue à {to}."),
        "assign_undone" => Say($"{who} took that back.", $"{who} l’a annulé."),
        "replied" => Say("The visitor replied: it waits again.", "Le visiteur a répondu : elle attend de nouveau."),
        "reopened" => Say("The visitor continued it: it waits again.", "Le visiteur l’a reprise : elle attend de nouveau."),
        "ended" => Say($"{who} ended it.", $"{who} l’a terminée."),
        "silent" => Say("Nobody said anything any more: it ended by itself.", "Plus personne n’écrivait : elle s’est terminée d’elle-même."),
        "cancelled" => Say("The visitor withdrew it.", "Le visiteur l’a retirée."),
        "unanswered" when who == ByItself => Say("Nobody answered in time: it ended by itself.", "Personne n’a répondu à temps : elle s’est terminée d’elle-même."),
        "unanswered" => Say($"{who} ended it without an answer.", $"{who} l’a terminée sans réponse."),
        "held" => Say("The visitor asked; it waited for a moderator to read it first.", "Le visiteur a posé sa question ; elle attendait d’être relue par la modération."),
        "passed" => Say($"{who} read it and let it through.", $"{who} l’a relue et l’a laissée passer."),
        "refused" => Say($"{who} read it and did not let it through.", $"{who} l’a relue et ne l’a pas laissée passer."),
        "erased" => Say("It was erased.", "Elle a été effacée."),
        "end_undone" or "restored" => Say($"{who} took the end back.", $"{who} a annulé la fin."),
        "rated" => Say($"The visitor gave {StarsOf(stars ?? 0)}.", $"Le visiteur a donné {StarsOf(stars ?? 0)}."),
        _ => Say($"{who}: {reason.Replace('_', ' ')}.", $"{who} : {reason.Replace('_', ' ')}."),
    };

    public string Visitor => Say("The visitor", "Le visiteur");
    public string ByItself => Say("By itself", "De soi-même");
}
