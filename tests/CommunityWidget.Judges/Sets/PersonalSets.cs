using System.Text.Json;

namespace CommunityWidget.Judges.Sets;

/// <summary>A text with the places in it that must not be read.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What kind of data.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
internal sealed record MarkedText(string Text, string Kind, int Start, int Length);

/// <summary>Personal data in sentences: as marked by others, or put into sentences of ours, in turns.</summary>
internal static class PersonalSets
{
    private static readonly string[] EnglishPhones = ["You can call me on {0} after six.", "My phone number is {0}.", "Reach me at {0}, thanks.", "tel. {0}"];
    private static readonly string[] FrenchPhones = ["Appelez-moi au {0} après 18 h.", "Mon numéro est le {0}.", "Je suis joignable au {0}, merci.", "Tél. : {0}"];
    private static readonly string[] Ibans = ["My IBAN is {0}.", "Please refund me on {0}, thanks.", "Voici mon IBAN : {0}", "Remboursez-moi sur {0} svp"];

    public static IEnumerable<MarkedText> Presidio(DataFolder data) => data.Json("personal-data", "presidio.json").SelectMany(row => row.GetProperty("spans").EnumerateArray().Select(span => new MarkedText(
        row.GetProperty("full_text").GetString()!,
        span.GetProperty("entity_type").GetString()!,
        span.GetProperty("start_position").GetInt32(),
        span.GetProperty("end_position").GetInt32() - span.GetProperty("start_position").GetInt32())));

    /// <summary>How many texts of that set there are, for what is hidden beside the marked places.</summary>
    public static IEnumerable<(string Text, IReadOnlyList<(int Start, int End)> Marked)> PresidioTexts(DataFolder data) => data.Json("personal-data", "presidio.json").Select(row => (
        row.GetProperty("full_text").GetString()!,
        (IReadOnlyList<(int, int)>)[.. row.GetProperty("spans").EnumerateArray().Select(span => (span.GetProperty("start_position").GetInt32(), span.GetProperty("end_position").GetInt32()))]));

    public static IEnumerable<MarkedText> Phones(DataFolder data, string format, bool alone) => data.JsonLines("personal-data", "phones.jsonl")
        .Where(row => row.TryGetProperty(format, out var number) && number.ValueKind == JsonValueKind.String)
        .Select((row, i) => In(alone ? "{0}" : (i % 2 == 0 ? EnglishPhones : FrenchPhones)[i / 2 % 4], row.GetProperty(format).GetString()!, "PHONE"));

    public static IEnumerable<(string Text, bool IsPhone)> PhonesInText(DataFolder data) => data.JsonLines("personal-data", "phones-in-text.jsonl")
        .Select(row => (row.GetProperty("text").GetString()!, !row.GetProperty("group").GetString()!.StartsWith("IMPOSSIBLE", StringComparison.Ordinal)));

    public static IEnumerable<MarkedText> Accounts(DataFolder data) => data.JsonLines("personal-data", "ibans.jsonl").Where(row => row.GetProperty("checksum_ok").GetBoolean())
        .SelectMany((row, i) => new[] { row.GetProperty("iban").GetString()!, Spaced(row.GetProperty("iban").GetString()!) }.Select(iban => In(Ibans[i % 4], iban, "IBAN")));

    /// <summary>Invented people in sentences of ours.</summary>
    public static IEnumerable<MarkedText> Identities(DataFolder data, string column, params string[] sentences) => data.Csv("personal-data", "identities.csv")
        .Where(row => row[column].Length > 0).Select((row, i) => In(sentences[i % sentences.Length], row[column], column));

    public static IEnumerable<MarkedText> People(DataFolder data, params string[] sentences) => data.Csv("personal-data", "identities.csv")
        .Select((row, i) => In(sentences[i % sentences.Length], $"{row["GivenName"]} {row["Surname"]}", "NAME"));

    public static IEnumerable<MarkedText> Addresses(DataFolder data, string countries, params string[] sentences) => data.Csv("personal-data", "identities.csv")
        .Where(row => countries.Contains(row["Country"], StringComparison.Ordinal) && row["StreetAddress"].Length > 0)
        .Select((row, i) => In(sentences[i % sentences.Length], $"{row["StreetAddress"]}, {row["ZipCode"]} {row["City"]}", "ADDRESS"));

    private static MarkedText In(string sentence, string data, string kind) =>
        new(sentence.Replace("{0}", data, StringComparison.Ordinal), kind, sentence.IndexOf("{0}", StringComparison.Ordinal), data.Length);

    private static string Spaced(string iban) => string.Join(' ', iban.Chunk(4).Select(four => new string(four)));
}
