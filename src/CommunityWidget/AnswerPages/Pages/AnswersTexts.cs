namespace CommunityWidget.AnswerPages.Pages;

/// <summary>The words of the public pages.</summary>
public sealed record AnswersTexts(
    string Questions,
    string Empty,
    string EmptyHint,
    string AcceptedAnswer,
    string By,
    string AllQuestions,
    string Skip,
    string Gone,
    string GoneHint,
    string Deleted,
    string LanguageName)
{
    public string Asker { get; private init; } = "a visitor";
    public string Report { get; private init; } = "Report this page";
    public string ReportLead { get; private init; } = "Tell our moderators what is wrong with it. You need not say who you are.";
    public string ReportReason { get; private init; } = "What is wrong?";
    public string ReportWords { get; private init; } = "A few words, if you like";
    public string ReportSend { get; private init; } = "Send the report";
    public string LeaveEmpty { get; private init; } = "Leave this field empty";

    public IReadOnlyDictionary<string, string> ReportReasons { get; private init; } = new Dictionary<string, string>
    {
        ["unkind"] = "It is insulting or hateful", ["personal"] = "It tells who somebody is", ["wrong"] = "It is wrong or dangerous", ["spam"] = "It is advertising", ["other"] = "Something else",
    };

    public string ReportTitle { get; private init; } = "Your report";

    /// <summary>What became of a report, by its state; and why none was taken.</summary>
    public IReadOnlyDictionary<string, string> ReportOutcomes { get; private init; } = new Dictionary<string, string>
    {
        ["open"] = "Thank you. A moderator looks at it; keep the address of this page if you want to know what becomes of it.",
        ["upheld"] = "Thank you, you were right: we did something about it.",
        ["dismissed"] = "We looked at it and left the page as it is. Thank you for caring.",
        ["erased"] = "This report was erased. The same can be reported again from tomorrow on.",
        ["thanks"] = "Thank you. A moderator looks at it.",
        ["refused"] = "That could not be reported. The page is not public any more.",
    };

    private static readonly AnswersTexts English = new(
        "Questions and answers",
        "No answers here yet",
        "Answers given by our community appear here once they are published. Meanwhile, ask below, or in the corner of this page.",
        "Accepted answer",
        "Answered by",
        "All questions",
        "Skip to content",
        "This answer was withdrawn",
        "It is no longer public. Other questions may help:",
        "[deleted]",
        "English");

    private static readonly AnswersTexts French = new(
        "Questions et réponses",
        "Pas encore de réponse ici",
        "Les réponses de notre communauté apparaissent ici une fois publiées. En attendant, posez votre question ci-dessous, ou dans le coin de cette page.",
        "Réponse acceptée",
        "Réponse de",
        "Toutes les questions",
        "Aller au contenu",
        "Cette réponse a été retirée",
        "Elle n’est plus publique. D’autres questions peuvent vous aider\u00a0:",
        "[supprimé]",
        "Français")
    {
        Asker = "un visiteur",
        Report = "Signaler cette page",
        ReportLead = "Dites à notre modération ce qui ne va pas. Vous n’avez pas à dire qui vous êtes.",
        ReportReason = "Qu’est-ce qui ne va pas\u202f?",
        ReportWords = "Quelques mots, si vous le souhaitez",
        ReportSend = "Envoyer le signalement",
        LeaveEmpty = "Laissez ce champ vide",
        ReportReasons = new Dictionary<string, string>
        {
            ["unkind"] = "C’est insultant ou haineux", ["personal"] = "Cela révèle l’identité de quelqu’un", ["wrong"] = "C’est faux ou dangereux", ["spam"] = "C’est de la publicité", ["other"] = "Autre chose",
        },
        ReportTitle = "Votre signalement",
        ReportOutcomes = new Dictionary<string, string>
        {
            ["open"] = "Merci. La modération va l’examiner\u202f; gardez l’adresse de cette page si vous voulez connaître la suite.",
            ["upheld"] = "Merci, vous aviez raison\u00a0: nous avons fait le nécessaire.",
            ["dismissed"] = "Nous avons vérifié et laissé la page telle quelle. Merci de votre vigilance.",
            ["erased"] = "Ce signalement a été effacé. La même chose pourra être signalée à nouveau dès demain.",
            ["thanks"] = "Merci. La modération va l’examiner.",
            ["refused"] = "Ce signalement n’a pas pu être enregistré. La page n’est plus publique.",
        },
    };

    public static AnswersTexts In(string language) => language == "fr" ? French : English;
}
