using CommunityWidget.Conversations;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Database;
using CommunityWidget.Integrations;
using CommunityWidget.Matching;
using CommunityWidget.Numbers;
using CommunityWidget.Numbers.Explaining;
using CommunityWidget.Numbers.Reports;
using CommunityWidget.Numbers.Tallies;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Database;

/// <summary>What runs every few seconds, or at every change for every console, costs by what is open, not by all that ever was.</summary>
public sealed class SweepPlanTests
{
    // These hold only what is open or new.
    private static readonly string[] Small = ["threads_open", "threads_by_responder", "offers_open_by_member", "offers_open_by_deadline", "outbox_due", "threads_to_mail"];

    private static readonly string[] Growing = ["threads", "events", "offers", "participants", "outbox", "members", "visitors", "idempotency", "question_tallies", "member_tallies", "available_minutes", "tally_days"];

    [Fact]
    public async Task No_sweep_and_no_list_reads_a_whole_table_that_grows()
    {
        await using var world = await Traced();
        var read = await Read(world);
        Assert.NotEmpty(read);
        foreach (var sql in read)
        {
            foreach (var step in await world.Db.Query<Step>($"explain query plan {sql}"))
                Assert.False(step.Detail.StartsWith("SCAN ", StringComparison.Ordinal) && IsGrowing(step.Detail), $"{step.Detail}: {sql}");
        }
    }

    [PostgresFact]
    public async Task Nor_does_any_on_PostgreSQL()
    {
        await using var traced = await Traced();
        await using var world = await TestWorld.Start(on: await WorldPostgres.Create(poolSize: 1));
        // Tables this small are read whole by choice; without that choice a whole table is read only where no index helps.
        foreach (var sql in await Read(traced))
        {
            var plan = await world.Db.Query<string>($"set enable_seqscan = off; explain {sql.Replace("active = 1", "active = true", StringComparison.Ordinal)}");
            Assert.DoesNotContain(plan, step => Array.Exists(Growing, table => step.Contains($"Seq Scan on {table} ", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_found_without_a_look_at_all_that_was()
    {
        await using var world = await Traced();
        var (dialect, webhook) = ((TracingDialect)world.Get<SqlDialect>(), world.Clock.NewId());
        var before = dialect.Statements.Count;
        await world.Get<DeliveryStore>().Standings(world.Here.Id);
        await world.Get<DeliveryStore>().Log(webhook, onlyFailed: true, (world.Now, "x"), 20);
        await world.Get<DeliveryStore>().Replay(webhook, only: null);

        var asked = dialect.Statements.Skip(before).Select(s => s.Sql).Where(sql => sql.Contains("'dead'", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, asked.Count);
        foreach (var sql in asked)
            Assert.Contains(await world.Db.Query<Step>($"explain query plan {sql}"), step => step.Detail.Contains("deliveries_failed", StringComparison.Ordinal));
    }

    private static async Task<TestWorld> Traced() => await TestWorld.Start(also: services => services.AddNumbers().AddSingleton<SqlDialect>(provider =>
        new TracingDialect(provider.GetRequiredService<IConfiguration>()["Database:Path"]!)), on: await WorldFile.Create());

    // With values in place of parameters, as SQLite wrote them down; the other database reads them too.
    private static async Task<IReadOnlyList<string>> Read(TestWorld world)
    {
        var (maya, agent) = (await world.Join(), await world.JoinAgent());
        await world.TalkWith(maya);
        await world.Question(language: "fr");
        await world.RunMatching();
        var dialect = (TracingDialect)world.Get<SqlDialect>();
        var before = dialect.Statements.Count;

        await world.Sweep();
        await world.Get<CloseSilent>().Run();
        await world.Get<ScheduleAnswers>().Run();
        await world.Get<TellHeads>().Run();
        await world.Get<TellOffers>().Run(TimeSpan.FromSeconds(2));
        await world.Get<DeliverOutbox>().Run();
        await world.Get<ListWaiting>().Run(agent);
        await world.Get<ListLive>().Run(agent);
        await world.Get<ReadConsole>().Run(maya);
        await world.Get<TallyQuestions>().Run();
        await world.Get<PackDays>().Run();
        var period = new Period(new(2026, 3, 1), new(2026, 3, 31));
        await world.Get<MakeReport>().Of(world.Here, period, new("en", "shoes"));
        await world.Get<ReadWords>().Page(world.Here.Id, new(0, world.Now), new(), null);
        await world.Get<ListQuestions>().Page(world.Here.Id, Ends.Team, null);

        return [.. dialect.Statements.Skip(before).Select(s => s.Sql).Where(sql => sql.TrimStart().StartsWith("select", StringComparison.Ordinal)).Distinct()];
    }

    private static bool IsGrowing(string detail) =>
        !detail.StartsWith("SCAN sites", StringComparison.Ordinal) && !detail.StartsWith("SCAN CONSTANT", StringComparison.Ordinal) && !Array.Exists(Small, index => detail.EndsWith(index, StringComparison.Ordinal));

    private sealed record Step { public string Detail { get; init; } = ""; }
}
