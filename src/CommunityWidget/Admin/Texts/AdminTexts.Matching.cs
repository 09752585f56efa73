namespace CommunityWidget.Admin.Texts;

/// <summary>Why matching asked somebody or not, and what it would do now.</summary>
public sealed partial class AdminTexts
{
    /// <summary>Why a member was not asked.</summary>
    public string Verdict(string verdict) => verdict switch
    {
        "not_connected" => Say("not connected", "pas en ligne"),
        "full" => Say("all seats taken", "toutes les places prises"),
        "charter" => Say("has not agreed to the charter yet", "n’a pas encore accepté la charte"),
        "other_language" => Say("does not speak the language", "ne parle pas la langue"),
        "other_topic" => Say("does not know the topic", "ne connaît pas le sujet"),
        "other_role" => Say("is no super user", "pas super-utilisateur"),
        "declined" => Say("said no to this question", "a refusé cette question"),
        "missed" => Say("let it pass before", "l’a déjà laissée passer"),
        "asked_already" => Say("is being asked already", "déjà sollicité"),
        "wave_full" => Say("would fit, but enough others are asked", "conviendrait, mais assez d’autres sont sollicités"),
        _ => verdict.Replace('_', ' '),
    };

    public string RehearseTitle => Say("What would happen now", "Ce qui se passerait maintenant");
    public string RehearseLead => Say("The ladder above, saved or not, with the people who are here at this moment, if nobody took the question.", "L’échelle ci-dessus, enregistrée ou non, avec les personnes présentes en ce moment, si personne ne prenait la question.");
    public string RehearseLanguage => Say("A question in", "Une question en");
    public string RehearseTopic => Say("About", "Sur");
    public string RehearseNoTopic => Say("no topic", "aucun sujet");
    public string Rehearse => Say("Try this ladder", "Essayer cette échelle");
    public string RehearseBroken => Say("The ladder cannot be tried while the notes above stand; mend the fields first.", "L’échelle ne peut pas être essayée tant que les remarques ci-dessus restent ; corrigez d’abord les champs.");
    public string NotAsked => Say("Who would not be asked, and why", "Qui ne serait pas sollicité, et pourquoi");

    public string RehearsedQuestion(string language, string topic) =>
        Say($"A question asked now, in {language}, about {topic}:", $"Une question posée maintenant, en {language}, sur {topic} :");

    /// <summary>When in a rehearsal.</summary>
    public string RehearsedAfter(long ms) => ms < 1_000 ? Say("At once:", "Aussitôt :") : Say($"After {ms / 1_000} s:", $"Après {ms / 1_000} s :");

    public string WouldBeOffered(string people, int rung, string kind) => Say($"offered to {people} (rung {rung}, {KindName(kind)})", $"proposée à {people} (échelon {rung}, {KindName(kind)})");
    public string WouldFindNobody(int rung, string kind) => Say($"rung {rung} ({KindName(kind)}), but nobody could be asked", $"échelon {rung} ({KindName(kind)}), mais personne ne pourrait être sollicité");
    public string WouldBeHanded(int rung) => Say($"our team sees it in its inbox (rung {rung})", $"notre équipe la voit dans sa réception (échelon {rung})");
    public string WouldBeParked => Say("kept for later, and the visitor is told so", "gardée pour plus tard, et on le dit au visiteur");
    public string TeamClosedUntil(string? until) => until is null
        ? Say("Our team is skipped: its hours are closed.", "Notre équipe est sautée : hors de ses horaires.")
        : Say($"Our team is skipped: closed until {until}.", $"Notre équipe est sautée : fermée jusqu’à {until}.");
    public string TeamAway => Say("Our team is skipped: its hours are open, but nobody of it is here and available.", "Notre équipe est sautée : aux heures d’ouverture, mais personne n’y est présent et disponible.");
    public string NoTeamRung => Say("This ladder has no rung for our team.", "Cette échelle n’a pas d’échelon pour notre équipe.");
    public string TeamHours(DateTimeOffset at) => at.ToString(Say("dddd d MMMM, HH:mm", "dddd d MMMM, HH:mm"), System.Globalization.CultureInfo.GetCultureInfo(Language));
}
