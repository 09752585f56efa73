using System.Globalization;
using System.Text.Json;
using CommunityWidget.Admin.Texts;
using CommunityWidget.People;

namespace CommunityWidget.Admin.Pages;

/// <summary>A change as the list shows it: names are looked up when it is read, so that who left leaves none here.</summary>
public sealed record ChangeLine(string Who, string What, long At, bool TakenBack, IReadOnlyList<(string Was, string Became)> Details)
{
    public string Iso => DateTimeOffset.FromUnixTimeMilliseconds(At).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);

    public static IReadOnlyList<ChangeLine> Of(IEnumerable<Change> changes, IEnumerable<Member> members, AdminTexts texts)
    {
        var names = members.ToDictionary(member => member.Id.ToString(), member => member.Name == "" ? texts.NamelessMember : member.Name, StringComparer.OrdinalIgnoreCase);
        string Name(string? id) => names.GetValueOrDefault(id ?? "", texts.SomebodyGone);
        return [.. changes.Select(c => new ChangeLine(Name(c.Actor?.ToString()), texts.What(c, Name(c.Subject)), c.At, c.UndoneAt is not null, Differences(c)))];
    }

    private static List<(string Was, string Became)> Differences(Change change)
    {
        var (was, became) = (Read(change.Was), Read(change.Became));
        return [.. became.Where(field => was.GetValueOrDefault(field.Key) != field.Value)
            .Select(field => ($"{field.Key}: {was.GetValueOrDefault(field.Key)}", $"{field.Key}: {field.Value}"))];
    }

    private static Dictionary<string, string> Read(string? json)
    {
        if (json is not ['{', ..]) return [];
        using var fields = JsonDocument.Parse(json);
        return fields.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString());
    }
}
