using System.Diagnostics;
using CommunityWidget.Benchmarks.Driving;
using CommunityWidget.Benchmarks.Measuring;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.People;
using Report = CommunityWidget.Benchmarks.Measuring.Report;

namespace CommunityWidget.Benchmarks.Scenarios;

/// <summary>The page of a year's numbers over all that ended in an archive, beside reading the same questions row by row and adding nothing up.</summary>
internal static class YearOfNumbers
{
    private const int Members = 50;

    public static async Task Run(Report report, Storage storage, Settings settings, Archive archive)
    {
        await Fill(archive);
        while (await archive.Get<PackDays>().Run()) { }
        var (site, today) = (archive.Agent.Site, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var year = new Period(today.AddDays(-364), today);
        var moments = year.Moments(Numbers.SiteTime.Of(site), TimeProvider.System.NowMs());
        var (make, store) = (archive.Get<MakeReport>(), archive.Get<ReportStore>());
        var (pages, rows) = (new List<double>(), new List<double>());
        var asked = 0;
        for (var i = 0; i < settings.Repetitions + 1; i++)
        {
            var started = Stopwatch.GetTimestamp();
            asked = (await make.Of(site, year, new())).All.Asked;
            var page = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            started = Stopwatch.GetTimestamp();
            await store.Counted(site.Id, moments, new());
            // The first round warms both.
            if (i == 0) continue;
            pages.Add(page);
            rows.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        report.Add($"a year's numbers, {asked:n0} questions", storage.Name, new("the whole report", new(pages), "ms"), new("reading its rows one by one", new(rows), "ms"), new Hold(AtMost: 0.8));
    }

    // What counting would make of them: taken after some seconds, by fifty members in turns, a third of them rated.
    private static Task Fill(Archive archive) => archive.Db.Prepare(async tx =>
    {
        var site = archive.Agent.Site.Id;
        for (var i = 0; i < Members; i++) await archive.Get<MemberStore>().Add(tx, archive.Agent.Member with { Id = Guid.CreateVersion7(), Email = $"m{i}@bench.example", Roles = Roles.SuperUser });
        const string member = "(select id, row_number() over (order by id) - 1 as place from members where site = @site and roles = 'super_user') m";
        await tx.Execute(
            """
            insert into question_tallies (thread, site, asked_at, seq, language, topic, outcome, taken_ms, taken_rung, answered_ms, reached_team, stars, visitor_messages, super_user_messages, team_messages)
            select id, site, asked_at, last_seq, language, topic, 'super_users', 900 + (asked_at / 60000 * 7919) % 20000, 'topic', 30000, @no, case when (asked_at / 60000) % 3 = 0 then 4 end, 1, 1, 0
            from threads where site = @site and state = 'closed'
            """,
            new { site, no = false });
        await tx.Execute(
            $"""
            insert into member_tallies (thread, member, site, asked_at, language, topic, acted_as, took, taken_ms, messages, stars)
            select q.thread, m.id, q.site, q.asked_at, q.language, q.topic, 'super_user', @yes, q.taken_ms, 1, q.stars
            from question_tallies q join {member} on m.place = (q.asked_at / 60000) % {Members} where q.site = @site
            """,
            new { site, yes = true });
        await tx.Execute($"insert into available_minutes (site, hour, member, minutes) select distinct @site, q.asked_at / 3600000 * 3600000, m.id, 40 from question_tallies q cross join {member} where q.site = @site and m.place < 20", new { site });
        await tx.Execute("insert into tally_days (site, day, version) select distinct site, asked_at / 86400000, 1 from question_tallies");
    });
}
