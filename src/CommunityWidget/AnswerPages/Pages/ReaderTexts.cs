namespace CommunityWidget.AnswerPages.Pages;

/// <summary>What an answer page says to its readers, and asks of them; both languages of a text stand beside each other.</summary>
public sealed class ReaderTexts
{
    private static readonly ReaderTexts English = new("en"), French = new("fr");

    private readonly bool _french;

    private ReaderTexts(string language) => (Language, _french) = (language, language == "fr");

    public string Language { get; }

    public static ReaderTexts In(string language) => language == "fr" ? French : English;

    public string Trail => Say("Where you are", "Où vous êtes");
    public string Asked => Say("Asked", "Question posée");
    public string Product => Say("About", "À propos de");
    public string OtherAnswers(int count) => count == 1 ? Say("Another answer", "Une autre réponse") : Say($"{count} other answers", $"{count} autres réponses");
    public string Answers(int count) => count == 1 ? Say("One answer", "Une réponse") : Say($"{count} answers", $"{count} réponses");
    public string PartTitle(int first, int last) => first == last ? Say($"Answer {first}", $"Réponse {first}") : Say($"Answers {first} to {last}", $"Réponses {first} à {last}");
    public string PartOf(int first, int last, int all) => Say($"{PartTitle(first, last)} of {Number(all)}", $"{PartTitle(first, last)} sur {Number(all)}");
    public string MoreAnswers => Say("More answers", "Plus de réponses");
    public string Parts => Say("Parts of the answers", "Parties des réponses");
    public string NoAnswer => Say("Nobody has answered this here yet", "Personne n’a encore répondu ici");
    public string NoAnswerHint => Say("If you know, write the first answer below. If you need to know too, ask: somebody will look into it.", "Si vous savez, écrivez la première réponse ci-dessous. Si vous voulez savoir aussi, posez la question : quelqu’un s’en occupera.");
    public string NoneAccepted => Say("None of them was accepted so far.", "Aucune n’a été acceptée pour l’instant.");

    public string Reader => Say("a reader", "une personne de passage");
    public string VolunteerSince(string when) => Say($"volunteer since {when}", $"bénévole depuis {when}");
    public string TeamSince(string when) => Say($"shop team, since {when}", $"équipe de la boutique, depuis {when}");
    public string Thanks(long count) => count == 1 ? Say("thanked once", "un merci reçu") : Say($"thanked {count} times", $"{count} mercis reçus");

    public string Outdated => Say("This may be true no longer", "Ceci n’est peut-être plus vrai");
    public string OutdatedSince(string when) => Say($"So it was said on {when}. Check it before you rely on it, or ask again below.", $"C’est ce qui a été dit le {when}. Vérifiez avant de vous y fier, ou reposez la question ci-dessous.");
    public string Checked => Say("Its author said that it is still true", "Son auteur a confirmé que c’est toujours vrai");

    public string DidHelp => Say("Did this help?", "Cela vous a-t-il aidé ?");
    public string Yes => Say("Yes", "Oui");
    public string No => Say("No", "Non");
    public string NotTrue => Say("It is no longer true", "Ce n’est plus vrai");
    public string ThisHelped => Say("This one helped me", "Celle-ci m’a aidé");
    public string Helped(long count) => count == 1 ? Say("It helped one reader.", "Une personne y a trouvé de l’aide.") : Say($"It helped {count} readers.", $"{count} personnes y ont trouvé de l’aide.");
    public string HelpedBy(long count) => count == 1 ? Say("Helped 1 reader", "A aidé 1 personne") : Say($"Helped {Number(count)} readers", $"A aidé {Number(count)} personnes");
    public string Related => Say("Related questions", "Questions proches");

    public string StillNeedHelp => Say("Still need help?", "Encore besoin d’aide ?");
    public string AskLead => Say("Ask our community. Volunteers who know the products answer, and our team where they cannot.", "Demandez à notre communauté. Des bénévoles qui connaissent les produits vous répondent, et notre équipe prend le relais au besoin.");
    public string YourQuestion => Say("What would you like to know?", "Que voulez-vous savoir ?");
    public string YourEmail => Say("E-mail, for the answer (optional)", "E-mail, pour la réponse (facultatif)");
    public string Ask => Say("Send the question", "Envoyer la question");
    public string AskTitle => Say("Ask a question", "Poser une question");

    public string AddAnswer => Say("Do you know better? Add an answer", "Vous savez mieux ? Ajoutez votre réponse");
    public string AddLead => Say("No account needed. A moderator reads it before it appears; leave out addresses and telephone numbers.", "Aucun compte n’est nécessaire. La modération lit la réponse avant sa publication ; n’y mettez ni adresse ni numéro de téléphone.");
    public string YourName => Say("Your first name or a nickname", "Votre prénom ou un pseudonyme");
    public string YourAnswer => Say("Your answer", "Votre réponse");
    public string SendAnswer => Say("Send the answer", "Envoyer la réponse");
    public string AddTitle => Say("Add an answer", "Ajouter une réponse");
    public string Back => Say("Back to the question", "Retour à la question");
    public string LeaveEmpty => Say("Leave this field empty", "Laissez ce champ vide");

    public string MonthYear(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("MMMM yyyy", PageLanguage.Of(Language).Culture);

    /// <summary>How long ago, as people say it; by days, so that a page reads the same all day.</summary>
    public string Ago(long at, long now) => ((now / DayMs) - (at / DayMs)) switch
    {
        <= 0 => Say("today", "aujourd’hui"),
        1 => Say("yesterday", "hier"),
        < 31 and var d => Say($"{d} days ago", $"il y a {d} jours"),
        < 61 => Say("a month ago", "il y a un mois"),
        < 365 and var d => Say($"{d / 30} months ago", $"il y a {d / 30} mois"),
        < 730 => Say("a year ago", "il y a un an"),
        var d => Say($"{d / 365} years ago", $"il y a {d / 365} ans"),
    };

    private string Number(long count) => count.ToString("#,0", PageLanguage.Of(Language).Culture);

    private const long DayMs = 86_400_000;

    private string Say(string english, string french) => _french ? french : english;
}
