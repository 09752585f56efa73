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
/// Everybody at once on one conversation: it is continued and taken, ended, published, taken back, reported, and its news delivered; its answer is
/// found to be rightly reported, or whoever gave it is erased with their words. Whatever comes first, one legal state is left, nothing is public whose
/// visitor took the consent back or was erased, and nothing that was unsaid stands in what was made of it. <c>PUBLICATION_ROUNDS</c> plays more of it, <c>PUBLICATION_ERASES=1</c> erases in every round instead of every fourth.
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
        var people = new Everybody(await world.Join(), await world.Join(roles: Roles.Moderator), await world.JoinAgent(), await world.Join(roles: Roles.Admin, available: false));
        var seen = new HashSet<(string State, string Publication)>();
        for (var round = 0; round < Rounds; round++)
        {
            // Of letters only, so that nothing takes it for a number of somebody's.
            var word = $"finch{string.Concat(round.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')))}";
            var author = round % 5 == 2 ? await world.Join() : people.Maya;
            var (visitor, thread) = await world.Rated(author, answer: $"Size 42 fits, says the {word}.");
            var draft = await world.Edition(thread);
            var unsays = author != people.Maya ? () => EraseAuthor(world, people, author) : round % 5 == 4 ? () => Uphold(world, people, visitor, thread) : (Func<Task>?)null;
            var erases = round % EraseEvery == EraseEvery - 1;
            var takesBack = !erases && round % 3 != 0;

            await Task.WhenAll(Shuffled(round, Acts(world, people, visitor, thread, draft, takesBack, erases).Concat(unsays is null ? [] : [unsays])).Select(act => Task.Run(act)));
            // Now, before news that is still to be delivered could mend it.
            Assert.True(await NobodyReadsWhatTheyMayNot(world, await world.Again(thread)), $"round {round}: public right after the race against its visitor's word");
            await Settle(world, people, thread);

            var left = await world.Again(thread);
            Assert.True(await SaysNothingUnsaid(world, left, word, byErased: author != people.Maya), $"round {round}: what was unsaid stands on a page that is {(await world.Get<EditionStore>().Of(left.Id))?.State}");
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

    private static async Task EraseAuthor(TestWorld world, Everybody people, MemberCaller author) =>
        Assert.Null((await world.Get<EraseMember>().Run(people.Ada, author.Id, wordsToo: true)).Refusal);

    private static async Task Uphold(TestWorld world, Everybody people, VisitorCaller visitor, ThreadRecord thread)
    {
        var said = (await world.Get<ThreadStore>().Events(thread.Id, 0)).FirstOrDefault(e => e is { Kind: EventKinds.Message, AuthorKind: "member" });
        // The visitor may have been erased before they could.
        if (said is not null && (await world.Get<FileReport>().Run(visitor, thread.PublicId, new(said.Seq, ReportReasons.Unkind))).Value is { } report)
            await world.Get<DecideReport>().Run(people.Nour, report.ReportId, right: true);
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

    // What was withdrawn nobody reads, and it may come back with the decision; what was erased is nowhere.
    private static async Task<bool> SaysNothingUnsaid(TestWorld world, ThreadRecord left, string word, bool byErased)
    {
        var like = new { left.Id, like = $"%{word}%" };
        if (await world.Db.Find<long>("select count(*) from events where thread = @Id and kind = 'message' and body like @like", like) > 0) return !byErased;
        var page = await world.Get<EditionStore>().Of(left.Id);
        if (!byErased && page?.State != left.Publication) return true;
        return (!byErased && page is { State: Publications.Withdrawn or Publications.Rejected })
            || await world.Db.Find<long>("select (select count(*) from answers where body like @like) + (select count(*) from revisions where answers like @like)", like) == 0;
    }

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

    private sealed record Everybody(MemberCaller Maya, MemberCaller Nour, MemberCaller Sam, MemberCaller Ada);
}
