using System.Globalization;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.Numbers.Texts;
using CommunityWidget.Sites;

namespace CommunityWidget.Numbers.Tables;

/// <summary>A report as tables.</summary>
public sealed class ReportTables(Report report, Site site, NumbersTexts n)
{
    /// <summary>Every table there is as a file.</summary>
    public IReadOnlyList<NumbersTable> All => [ByWhom, ByDay, ByRung, ByTopic, ByLanguage, ByHour, Members, Stars, Participation, Coverage];

    public NumbersTable ByWhom => new("by-whom", n.ByWhom, [new(n.ByWhom), new(n.Count), new(n.ShareHead), new(n.BeforeHead), new(n.Meaning)],
        [.. Ends.All.Select(end => Row(
            new(n.EndName(end), n.EndName(end)), Number(report.All.By[end]), Share(report.All.By[end], report.All.Asked), Number(report.Before.By[end]), new(n.EndMeans(end), n.EndMeans(end))))]);

    public NumbersTable ByDay => Groups("by-day", n.OverTime, n.DayHead, report.ByDay, key => n.Bar(DateOnly.Parse(key, CultureInfo.InvariantCulture), report.ByWeek), key => key);

    public NumbersTable ByRung => Groups("by-rung", n.ByRung, n.RungHead, report.ByRung, n.Rung);

    public NumbersTable ByTopic => Groups("by-topic", n.ByTopic, n.TopicHead, report.ByTopic, TopicName);

    public NumbersTable ByLanguage => Groups("by-language", n.ByLanguage, n.LanguageHead, report.ByLanguage, LanguageName);

    public NumbersTable ByHour => Groups("by-hour", n.ByHour, n.HourHead, report.ByHour, key => n.Hours(int.Parse(key, CultureInfo.InvariantCulture)), key => int.Parse(key, CultureInfo.InvariantCulture));

    public NumbersTable Stars => new("stars", n.Satisfaction, [new(n.StarsHead), new(n.Count), new(n.ShareHead), new(n.BeforeHead)],
        [.. Enumerable.Range(1, 5).Reverse().Select(stars => Row(
            new(n.StarsOf(stars), stars), Number(report.All.Stars[stars - 1]), Share(report.All.Stars[stars - 1], report.All.Rated), Number(report.Before.Stars[stars - 1])))]);

    public NumbersTable Participation => new("participation", n.Participation, [new(n.Participation), new(n.Count), new(n.BeforeHead)],
    [
        Row(new(n.Registered, n.Registered), Number(report.Participation.Registered), Number(report.ParticipationBefore.Registered)),
        Row(new(n.AvailableOnce, n.AvailableOnce), Number(report.Participation.Available), Number(report.ParticipationBefore.Available)),
        Row(new(n.Active, n.Active), Number(report.Participation.Active), Number(report.ParticipationBefore.Active)),
        Row(new(n.Returning, n.Returning), Number(report.Participation.Returning), Number(report.ParticipationBefore.Returning)),
        Row(new(n.MessagesHead, n.MessagesHead), Number(report.All.Messages), Number(report.Before.Messages)),
    ]);

    public NumbersTable Members => new(
        "members", n.Members,
        [new(n.MemberHead), new(n.AnsweredHead), new(n.TakenHead), new(n.FastHead), new(n.HalfHead), new(n.NineHead), new(n.HelpedHead), new(n.MessagesHead), new(n.StarsHead), new(n.AvailableHead)],
        [.. report.Members.Select(m => Row(
            new(m.Member?.Name ?? n.Somebody, m.Member?.Name ?? n.Somebody, m.Member is null ? null : $"/admin/people/{m.Id}"),
            Number(m.Answered), Number(m.Taken), Share(m.Fast, m.Taken), Time(m.P50), Time(m.P90), Number(m.Helped), Number(m.Messages), new(n.Decimal(m.Stars), m.Stars),
            new(n.Available(m.AvailableMinutes), m.AvailableMinutes)))]);

    public NumbersTable Coverage => new(
        "coverage", n.Coverage,
        [new(n.DayHead), new(n.HourHead), new(n.AskedHead), new(n.MissedHead), new(n.PeopleHead)],
        [.. report.Coverage.Cells.Select(c => Row(
            new(n.Weekday(c.Weekday), n.Weekday(c.Weekday)), new(n.Hours(c.Hour), c.Hour), Number(c.Questions), Number(c.Missed), new(n.People(c), c.People)))]);

    public string TopicName(string id) => TopicName(site, n, id);

    public static string TopicName(Site site, NumbersTexts n, string id) => id == ReportFilter.NoTopic
        ? n.NoTopic
        : site.Topics.Known.FirstOrDefault(t => t.Id == id) is { } topic ? topic.Names.GetValueOrDefault(n.Language) ?? topic.Names.Values.FirstOrDefault() ?? id : id;

    public string LanguageName(string tag) => Sites.Language.IsKnown(tag) ? Sites.Language.Name(tag) : tag;

    private NumbersTable Groups(string id, string title, string head, IReadOnlyList<Group> groups, Func<string, string> name, Func<string, object>? value = null) => new(
        id, title,
        [
            new(head), new(n.AskedHead), new(n.FastHead), new(n.HalfHead), new(n.NineHead), new(n.EndName(Ends.SuperUsers)), new(n.EndName(Ends.Team)),
            new(n.EndName(Ends.Later)), new(n.EndName(Ends.Open), OnPage: false), new(n.NeverHead), new(n.StarsHead),
        ],
        [.. groups.Select(g => Row(
            new(name(g.Key), value?.Invoke(g.Key) ?? name(g.Key)), Number(g.Summary.Asked), Share(g.Summary.Fast, g.Summary.Asked), Time(g.Summary.P50), Time(g.Summary.P90),
            Number(g.Summary.By[Ends.SuperUsers]), Number(g.Summary.By[Ends.Team]), Number(g.Summary.By[Ends.Later]), Number(g.Summary.By[Ends.Open]), Number(g.Summary.Never),
            new(n.Decimal(g.Summary.AverageStars), g.Summary.AverageStars)))]);

    private static IReadOnlyList<Cell> Row(params IReadOnlyList<Cell> cells) => cells;

    private Cell Number(long number) => new(n.Number(number), number);

    private Cell Share(long part, long of) => new(n.Share(Summary.Share(part, of)), Summary.Share(part, of));

    // Seconds, as the file's reader would count.
    private Cell Time(long? ms) => new(n.Took(ms), ms / 1_000.0);
}
