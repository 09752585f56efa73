using CommunityWidget.Numbers.Reports;

namespace CommunityWidget.Numbers.Texts;

/// <summary>Demand against presence.</summary>
public sealed partial class NumbersTexts
{
    public string Coverage => Say("Whom to recruit", "Qui recruter");
    public string CoverageMeans => Say(
        "Each field is an hour of the week by the site’s own clock: above, questions asked; below, how many super users could be asked on average. The stronger the colour, the more questions no super user answered live.",
        "Chaque case est une heure de la semaine à l’horloge du site : en haut, les questions posées ; en bas, combien de super-utilisateurs pouvaient être sollicités en moyenne. Plus la couleur est forte, plus de questions sont restées sans réponse en direct d’un super-utilisateur.");
    public string NoPresence => Say("Who could be asked is counted from now on; nobody has been seen available so far.", "La présence est relevée à partir de maintenant ; personne n’a encore été vu disponible.");
    public string PresenceSince(string day) => Say($"Who could be asked is counted since {day}; averages begin there.", $"La présence est relevée depuis le {day} ; les moyennes partent de là.");
    public string NothingMissed => Say("Super users answered every question live that was answered in these days.", "Toutes les questions répondues ces jours-là l’ont été en direct par des super-utilisateurs.");
    public string WorstTitle => Say("Where one more super user helps most", "Où un super-utilisateur de plus aide le plus");

    public string Worst(CoverageCell cell, string language, string topic) => Say(
        $"{Capital(Weekday(cell.Weekday))} {Hours(cell.Hour)}: {Number(cell.Missed)} of {Some(cell.Questions, "question", "questions")} not answered live by a super user{OnAverage(cell)}. Most of them: {language}, {topic}.",
        $"{Capital(Weekday(cell.Weekday))} {Hours(cell.Hour)} : {Some(cell.Missed, "question", "questions")} sur {Number(cell.Questions)} sans réponse en direct d’un super-utilisateur{OnAverage(cell)}. Surtout : {language}, {topic}.");

    // Where nobody has looked yet there is nothing to say.
    private string OnAverage(CoverageCell cell) => cell.People is null ? "" : Say($"; {People(cell)} available on average", $" ; {People(cell)} {Free(cell)} en moyenne");

    public string People(CoverageCell cell) => cell.People is { } people ? Decimal(people) : "–";

    // In French what is less than two is one.
    private static string Free(CoverageCell cell) => cell.People >= 2 ? "disponibles" : "disponible";

    public string HeatOf(CoverageCell cell) => Say(
        $"{Capital(Weekday(cell.Weekday))} {Hours(cell.Hour)}: {Number(cell.Questions)} asked, {Number(cell.Missed)} missed, {People(cell)} available",
        $"{Capital(Weekday(cell.Weekday))} {Hours(cell.Hour)} : {Some(cell.Questions, "posée", "posées")}, {Some(cell.Missed, "manquée", "manquées")}, {People(cell)} {Free(cell)}");

    public string HeatLabel => Say("Heat map of the week: questions asked and super users available by hour. The same stands in the table below.", "Carte de la semaine : questions posées et super-utilisateurs disponibles par heure. Le tableau ci-dessous dit la même chose.");
    public string DayHead => Say("Day", "Jour");
    public string HourHead => Say("Hour", "Heure");
    public string MissedHead => Say("Not answered live by a super user", "Sans réponse en direct d’un super-utilisateur");
    public string PeopleHead => Say("Available on average", "Disponibles en moyenne");

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
