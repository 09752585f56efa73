using System.Globalization;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Consent;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>
/// Everybody at once on one conversation: it is continued and taken, ended, published, taken back, reported, and its news delivered. Whatever
/// comes first, one legal state is left, and nothing is public whose visitor took the consent back or was erased. <c>PUBLICATION_ROUNDS</c> plays
/// more of it, <c>PUBLICATION_ERASES=1</c> erases in every round instead of every fourth.
/// </summary>
[Collection(nameof(PublicationRaceTests))]
[CollectionDefinition(nameof(PublicationRaceTests), DisableParallelization = true)]
public sealed class PublicationRaceTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("PUBLICATION_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 60;
    private static readonly int EraseEvery = int.TryParse(Environment.GetEnvironmentVariable("PUBLICATION_ERASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var every) ? Math.Max(1, every) : 4;

    [Fact]
    public async Task Accepting_ending_publishing_taking_back_and_reporting_at_once_leave_one_legal_state()
    {
        await using var world = await TestWorld.Start();
        var people = new Everybody(await world.Join(), await world.Join(roles: Roles.Moderator), await world.JoinAgent());
        var seen = new HashSet<(string State, string Publication)>();
        for (var round = 0; round < Rounds; round++)
        {
            var (visitor, thread) = await world.Rated(people.Maya);
            var draft = await world.Edition(thread);
            var erases = round % EraseEvery == EraseEvery - 1;
            var takesBack = !erases && round % 3 != 0;

            await Task.WhenAll(Shuffled(round, Acts(world, people, visitor, thread, draft, takesBack, erases)).Select(act => Task.Run(act)));
            // Now, before news that is still to be delivered could mend it.
            Assert.True(await NobodyReadsWhatTheyMayNot(world, await world.Again(thread)), $"round {round}: public right after the race against its visitor's word");
            await Settle(world, people, thread);

            var left = await world.Again(thread);
            seen.Add((left.State, left.Publication));
            if (erases) Assert.True(await IsErased(world, left), $"round {round}: {left.State}, {left.Publication}, {left.Outcome}, page {(await world.Get<EditionStore>().Of(left.Id))?.State}");
            else Assert.True(await IsLegal(world, left, takesBack), $"round {round}: {left.State}, {left.Publication}, consent {left.ConsentVersion}, page {(await world.Get<EditionStore>().Of(left.Id))?.State}");
        }
        Assert.Contains(seen, one => one.Publication == Publications.Withdrawn);
        if (EraseEvery > 1) Assert.Contains(seen, one => one.Publication == Publications.Published);
        Assert.Equal(0, await world.Db.Find<long>("select cast(sum(busy) as bigint) from members"));
    }

    private static IEnumerable<Func<Task>> Acts(TestWorld world, Everybody people, VisitorCaller visitor, ThreadRecord thread, Edition draft, bool takesBack, bool erases)
    {
        yield return async () =>
        {
            await world.Say(visitor, thread, "One more thing.", reopen: true);
            await world.Take(people.Sam, thread.PublicId);
        };
        yield return async () => await world.End(visitor, await world.Again(thread));
        yield return async () => await world.Get<ReviewThread>().Publish(people.Nour, draft.PublicId, title: null);
        yield return async () =>
        {
            if (await world.Get<Decisions>().Latest(draft.Id) is { } decision) await world.Get<UndoDecision>().Run(people.Nour, decision.Together);
            await world.Get<ReviewThread>().Publish(people.Nour, draft.PublicId, title: null);
        };
        yield return async () => await world.Get<FileReport>().Run(people.Sam, thread.PublicId, new(0, ReportReasons.Other));
        yield return async () => { while (await world.Get<DeliverOutbox>().Run()) { } };
        if (erases) yield return async () => Assert.Null((await world.Get<EraseVisitor>().Run(visitor)).Refusal);
        if (takesBack) yield return async () => Assert.NotNull((await world.Get<ChangeConsent>().Run(visitor, thread.PublicId, new(false))).Value);
    }

    private static async Task Settle(TestWorld world, Everybody people, ThreadRecord thread)
    {
        await world.RunMatching();
        if (await world.Again(thread) is { State: not ThreadStates.Closed } open)
        {
            if (open.State == ThreadStates.Waiting) await world.Take(people.Sam, open.PublicId);
            await world.End(people.Sam, await world.Again(thread));
            await world.RunMatching();
        }
    }

    private static async Task<bool> NobodyReadsWhatTheyMayNot(TestWorld world, ThreadRecord now) =>
        await world.Get<EditionStore>().Of(now.Id) is not { State: Publications.Published }
        || now is { Publication: Publications.Published, ConsentVersion: not null, ErasedAt: null };

    private static async Task<bool> IsLegal(TestWorld world, ThreadRecord left, bool takenBack)
    {
        var page = await world.Get<EditionStore>().Of(left.Id);
        var words = await world.Db.Find<long>("select count(*) from search_pages where page = @id", new { id = page?.Id });
        var gapless = (await world.Get<ThreadStore>().Events(left.Id, 0)).Select((e, i) => e.Seq == i + 1).All(yes => yes);
        var agree = left.Publication switch
        {
            // A draft that left review stays until it is proposed anew; nobody sees it.
            Publications.None => page is null or { State: Publications.Review },
            _ => page?.State == left.Publication,
        };
        var isPublic = page is { State: Publications.Published } || left.Publication == Publications.Published;
        return left.State == ThreadStates.Closed && gapless && agree && (words > 0) == isPublic && !(takenBack && isPublic) && (left.ConsentVersion is null) == takenBack;
    }

    // Whatever came before or after it: numbered gaps, and nothing that anybody could read.
    private static async Task<bool> IsErased(TestWorld world, ThreadRecord left)
    {
        var page = await world.Get<EditionStore>().Of(left.Id);
        var said = await world.Db.Find<long>("select count(*) from events where thread = @Id and (body is not null or masked_body is not null)", new { left.Id });
        var shown = await world.Db.Find<long>("select (select count(*) from search_pages where page = @id) + (select count(*) from answers where page = @id) + (select count(*) from revisions where page = @id)", new { id = page?.Id });
        var gapless = (await world.Get<ThreadStore>().Events(left.Id, 0)).Select((e, i) => e.Seq == i + 1).All(yes => yes);
        return left is { State: ThreadStates.Closed, Outcome: Outcomes.Erased, ErasedAt: not null } && said == 0 && shown == 0 && gapless
            && left.Publication is Publications.None or Publications.Withdrawn && page is null or { State: Publications.Withdrawn, Title: "", Question: "" };
    }

    private static IEnumerable<Func<Task>> Shuffled(int seed, IEnumerable<Func<Task>> acts)
    {
        var all = acts.ToArray();
        new Random(seed).Shuffle(all);
        return all;
    }

    private sealed record Everybody(MemberCaller Maya, MemberCaller Nour, MemberCaller Sam);
}
