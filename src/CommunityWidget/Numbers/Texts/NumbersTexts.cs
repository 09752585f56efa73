using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;

namespace CommunityWidget.Numbers.Texts;

/// <summary>The words of the numbers and of Explain; both languages of a text stand beside each other.</summary>
public sealed partial class NumbersTexts
{
    private static readonly NumbersTexts English = new("en"), French = new("fr");

    private readonly bool _french;

    private NumbersTexts(string language) => (Language, _french, Culture) = (language, language == "fr", CultureInfo.GetCultureInfo(language == "fr" ? "fr-FR" : "en-GB"));

    public string Language { get; }

    public CultureInfo Culture { get; }

    public static NumbersTexts In(string language) => language == "fr" ? French : English;

    public string Title => Say("Numbers", "Chiffres");
    public string PeriodLabel => Say("Period", "Période");
    public string From => Say("From", "Du");
    public string To => Say("To", "Au");
    public string LanguageLabel => Say("Questions in", "Questions en");
    public string TopicLabel => Say("Questions about", "Questions sur");
    public string AllLanguages => Say("All languages", "Toutes les langues");
    public string AllTopics => Say("All topics", "Tous les sujets");
    public string NoTopic => Say("No topic", "Sans sujet");
    public string Show => Say("Show", "Afficher");
    public string PeriodProblem => Say("These days could not be shown; below are the last 30. What you typed is still there.", "Ces jours n’ont pas pu être affichés ; voici les 30 derniers. Votre saisie est conservée.");
    public string StillCounting => Say("Older conversations are still being counted. The numbers grow until that is done; reload the page in a minute.", "Les conversations plus anciennes sont encore en cours de décompte. Les chiffres augmenteront jusqu’à la fin ; rechargez la page dans une minute.");
    public string Nothing => Say("No question was asked in these days. Once visitors ask, you see here who answered them, how fast, and how content they were.", "Aucune question n’a été posée ces jours-là. Dès que des visiteurs en posent, vous voyez ici qui leur a répondu, à quelle vitesse, et s’ils étaient satisfaits.");
    public string NothingDo => Say("Choose other days above, or see on the overview whether the tag is in place.", "Choisissez d’autres jours ci-dessus, ou vérifiez sur la vue d’ensemble que la balise est en place.");
    public string Cohort => Say("Every number speaks of the questions asked in these days, whenever they were answered: a late answer or a new rating still changes it.", "Chaque chiffre porte sur les questions posées ces jours-là, quelle que soit la date de réponse : une réponse tardive ou une nouvelle note le modifie encore.");
    public string AsTable => Say("As a table", "En tableau");
    public string Download => Say("Download (CSV)", "Télécharger (CSV)");
    public string Count => Say("Count", "Nombre");
    public string ShareHead => Say("Share", "Part");
    public string BeforeHead => Say("Before", "Avant");
    public string Meaning => Say("What it counts", "Ce qui est compté");

    public string Preset(string preset) => preset switch
    {
        "1" => Say("Today", "Aujourd’hui"),
        "7" => Say("7 days", "7 jours"),
        "90" => Say("90 days", "90 jours"),
        "365" => Say("12 months", "12 mois"),
        PeriodForm.Month => Say("This month", "Ce mois-ci"),
        PeriodForm.LastMonth => Say("Last month", "Le mois dernier"),
        _ => Say("30 days", "30 jours"),
    };

    public string Speaks(Period period, string zone) => Say(
        $"{Days(period)}, by the clock of {zone}, compared with {Days(period.Before)}.",
        $"{Capital(Days(period))}, fuseau horaire {zone}, par rapport {ToFrench(period.Before)}.");

    private string ToFrench(Period before) => before.Days == 1 ? $"au {Day(before.From)}" : $"à la période {Days(before)}";

    public string Days(Period period) => period.Days == 1 ? Day(period.From) : Say($"{Day(period.From)} to {Day(period.To)}", $"du {Day(period.From)} au {Day(period.To)}");

    public string Day(DateOnly day) => day.ToString("d MMM yyyy", Culture);

    /// <summary>The day or week a bar stands for.</summary>
    public string Bar(DateOnly day, bool week) => week ? Say($"Week from {Day(day)}", $"Semaine du {Day(day)}") : day.ToString("ddd d MMM", Culture);

    public string Weekday(int monday0) => Culture.DateTimeFormat.GetDayName((DayOfWeek)((monday0 + 1) % 7));

    public string WeekdayShort(int monday0) => Culture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)((monday0 + 1) % 7)).TrimEnd('.');

    public string Hours(int hour) => Say($"{hour}:00–{hour + 1}:00", $"{hour} h–{hour + 1} h");

    public string Rung(string kind) => kind switch
    {
        RungKinds.Topic => Say("Super users who know the topic", "Super-utilisateurs du sujet"),
        RungKinds.Anyone => Say("Any super user", "Tout super-utilisateur"),
        RungKinds.Agents => Say("Our team", "Notre équipe"),
        RungKinds.Parked => Say("Later, once parked", "Plus tard, une fois gardée"),
        _ => kind,
    };

    public string EndName(string end) => end switch
    {
        Ends.SuperUsers => Say("Super users", "Super-utilisateurs"),
        Ends.Team => Say("Our team", "Notre équipe"),
        Ends.Later => Say("Later", "Plus tard"),
        Ends.Open => Say("Not answered yet", "Pas encore de réponse"),
        Ends.Withdrawn => Say("Never: withdrawn", "Jamais : retirée"),
        Ends.Wordless => Say("Never: taken, nothing said", "Jamais : prise, rien de dit"),
        Ends.Unanswered => Say("Never: nobody took it", "Jamais : personne ne l’a prise"),
        Ends.KeptBack => Say("Never: not let through", "Jamais : non laissée passer"),
        _ => end,
    };

    public string Somebody => Say("Somebody who left", "Une personne partie");

    public string Number(long number) => number.ToString("N0", Culture);

    public string Decimal(double? number) => number is { } known ? known.ToString("0.0", Culture) : "–";

    public string Share(double? share) => share is { } known ? known.ToString(known is > 0 and < 0.01 or > 0.99 and < 1 ? "P1" : "P0", Culture) : "–";

    /// <summary>How long something took, as people say it.</summary>
    public string Took(long? ms) => ms switch
    {
        null => "–",
        < 10_000 => $"{Decimal(ms / 1_000.0)}\u00a0s",
        < 60_000 => $"{ms / 1_000}\u00a0s",
        < 3_600_000 => $"{ms / 60_000}\u00a0min\u00a0{ms / 1_000 % 60:00}\u00a0s",
        < 86_400_000 => $"{ms / 3_600_000}\u00a0h\u00a0{ms / 60_000 % 60:00}",
        _ => Say($"{ms / 86_400_000}\u00a0d\u00a0{ms / 3_600_000 % 24}\u00a0h", $"{ms / 86_400_000}\u00a0j\u00a0{ms / 3_600_000 % 24}\u00a0h"),
    };

    /// <summary>How a number moved since the period before.</summary>
    public string Was(string before) => Say($"before: {before}", $"avant : {before}");

    /// <summary>A name and what it stands for.</summary>
    public string Named(string name, string what) => Say($"{name}: {what}", $"{name} : {what}");

    // In French what is less than two is one.
    private string Some(long count, string one, string many) => $"{Number(count)} {(count == 1 || (_french && count == 0) ? one : many)}";

    private string Say(string english, string french) => _french ? french : english;
}
