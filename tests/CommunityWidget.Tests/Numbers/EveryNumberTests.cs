using System.Globalization;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;

namespace CommunityWidget.Tests.Numbers;

/// <summary>Every number of the page against a count by hand over the raw rows, on weeks played by the use cases.</summary>
public sealed partial class EveryNumberTests(EveryNumberTests.Weeks weeks) : IClassFixture<EveryNumberTests.Weeks>
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Played once: reading them changes nothing.</summary>
    public sealed class Weeks : IAsyncLifetime
    {
        public PlayedWeeks Played { get; private set; } = null!;

        public IReadOnlyList<ByHand> Counted { get; private set; } = null!;

        public PresenceByHand Presence { get; private set; } = null!;

        /// <summary>Of each day.</summary>
        public IReadOnlyList<bool> Packed { get; private set; } = [];

        /// <summary>Questions that a page answered before they were asked.</summary>
        public IReadOnlyList<(long At, string Language, string? Topic)> Spared { get; private set; } = [];

        public async Task InitializeAsync()
        {
            Played = await PlayedWeeks.Play(seed: 20260320, questions: 90);
            var random = new Random(1);
            var first = new DateTimeOffset(2026, 3, 20, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
            Spared = [.. Enumerable.Range(0, 60).Select(_ => (first + random.NextInt64(12L * 86_400_000), random.Next(2) == 0 ? "en" : "fr", random.Next(3) == 0 ? null : "shoes"))];
            foreach (var (at, language, topic) in Spared) await Spare(Played.Site.Id, at, language, topic);
            await Spare(Played.World.There.Id, first, "en", "shoes");
            Packed = await Played.World.Db.Query<bool>("select case when packed is null then 0 else 1 end from tally_days");
            Counted = ByHand.All(await RawRows.Read(Played.World.Get<SqlDialect>(), Played.Site.Id));
            Presence = await PresenceByHand.Read(Played.World.Get<SqlDialect>(), Played, Paris);
        }

        public async Task DisposeAsync() => await Played.DisposeAsync();

        private Task Spare(Guid site, long at, string language, string? topic) => Played.World.Db.Write<Done>(async tx =>
        {
            await Played.World.Get<Deflections>().Add(tx, new() { Id = Guid.CreateVersion7(), Site = site, Language = language, Topic = topic }, first: null, reader: "somebody", at);
            return Done.It;
        });
    }

    public static TheoryData<string, string, string?, string?> Periods => new()
    {
        { "2026-03-20", "2026-04-30", null, null },
        { "2026-03-26", "2026-03-31", null, null },
        { "2026-03-29", "2026-03-29", null, null },
        { "2026-04-02", "2026-04-30", null, null },
        { "2026-03-31", "2026-04-04", null, null },
        { "2026-03-26", "2026-04-03", "fr", null },
        { "2026-03-26", "2026-04-03", null, "shoes" },
        { "2026-03-26", "2026-04-03", "en", "-" },
        { "2025-01-01", "2025-01-31", null, null },
    };

    [Fact]
    public void The_weeks_hold_every_way_a_question_may_go()
    {
        Assert.Empty(Ends.All.Except(weeks.Counted.Select(q => q.By)));
        Assert.Superset(new HashSet<string?> { RungKinds.Topic, RungKinds.Anyone, RungKinds.Agents, RungKinds.Parked }, weeks.Counted.Select(q => q.Rung).ToHashSet());
        Assert.Contains(weeks.Counted, q => q.Words is not null);
        Assert.Contains(weeks.Counted, q => q.Helped.Any(q.Wrote.ContainsKey));
        Assert.Contains(weeks.Counted, q => q.Helped.Any(helper => !q.Wrote.ContainsKey(helper)));
        Assert.Contains(weeks.Counted, q => Local(q.AskedAt).Date == new DateTime(2026, 3, 29));
        Assert.Equal([false, true], weeks.Packed.Distinct().Order());
    }

    [Theory, MemberData(nameof(Periods))]
    public async Task Every_number_is_what_a_count_by_hand_gives(string from, string to, string? language, string? topic)
    {
        var report = await Report(from, to, language, topic);
        var mine = In(new(from, to), language, topic);
        var before = Before(from, to);

        Same(mine, report.All);
        Same(In(before, language, topic), report.Before);
        Assert.Equal(Spared(new(from, to), language, topic), report.AnsweredBefore);
        Assert.Equal(Spared(before, language, topic), report.AnsweredBeforeBefore);
        Same(mine, report.ByRung, q => q.Rung);
        Same(mine, report.ByTopic, q => q.Topic ?? "-");
        Same(mine, report.ByLanguage, q => q.Language);
        Same(mine, [.. report.ByHour.Where(g => g.Summary.Asked > 0)], q => $"{Local(q.AskedAt).Hour}");
        if (!report.ByWeek) Same(mine, [.. report.ByDay.Where(g => g.Summary.Asked > 0)], q => Iso(Local(q.AskedAt).Date));
        Assert.Equal(24, report.ByHour.Count);
        Assert.Equal(report.ByWeek ? (new Days(from, to).Count + 6) / 7 : new Days(from, to).Count, report.ByDay.Count);
    }

    [Theory, MemberData(nameof(Periods))]
    public async Task What_everybody_gave_is_what_a_count_by_hand_gives(string from, string to, string? language, string? topic)
    {
        var report = await Report(from, to, language, topic);
        var mine = In(new(from, to), language, topic);
        var took = mine.Where(q => q.TakenBy is not null).ToLookup(q => q.TakenBy!.Value);

        foreach (var line in report.Members)
        {
            var wrote = mine.Where(q => q.Wrote.ContainsKey(line.Id)).ToList();
            Assert.Equal(
                (took[line.Id].Count(), took[line.Id].Count(q => q.TakenMs < 10_000), wrote.Count, (long)wrote.Sum(q => q.Wrote[line.Id]), wrote.Count(q => q.Stars is not null)),
                (line.Taken, line.Fast, line.Answered, line.Messages, line.Rated));
            Assert.Equal((Percentile(took[line.Id], 50), Percentile(took[line.Id], 90)), (line.P50, line.P90));
            Assert.Equal(mine.Count(q => q.Helped.Contains(line.Id)), line.Helped);
            if (line.Rated > 0) Assert.Equal(wrote.Where(q => q.Stars is not null).Average(q => (double)q.Stars!), line.Stars!.Value, 9);
        }
    }

    [Theory]
    [InlineData(null, null), InlineData("fr", null), InlineData(null, "bikes")]
    public async Task Demand_by_hour_of_the_week_is_what_a_count_by_hand_gives(string? language, string? topic)
    {
        var report = await Report("2026-03-20", "2026-04-30", language, topic);
        var mine = In(new("2026-03-20", "2026-04-30"), language, topic);

        Assert.Equal(168, report.Coverage.Cells.Count);
        foreach (var cell in report.Coverage.Cells)
        {
            var asked = mine.Where(q => Local(q.BegunAt) is var at && ((int)at.DayOfWeek + 6) % 7 == cell.Weekday && at.Hour == cell.Hour).ToList();
            Assert.Equal((asked.Count, asked.Count(q => q.By is Ends.Team or Ends.Later or Ends.Unanswered or Ends.Wordless)), (cell.Questions, cell.Missed));
        }
    }

    [Fact]
    public async Task The_visitors_words_are_theirs_the_newest_question_first_page_by_page()
    {
        var (words, span) = (weeks.Played.World.Get<ReadWords>(), (await Report("2026-03-20", "2026-04-30", null, null)).Span);
        var read = new List<SaidRow>();
        string? mark = null;
        do
        {
            var page = await words.Page(weeks.Played.Site.Id, span, new(), mark);
            mark = page.Older;
            read.AddRange(page.Rows);
        }
        while (mark is not null);

        var mine = weeks.Counted.Where(q => q.Words is not null).OrderByDescending(q => q.AskedAt).ToList();
        Assert.True(mine.Count > ReadWords.OnePage, $"{mine.Count} words are less than a page");
        Assert.Equal(mine.Select(q => (q.AskedAt, (long)q.Stars!.Value, q.Words!)), read.Select(r => (r.AskedAt, r.Stars, r.Words)));
        // A file has all of them too, however many are read at once.
        foreach (var atOnce in new[] { 1, 7, mine.Count, mine.Count + 1 })
        {
            var file = new List<SaidRow>();
            await foreach (var rows in words.All(weeks.Played.Site.Id, span, new(), atOnce)) file.AddRange(rows);
            Assert.Equal(read, file);
        }
    }

    private Task<Report> Report(string from, string to, string? language, string? topic) => weeks.Played.World.Get<MakeReport>().Of(
        weeks.Played.Site, new(DateOnly.FromDateTime(Date(from)), DateOnly.FromDateTime(Date(to))), new(language, topic));

    private List<ByHand> In(Days days, string? language, string? topic) =>
        [.. weeks.Counted.Where(q => Has(days)(q.AskedAt) && (language is null || q.Language == language) && (topic is null || (q.Topic ?? "-") == topic))];

    private long Spared(Days days, string? language, string? topic) =>
        weeks.Spared.Count(one => Has(days)(one.At) && (language is null || one.Language == language) && (topic is null || (one.Topic ?? "-") == topic));

    // As many days right before; what is to come of the last one is left out of both.
    private Days Before(string from, string to)
    {
        var toCome = Math.Max(0, Midnight(Date(to).AddDays(1)) - (weeks.Played.World.Now + 1));
        return Before(new Days(from, to)) with { Until = Midnight(Date(from)) - toCome };
    }

    private static Days Before(Days days) =>
        new(Iso(Date(days.From).AddDays(-days.Count)), Iso(Date(days.From).AddDays(-1)), days.Until == long.MaxValue ? long.MaxValue : Midnight(Date(days.From)) - (Midnight(Date(days.To).AddDays(1)) - days.Until));

    private static Func<long, bool> Has(Days days) => at =>
        string.CompareOrdinal(Iso(Local(at)), days.From) >= 0 && string.CompareOrdinal(Iso(Local(at)), days.To) <= 0 && at < days.Until;

    private static long Midnight(DateTime day) => new DateTimeOffset(day, Paris.GetUtcOffset(day)).ToUnixTimeMilliseconds();

    private static void Same(IReadOnlyList<ByHand> mine, IReadOnlyList<Group> groups, Func<ByHand, string?> key)
    {
        Assert.Equal(mine.Select(key).OfType<string>().Distinct().Order(StringComparer.Ordinal), groups.Select(g => g.Key).Order(StringComparer.Ordinal));
        foreach (var group in groups) Same([.. mine.Where(q => key(q) == group.Key)], group.Summary);
    }

    private static void Same(IReadOnlyList<ByHand> mine, Summary summary)
    {
        Assert.Equal(mine.Count, summary.Asked);
        Assert.Equal(Ends.All.ToDictionary(end => end, end => mine.Count(q => q.By == end)), summary.By);
        Assert.Equal(mine.Count(q => q.TakenMs is not null), summary.Taken);
        Assert.Equal(mine.Count(q => q.TakenMs < 10_000), summary.Fast);
        Assert.Equal((Percentile(mine, 50), Percentile(mine, 90)), (summary.P50, summary.P90));
        Assert.Equal(mine.Count(q => q.Reached), summary.ReachedTeam);
        Assert.Equal([.. Enumerable.Range(1, 5).Select(stars => mine.Count(q => q.Stars == stars))], summary.Stars);
        Assert.Equal(mine.Sum(q => q.VisitorMessages), summary.VisitorMessages);
        Assert.Equal(mine.Sum(q => q.TeamMessages), summary.TeamMessages);
        Assert.Equal(mine.Sum(q => q.Wrote.Values.Sum() - q.TeamMessages), summary.SuperUserMessages);
    }

    // The smallest that enough of them do not exceed, looked for one by one.
    private static long? Percentile(IEnumerable<ByHand> questions, int percent)
    {
        var times = questions.Select(q => q.TakenMs).OfType<long>().ToList();
        return times.Where(time => times.Count(other => other <= time) * 100 >= percent * times.Count).Select(time => (long?)time).DefaultIfEmpty(null).Min();
    }

    private static DateTime Local(long at) => TimeZoneInfo.ConvertTimeFromUtc(DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime, Paris);

    private static DateTime Date(string iso) => DateTime.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Days of the shop's calendar, both ends included, up to a moment of the last ones.</summary>
    private sealed record Days(string From, string To, long Until = long.MaxValue)
    {
        public int Count => (Date(To) - Date(From)).Days + 1;
    }
}
