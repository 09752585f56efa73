using CommunityWidget.Contracts.SuperUsers;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>A site's topics as a table: one line each, one name per language, and an empty line for one more.</summary>
public sealed class TopicsForm
{
    public const int Most = 40, MostName = 60;

    public List<TopicLine> Lines { get; set; } = [];

    public static TopicsForm Of(Site site) => new()
    {
        Lines = [.. site.Topics.List.Select(topic => new TopicLine { Id = topic.Id, Names = topic.Names.ToDictionary(name => name.Key, name => (string?)name.Value) }), new TopicLine { IsNew = true }],
    };

    /// <summary>The topics as they stand in the form, and what one of its buttons does to them: <c>up, down, remove</c> or <c>back</c>, a colon and an id.</summary>
    public Reading<Topics> Read(Site site, string? press, IReadOnlyDictionary<string, long> questions)
    {
        var faults = new List<Fault>();
        var act = (press ?? "").Split(':', 2) is [var verb, var id] ? (verb, id) : ("", "");
        var list = new List<TopicView>();
        foreach (var (line, place) in Lines.Select((line, place) => (line, place)))
        {
            if (line.IsNew && line.Names.Values.All(string.IsNullOrWhiteSpace) && string.IsNullOrWhiteSpace(line.Id)) continue;
            // What is being removed need not be right.
            var topic = act is ("remove", var gone) && gone == line.Id && !line.IsNew ? Kept(site, gone) : Topic(site, line, place, list, faults);
            if (topic is not null) list.Add(topic);
        }
        if (list.Count > Most) faults.Add(new("topics", "topics_too_many", $"{Most}"));
        return faults.Count > 0 ? faults : Act(site, list, act, questions);
    }

    private static TopicView? Kept(Site site, string id) => site.Topics.List.FirstOrDefault(topic => topic.Id == id);

    private static TopicView? Topic(Site site, TopicLine line, int place, List<TopicView> before, List<Fault> faults)
    {
        var count = faults.Count;
        var names = new Dictionary<string, string>(Kept(site, line.Id ?? "")?.Names ?? new Dictionary<string, string>());
        foreach (var language in site.LanguageList)
        {
            var typed = line.Names.GetValueOrDefault(language);
            var field = $"Topics.Lines[{place}].Names[{language}]";
            if (string.IsNullOrWhiteSpace(typed)) names.Remove(language);
            else if (VisibleLine.Clean(typed, MostName) is { } name) names[language] = name;
            else faults.Add(new(field, "topic_name", $"{MostName}"));
            if (language == site.LanguageList[0] && string.IsNullOrWhiteSpace(typed)) faults.Add(new(field, "topic_no_name", Language.Name(language)));
        }
        if (faults.Count > count) return null;
        var id = line.IsNew ? NewId(line.Id, names[site.LanguageList[0]], site.Topics.Known.Select(t => t.Id)) : line.Id ?? "";
        if (!line.IsNew && Kept(site, id) is null) return null;
        if (line.IsNew && !Slug.IsUsable(id)) faults.Add(new($"Topics.Lines[{place}].Id", "topic_id", $"{Slug.Least}", $"{Slug.Most}"));
        else if (site.Topics.Retired?.Any(t => t.Id == id) is true) faults.Add(new($"Topics.Lines[{place}].Id", "topic_retired", id));
        else if (before.Exists(t => t.Id == id) || (line.IsNew && Kept(site, id) is not null)) faults.Add(new($"Topics.Lines[{place}].Id", "topic_twice", id));
        return new(id, names);
    }

    // Typed, or made of the name; in letters we cannot write small, a number.
    private static string NewId(string? typed, string name, IEnumerable<string> taken) => string.IsNullOrWhiteSpace(typed)
        ? Slug.Of(name) is { Length: >= Slug.Least } slug ? slug : $"topic-{taken.Count() + 1}"
        : typed.Trim().ToLowerInvariant();

    private static Topics Act(Site site, List<TopicView> list, (string Verb, string Id) act, IReadOnlyDictionary<string, long> questions)
    {
        var retired = (site.Topics.Retired ?? []).ToList();
        var place = list.FindIndex(t => t.Id == act.Id);
        switch (act.Verb)
        {
            case "up" when place > 0:
                (list[place - 1], list[place]) = (list[place], list[place - 1]);
                break;
            case "down" when place >= 0 && place < list.Count - 1:
                (list[place + 1], list[place]) = (list[place], list[place + 1]);
                break;
            case "remove" when place >= 0:
                list.RemoveAt(place);
                break;
            case "back" when retired.Find(t => t.Id == act.Id) is { } back:
                retired.Remove(back);
                list.Add(back);
                break;
            default:
                break;
        }
        // What was asked about a topic keeps its name.
        retired.AddRange(site.Topics.List.Where(old => questions.ContainsKey(old.Id) && !list.Exists(t => t.Id == old.Id)));
        return new(list, retired.Count > 0 ? retired : null);
    }
}

public sealed class TopicLine
{
    public string? Id { get; set; }

    /// <summary>By two-letter language.</summary>
    public Dictionary<string, string?> Names { get; set; } = [];

    public bool IsNew { get; set; }
}
