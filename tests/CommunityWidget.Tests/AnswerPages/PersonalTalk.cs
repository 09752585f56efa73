using System.Globalization;
using System.Text.Json;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Architecture;

namespace CommunityWidget.Tests.AnswerPages;

using Judges = CommunityWidget.Moderation.Judging.Judges;

/// <summary>Conversations with personal data of every kind: invented here, and a sample of the sets where they lie beside the project.</summary>
internal static class PersonalTalk
{
    public const string Email = "jeanne.martin@mail.example";

    // PUBLISHED_SPANS=100000 publishes every row of every set.
    private static readonly int Sampled = int.TryParse(Environment.GetEnvironmentVariable("PUBLISHED_SPANS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : 8;

    private static readonly int InOneText = Sampled > 100 ? 20 : 5;

    private static readonly Site Shop = new() { Id = Guid.CreateVersion7(), Languages = "en fr" };

    public static IReadOnlyList<(string Asked, string Answered)> All() => [.. Ours, .. Sample()];

    private static readonly (string, string)[] Ours =
    [
        ($"Does the lamp dim? Write to {Email} or call me on 06 12 34 56 78, my order number is AB-104233.", "It does. I am at +44 20 7946 0958, and my name is Peter Miller. Card 4111 1111 1111 1111 works."),
        ("Does the brass lamp fade? My IBAN is FR76 3000 6000 0112 3456 7890 189, and I live at 12 Baker Street, London NW1 6XE.", "It does not fade. My SSN is 078-05-1120, my router 192.168.0.12 and 2001:db8::ff00:42:8329 ."),
        ("La lampe chauffe-t-elle ? Je m'appelle Jeanne Martin, j'habite au 12 bis, rue de la Paix, 75002 Paris. jean arobase orange point fr", "Très peu. Appelez le 01.23.45.67.89, ma sécu est 1 85 05 78 006 084 91."),
    ];

    // Of each set some, spread over all of it; what a judge would stop becomes no page.
    private static IEnumerable<(string, string)> Sample()
    {
        var folder = Path.Combine(Repository.Root, "../shared/data/personal-data");
        if (!Directory.Exists(folder)) return [];
        var texts = Spread(Lines(folder, "phones.jsonl", "international").Select(number => $"Call me on {number} please."))
            .Concat(Spread(Lines(folder, "phones.jsonl", "national").Select(number => $"My phone number is {number} as ever.")))
            .Concat(Spread(Lines(folder, "ibans.jsonl", "iban").Select(iban => $"Here is my IBAN: {iban} thanks.")))
            .Concat(Spread(JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "presidio.json"))).RootElement.EnumerateArray().Select(row => row.GetProperty("full_text").GetString()!.ReplaceLineEndings(" "))))
            .Concat(Spread(File.ReadLines(Path.Combine(folder, "identities.csv")).Skip(1).Select(row => row.Split(',')).Where(row => row.Length > 18).Select(row => $"Write to {row[14]} or ring {row[17]}.")));
        return [.. texts.Where(Fits).Chunk(2 * InOneText).Where(some => some.Length == 2 * InOneText)
            .Select(some => ($"Does the lamp dim?\n{string.Join('\n', some[..InOneText])}", $"It does, I tried it.\n{string.Join('\n', some[InOneText..])}")).Where(talk => Fits(talk.Item1) && Fits(talk.Item2))];
    }

    private static bool Fits(string text) => new Judges().Look(Shop, text) is { Refusal: null, IsHeld: false };

    private static IEnumerable<string> Lines(string folder, string file, string column) => File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0)
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty(column)).Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!);

    private static IEnumerable<string> Spread(IEnumerable<string> rows)
    {
        var all = rows.ToList();
        var some = Math.Min(Sampled, all.Count);
        return Enumerable.Range(0, some).Select(i => all[i * all.Count / some]);
    }
}
