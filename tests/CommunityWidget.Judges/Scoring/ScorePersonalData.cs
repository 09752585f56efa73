using System.Globalization;
using CommunityWidget.Judges.Floors;
using CommunityWidget.Judges.Sets;
using CommunityWidget.Moderation.PersonalData;

namespace CommunityWidget.Judges.Scoring;

/// <summary>Personal data: found means that not one letter or digit of the marked place can be read any more.</summary>
internal static class ScorePersonalData
{
    public static void Run(DataFolder data, TextWriter to)
    {
        to.WriteLine();
        to.WriteLine("## Personal data");
        to.WriteLine();
        to.WriteLine("The share of marked places of which not one letter or digit is left. Nothing here is learned, so nothing is split.");
        to.WriteLine();
        to.WriteLine("| | rows | shipped | regex floor |");
        to.WriteLine("|---|---|---|---|");
        foreach (var kind in PersonalSets.Presidio(data).GroupBy(m => m.Kind).OrderByDescending(g => g.Count())) Line(to, $"presidio {kind.Key}", kind);
        foreach (var format in new[] { "e164", "international", "national", "rfc3966" })
        {
            Line(to, $"phones {format}, in a sentence", PersonalSets.Phones(data, format, alone: false));
            Line(to, $"phones {format}, alone", PersonalSets.Phones(data, format, alone: true));
        }
        var inText = PersonalSets.PhonesInText(data).ToList();
        to.WriteLine($"| phones-in-text, possible | {inText.Count(t => t.IsPhone)} | {inText.Count(t => t.IsPhone && IsChanged(t.Text))} | {inText.Count(t => t.IsPhone && RegexFloor.Find(t.Text).Any())} |\n| phones-in-text, impossible, hit | {inText.Count(t => !t.IsPhone)} | {inText.Count(t => !t.IsPhone && IsChanged(t.Text))} | {inText.Count(t => !t.IsPhone && RegexFloor.Find(t.Text).Any())} |");
        Line(to, "ibans, plain and spaced", PersonalSets.Accounts(data));
        Line(to, "identities, e-mail", PersonalSets.Identities(data, "EmailAddress", "Write to {0}.", "Mon adresse : {0}", "({0})"));
        Line(to, "identities, e-mail spelled out", Spelled(data));
        Line(to, "identities, phone", PersonalSets.Identities(data, "TelephoneNumber", "Call me: {0}", "Mon téléphone est le {0}."));
        Line(to, "identities, phone alone", PersonalSets.Identities(data, "TelephoneNumber", "{0}"));
        Line(to, "identities, full name", PersonalSets.People(data, "My name is {0}.", "Je m'appelle {0} et j'ai une question.", "Mme {0}"));
        Line(to, "identities, address fr be ch ca", PersonalSets.Addresses(data, "FR BE CH", "J'habite au {0}.", "Livrez au {0} svp"));
        Line(to, "identities, address gb us ca au", PersonalSets.Addresses(data, "GB US CA AU", "I live at {0}.", "Ship it to {0} please"));
        Beside(to, data);
    }

    private static IEnumerable<MarkedText> Spelled(DataFolder data) => PersonalSets.Identities(data, "EmailAddress", "{0}").Select((m, i) =>
    {
        var (at, dot, before) = i % 3 == 0 ? (" at ", " dot ", "write to ") : i % 3 == 1 ? (" arobase ", " point ", "mon mail ") : ("(at)", ".", "mail me: ");
        var address = m.Text.Replace("@", at, StringComparison.Ordinal).Replace(".", dot, StringComparison.Ordinal);
        return new MarkedText(before + address, m.Kind, before.Length, address.Length);
    });

    // How many texts lose something that nobody marked.
    private static void Beside(TextWriter to, DataFolder data)
    {
        var texts = PersonalSets.PresidioTexts(data).ToList();
        var wrong = texts.Sum(t => PersonalDataMasker.Find(t.Text).Count(f => !t.Marked.Any(m => f.Start < m.End && m.Start < f.End)));
        to.WriteLine($"| presidio, hidden but not marked | {texts.Count} | {wrong} places | |");
    }

    private static void Line(TextWriter to, string name, IEnumerable<MarkedText> rows)
    {
        var (all, ours, floor, missed) = (0, 0, 0, new List<string>());
        foreach (var row in rows)
        {
            all++;
            var hidden = IsHidden(row, PersonalDataMasker.Find(row.Text).Select(f => (f.Start, f.End)));
            if (hidden) ours++;
            else missed.Add(row.Text.Substring(row.Start, row.Length));
            if (IsHidden(row, RegexFloor.Find(row.Text))) floor++;
        }
        if (all == 0) return;
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {all} | {100.0 * ours / all:0.0} % | {100.0 * floor / all:0.0} % |"));
        if (Environment.GetEnvironmentVariable("SHOW") is not null) to.WriteLine($"      {string.Join(" | ", missed.Take(25)).ReplaceLineEndings(" ")}");
    }

    private static bool IsHidden(MarkedText row, IEnumerable<(int Start, int End)> found)
    {
        var hidden = new bool[row.Text.Length];
        foreach (var (start, end) in found) Array.Fill(hidden, true, start, end - start);
        return Enumerable.Range(row.Start, row.Length).All(i => hidden[i] || !char.IsLetterOrDigit(row.Text[i]));
    }

    private static bool IsChanged(string text) => PersonalDataMasker.Find(text).Count > 0;
}
