namespace CommunityWidget.AnswerPages.Pages;

/// <summary>The words of the public pages.</summary>
public sealed record AnswersTexts(
    string Questions,
    string Empty,
    string EmptyHint,
    string Asked,
    string AcceptedAnswer,
    string OtherAnswer,
    string By,
    string Volunteer,
    string Team,
    string AllQuestions,
    string Skip,
    string Gone,
    string GoneHint,
    string Deleted,
    string LanguageName)
{
    private static readonly AnswersTexts English = new(
        "Questions and answers",
        "No answers here yet",
        "Answers given by our community appear here once they are published. Meanwhile, ask in the corner of this page.",
        "Asked on",
        "Accepted answer",
        "Another answer",
        "Answered by",
        "volunteer",
        "shop team",
        "All questions",
        "Skip to content",
        "This answer was withdrawn",
        "It is no longer public. Other questions may help:",
        "[deleted]",
        "English");

    private static readonly AnswersTexts French = new(
        "Questions et réponses",
        "Pas encore de réponse ici",
        "Les réponses de notre communauté apparaissent ici une fois publiées. En attendant, posez votre question dans le coin de cette page.",
        "Question posée le",
        "Réponse acceptée",
        "Autre réponse",
        "Réponse de",
        "bénévole",
        "équipe de la boutique",
        "Toutes les questions",
        "Aller au contenu",
        "Cette réponse a été retirée",
        "Elle n’est plus publique. D’autres questions peuvent vous aider\u00a0:",
        "[supprimé]",
        "Français");

    public static AnswersTexts In(string language) => language == "fr" ? French : English;
}
