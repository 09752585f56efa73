namespace CommunityWidget.Moderation.Sanctions;

/// <summary>What members are told: kinds, reasons to begin with, and mails; both languages of a text stand beside each other.</summary>
public sealed class SanctionTexts
{
    private static readonly SanctionTexts English = new("en"), French = new("fr");

    private readonly bool _french;

    private SanctionTexts(string language) => (Language, _french) = (language, language == "fr");

    public string Language { get; }

    public static SanctionTexts In(string language) => language == "fr" ? French : English;

    /// <summary>Reasons a moderator may begin with.</summary>
    public IReadOnlyDictionary<string, string> Reasons => new Dictionary<string, string>
    {
        ["respect"] = Say("Visitors and members are to be treated with respect, also when they are wrong or in a bad mood.", "Visiteurs et membres doivent être traités avec respect, même lorsqu’ils se trompent ou s’énervent."),
        ["private"] = Say("Never ask for or pass on personal data such as addresses, phone numbers, passwords or card numbers.", "Il ne faut jamais demander ni transmettre de données personnelles : adresses, téléphones, mots de passe, numéros de carte."),
        ["advertising"] = Say("Answers are there to help, not to advertise something else.", "Les réponses servent à aider, pas à faire de la publicité pour autre chose."),
        ["untrue"] = Say("Answers should be true as far as you know; say so when you are not sure.", "Les réponses doivent être exactes autant que vous le sachiez ; dites-le lorsque vous avez un doute."),
        ["reliable"] = Say("Whoever accepts a question sees it through, or gives it back.", "Qui accepte une question la mène à terme, ou la rend."),
    };

    public string ReasonName(string reason) => reason switch
    {
        "respect" => Say("Respect", "Courtoisie"),
        "private" => Say("Personal data", "Données personnelles"),
        "advertising" => Say("Advertising", "Publicité"),
        "untrue" => Say("Wrong answers", "Réponses inexactes"),
        _ => Say("Questions left alone", "Questions abandonnées"),
    };

    public string Kind(string kind) => kind switch
    {
        SanctionKinds.Reminder => Say("Reminder of the charter", "Rappel de la charte"),
        SanctionKinds.Probation => Say("Probation", "Mise à l’épreuve"),
        SanctionKinds.Suspension => Say("Suspension", "Suspension temporaire"),
        _ => Say("Exclusion", "Exclusion définitive"),
    };

    /// <summary>What it means for the member.</summary>
    public string Meaning(string kind) => kind switch
    {
        SanctionKinds.Reminder => Say("Nothing changes for you; please keep it in mind.", "Rien ne change pour vous ; merci d’en tenir compte."),
        SanctionKinds.Probation => Say("You go on helping. Until it ends, what you write is read by a moderator before it is published.", "Vous continuez à aider. D’ici la fin, vos textes sont relus par la modération avant publication."),
        SanctionKinds.Suspension => Say("Until it ends you are offered no questions and cannot write. It ends by itself.", "D’ici la fin, aucune question ne vous est proposée et vous ne pouvez pas écrire. Elle se termine d’elle-même."),
        _ => Say("You cannot take part any more, unless it is lifted.", "Vous ne pouvez plus participer, sauf si elle est levée."),
    };

    public string MailIssued(string site) => Say($"{site}: a word from the moderators", $"{site} : un mot de la modération");
    public string MailLifted(string site) => Say($"{site}: a sanction was lifted", $"{site} : une sanction a été levée");
    public string MailAnswered(string site) => Say($"{site}: your objection was answered", $"{site} : réponse à votre contestation");
    public string MailText(string name, string site, string kind) => Say($"Hello {name}, the moderators of {site} have written to you. {Kind(kind)}. {Meaning(kind)} Their reason is on your page.", $"Bonjour {name}, la modération de {site} vous a écrit. {Kind(kind)}. {Meaning(kind)} Le motif figure sur votre page.");
    public string MailTextNews(string name, string site) => Say($"Hello {name}, the moderators of {site} have decided. Your page says how things stand.", $"Bonjour {name}, la modération de {site} a pris une décision. Votre page indique où vous en êtes.");
    public string MailButton => Say("Read it on my page", "La lire sur ma page");
    public string MailAfter => Say("There you can also object, once, in your own words. This page opens while you are suspended too.", "Vous pouvez aussi y contester, une fois, avec vos mots. Cette page s’ouvre également pendant une suspension.");

    private string Say(string english, string french) => _french ? french : english;
}
