using System.Globalization;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string HoursTitle => Say("Opening hours of our team", "Horaires de notre équipe");
    public string HoursLead => Say("When agents are asked. Super users answer whenever they like.", "Quand le service client est sollicité. Les super-utilisateurs répondent quand ils veulent.");
    public string HoursAlways => Say("Always, when somebody of the team is available", "Toujours, quand quelqu’un de l’équipe est disponible");
    public string HoursThese => Say("At these hours", "À ces heures");
    public string TimeZone => Say("Time zone", "Fuseau horaire");
    public string Day(DayOfWeek day)
    {
        var name = CultureInfo.GetCultureInfo(Language).DateTimeFormat.GetDayName(day);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    public string From(string day) => Say($"{day} from", $"{day}, de");
    public string To(string day) => Say($"{day} to", $"{day}, à");
    public string FromAgain(string day) => Say($"{day} again from", $"{day}, puis de");
    public string ToAgain(string day) => Say($"{day} again to", $"{day}, puis à");
    public string FromMore(string day, int number) => Say($"{day}, hours {number} from", $"{day}, plage {number}, de");
    public string ToMore(string day, int number) => Say($"{day}, hours {number} to", $"{day}, plage {number}, à");
    public string AddHoursOn(string day) => Say($"Add hours: {day}", $"Ajouter une plage : {day}");
    public string AndWord => Say("and", "et");

    public string DatesTitle => Say("Holidays and other days", "Jours fériés et autres jours");
    public string DatesLead => Say("Days with hours of their own. Leave the hours empty for closed all day.", "Les jours qui ont leurs propres horaires. Laissez les heures vides pour fermé toute la journée.");
    public string Country => Say("Country", "Pays");
    public string AddHolidays => Say("Add its public holidays of the next 12 months", "Ajouter ses jours fériés des 12 prochains mois");
    public string CountryName(string code)
    {
        var region = new RegionInfo(code);
        return _french ? FrenchCountries.GetValueOrDefault(code, region.EnglishName) : region.EnglishName;
    }

    private static readonly Dictionary<string, string> FrenchCountries = new()
    {
        ["FR"] = "France", ["BE"] = "Belgique", ["LU"] = "Luxembourg", ["DE"] = "Allemagne", ["ES"] = "Espagne", ["GB"] = "Angleterre et pays de Galles", ["US"] = "États-Unis",
    };

    public string NewDate => Say("One more day", "Un jour de plus");
    public string AddDate => Say("Add a day", "Ajouter un jour");
    public string DateFirst => Say("Day", "Jour");
    public string DateLast => Say("Last day, if several", "Dernier jour, si plusieurs");
    public string DateName => Say("Name, for your team", "Nom, pour votre équipe");
    public string DateYearly => Say("Every year", "Chaque année");
    public string DateOpen => Say("Open", "Ouvert");
    public string HoursUnfinished => Say("The hours are not complete yet.", "Les horaires ne sont pas encore complets.");

    /// <summary>What hours mean at a moment, told by the shop's own clock.</summary>
    public string HoursNow(Hours hours, DateTimeOffset now)
    {
        var (open, change) = (hours.OpenAt(now), hours.NextChange(now));
        if (change is not { } at) return open ? Say("Open now, always.", "Ouvert maintenant, toujours.") : Say("Closed now, and never open.", "Fermé maintenant, et jamais ouvert.");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(hours.TimeZone);
        var when = SaidAhead(TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(now, zone));
        return open
            ? Say($"Open now, closes {when}.", $"Ouvert maintenant, ferme {when}.")
            : Say($"Closed now, opens {when}.", $"Fermé maintenant, ouvre {when}.");
    }

    private string SaidAhead(DateTimeOffset at, DateTimeOffset now)
    {
        var culture = CultureInfo.GetCultureInfo(Language);
        var days = DateOnly.FromDateTime(at.DateTime).DayNumber - DateOnly.FromDateTime(now.DateTime).DayNumber;
        var day = days switch
        {
            0 => Say("today", "aujourd’hui"),
            1 => Say("tomorrow", "demain"),
            < 7 => at.ToString("dddd", culture),
            _ => at.ToString("dddd d MMMM", culture),
        };
        var time = at.ToString("H:mm", CultureInfo.InvariantCulture);
        return Say($"{day} at {time}", $"{day} à {time}");
    }
}
