using System.Globalization;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Numbers.Reports;

/// <summary>Reads a period of a site and adds it up, beside the period before. All of it speaks of the questions that were asked in the period.</summary>
public sealed class MakeReport(ReportStore store, Deflections deflections, TallyQuestions tally, MemberStore members, TimeProvider clock)
{
    /// <summary>Longer periods are drawn by weeks.</summary>
    public const int MostDaysDrawn = 92;

    // What a page may wait for; the worker does the rest.
    private const int BatchesNow = 5;

    private static readonly string[] Rungs = [RungKinds.Topic, RungKinds.Anyone, RungKinds.Agents, RungKinds.Parked];

    /// <summary>False while older questions are still being counted.</summary>
    public async Task<bool> CatchUp() => !await tally.Run(BatchesNow);

    public async Task<Report> Of(Site site, Period period, ReportFilter filter)
    {
        var (now, time) = (clock.NowMs(), SiteTime.Of(site));
        var (span, before) = (period.Moments(time, now), period.MomentsBefore(time, now));
        var questions = await store.Questions(site.Id, span, filter);
        var people = await People(site.Id, filter);
        var (present, presentBefore) = (await store.Present(site.Id, span, people.Ids), await store.Present(site.Id, before, people.Ids));
        var questionsBefore = await store.Questions(site.Id, before, filter);
        var (active, activeBefore) = (Active(questions), Active(questionsBefore));
        var activeLongBefore = await store.Active(site.Id, period.MomentsLongBefore(time, now), filter);
        // A look counts for its whole slot at once, so that what is measured may end a little after now.
        var looked = await store.LookedUntil();
        return new()
        {
            Period = period,
            Span = span,
            SpanBefore = before,
            All = Summary.Of(questions),
            Before = Summary.Of(questionsBefore),
            ByRung = Groups(Rungs, questions, q => q.TakenRung),
            ByTopic = Groups([.. site.Topics.Known.Select(t => t.Id), ReportFilter.NoTopic], questions, q => q.Topic ?? ReportFilter.NoTopic),
            ByLanguage = Groups(site.LanguageList, questions, q => q.Language),
            ByHour = Every(Enumerable.Range(0, 24), questions, q => time.HourOf(q.AskedAt).Hour, hour => hour.ToString(CultureInfo.InvariantCulture)),
            ByDay = Every(Starts(period), questions, q => StartOf(period, time.DayOf(q.AskedAt)), day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ByWeek = IsByWeek(period),
            Members = MemberLine.Of(questions, present, people.All),
            Participation = Participation.Of(people.Counted, span, Ids(present), active, activeBefore),
            ParticipationBefore = Participation.Of(people.Counted, before, Ids(presentBefore), activeBefore, activeLongBefore),
            AnsweredBefore = await Deflected(site.Id, span, filter),
            AnsweredBeforeBefore = await Deflected(site.Id, before, filter),
            Coverage = Coverage.Of(questions, await store.Hours(site.Id, span, people.Ids), period.Moments(time, Math.Max(now, looked - 1)), time, await store.AvailableSince(site.Id)),
        };
    }

    private Task<long> Deflected(Guid site, Span span, ReportFilter filter) =>
        deflections.Of(site, span.From, span.To, filter.Language, filter.Topic == ReportFilter.NoTopic ? "" : filter.Topic);

    // In the order they are usually told, then whatever else there is; those without any question are left out.
    private static IReadOnlyList<Group> Groups(IReadOnlyList<string> usual, IEnumerable<QuestionRow> questions, Func<QuestionRow, string?> key)
    {
        var found = questions.Where(q => key(q) is not null).ToLookup(q => key(q)!);
        return [.. usual.Union(found.Select(g => g.Key).Order(StringComparer.Ordinal)).Where(found.Contains).Select(one => new Group(one, Summary.Of([.. found[one]])))];
    }

    private static IReadOnlyList<Group> Every<T>(IEnumerable<T> keys, IEnumerable<QuestionRow> questions, Func<QuestionRow, T> key, Func<T, string> name)
    {
        var found = questions.ToLookup(key);
        return [.. keys.Select(one => new Group(name(one), Summary.Of([.. found[one]])))];
    }

    private static HashSet<Guid> Active(IEnumerable<QuestionRow> questions) => [.. questions.SelectMany(q => q.Members).Select(did => did.Member)];

    private static bool IsByWeek(Period period) => period.Days > MostDaysDrawn;

    private static IEnumerable<DateOnly> Starts(Period period) => Enumerable.Range(0, period.Days).Select(period.From.AddDays).Where(day => StartOf(period, day) == day);

    private static DateOnly StartOf(Period period, DateOnly day) =>
        IsByWeek(period) ? period.From.AddDays((day.DayNumber - period.From.DayNumber) / 7 * 7) : day;

    // Whoever could not be asked such a question is nobody it misses.
    private async Task<SitePeople> People(Guid site, ReportFilter filter)
    {
        var all = await members.OfSite(site);
        if (filter.IsEmpty) return new(all.ToDictionary(m => m.Id), [.. all]);
        var topics = (await members.Topics(site)).ToLookup(t => t.Member, t => t.Topic);
        var counted = all.Where(m => (filter.Language is null || m.Speaks(filter.Language)) && (filter.Topic is null or ReportFilter.NoTopic || topics[m.Id].Contains(filter.Topic)));
        return new(all.ToDictionary(m => m.Id), [.. counted]);
    }

    private static IReadOnlyList<Guid> Ids(IEnumerable<PresentRow> present) => [.. present.Select(p => p.Member)];

    private sealed record SitePeople(IReadOnlyDictionary<Guid, Member> All, IReadOnlyList<Member> Counted)
    {
        public IReadOnlyList<Guid> Ids { get; } = [.. Counted.Select(m => m.Id)];
    }
}
