using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>The words of a rating are said to people like a message: whoever may not write, or writes too much, says nothing by them, and whoever reads them may report them.</summary>
public sealed class RatingWordsTests
{
    private const string Words = "Quick, but what a nose you have.";

    [Fact]
    public async Task Whoever_is_silenced_rates_by_stars_only_and_is_told_until_when()
    {
        await using var world = await TestWorld.Start();
        var (maya, agent) = (await world.Join(), await world.JoinAgent());
        var (visitor, thread) = await world.TalkWith(maya);
        await world.Get<SilenceVisitor>().Run(agent, thread.PublicId, 10);

        var refusal = (await Rate(world, visitor, thread, 1, Words)).Refusal;
        Assert.Equal((Refusals.Silenced.Number, 600), (refusal?.Number, refusal?.RetryAfter));
        Assert.NotNull((await Rate(world, visitor, thread, 1)).Value);

        Assert.Equal([null], (await Ratings(world, thread)).Select(rating => rating.Body));
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull((await Rate(world, visitor, thread, 1, Words)).Value);
    }

    [Fact]
    public async Task The_same_words_with_other_stars_are_the_same_words_over_and_over_and_the_same_rating_again_is_none()
    {
        await using var world = await TestWorld.Start();
        var (visitor, thread) = await world.TalkWith(await world.Join());
        var said = 0;
        while ((await Rate(world, visitor, thread, 1 + (said % 2), Words)).Refusal is not { } refusal) Assert.True(++said < 20, "Nobody stops it.");

        Assert.Equal(Refusals.TextRepeated, (await Rate(world, visitor, thread, 1 + (said % 2), Words)).Refusal);
        Assert.NotNull((await Rate(world, visitor, thread, 1 + ((said - 1) % 2), Words)).Value);
        Assert.NotNull((await Rate(world, visitor, thread, 1 + (said % 2))).Value);
        Assert.Equal(said + 1, (await Ratings(world, thread)).Count);
    }

    [Fact]
    public async Task Words_that_were_rightly_reported_are_gone_for_whoever_answered_the_stars_stay_and_undo_puts_them_back()
    {
        await using var world = await TestWorld.Start();
        var (maya, sam, nour) = (await world.Join(), await world.JoinAgent(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = await world.Rated(maya);
        await world.Published(nour, thread);
        Assert.NotNull((await Rate(world, visitor, thread, 4, Words)).Value);
        var seq = (await Ratings(world, thread))[^1].Seq;
        Assert.Equal(Refusals.NotFound, (await File(visitor, seq)).Refusal);
        Assert.Equal(Refusals.NotFound, (await File(maya, (await Ratings(world, thread))[0].Seq)).Refusal);

        var report = (await File(maya, seq)).Value!;
        var decision = (await world.Get<DecideReport>().Run(nour, report.ReportId, right: true)).Value!;

        Assert.Equal((EventKinds.Rating, null, 4), await Seen(maya.Id));
        Assert.Equal((EventKinds.Rating, null, 4), await Seen(sam.Id));
        Assert.Equal((EventKinds.Rating, Words, 4), await Seen(nour.Id));
        Assert.Equal((EventKinds.Rating, Words, 4), await Seen(visitor.Id));
        Assert.Null((await world.Get<ThreadReader>().SnapshotForPrograms(await world.Again(thread), 0)).Events.Single(e => e.Seq == seq).Text);
        // Whoever has it open loses the words at once, also after the end.
        var told = world.Notices.Events.Last(e => e.Happened.Seq == seq);
        Assert.Contains(maya.Id, told.Parties.Members);
        // What stands on its page is another matter.
        Assert.True((await world.Edition(thread)).IsPublic);

        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.Equal((EventKinds.Rating, Words, 4), await Seen(maya.Id));

        Task<Reply<ReportView>> File(Caller by, long which) => world.Get<FileReport>().Run(by, thread.PublicId, new(which, ReportReasons.Unkind));
        async Task<(string, string?, int?)> Seen(Guid by) =>
            (await world.Get<ThreadReader>().Snapshot(await world.Again(thread), 0, by)).Events.Where(e => e.Seq == seq).Select(e => (e.Kind, e.Text, e.Status?.Stars)).Single();
    }

    [Fact]
    public async Task Reported_words_of_a_rating_take_no_page_out_of_sight()
    {
        await using var world = await TestWorld.Start();
        var here = await world.Set(site => site with { ReportHideAfter = 1 });
        var (maya, nour) = (await world.Join(here), await world.Join(here, roles: Roles.Moderator));
        var (visitor, thread) = await world.Rated(maya);
        await world.Published(nour, thread);
        Assert.NotNull((await Rate(world, visitor, thread, 4, Words)).Value);

        Assert.NotNull((await world.Get<FileReport>().Run(maya, thread.PublicId, new((await Ratings(world, thread))[^1].Seq, ReportReasons.Unkind))).Value);

        Assert.True((await world.Edition(thread)).IsPublic);
    }

    [Fact]
    public async Task Words_that_were_taken_away_do_not_come_back_with_other_stars()
    {
        await using var world = await TestWorld.Start();
        var (maya, nour) = (await world.Join(), await world.Join(roles: Roles.Moderator));
        var (visitor, thread) = await world.Rated(maya);
        Assert.NotNull((await Rate(world, visitor, thread, 1, Words)).Value);
        var report = (await world.Get<FileReport>().Run(maya, thread.PublicId, new((await Ratings(world, thread))[^1].Seq, ReportReasons.Unkind))).Value!;
        var decision = (await world.Get<DecideReport>().Run(nour, report.ReportId, right: true)).Value!;
        var before = (await Ratings(world, thread)).Count;

        // The words stand in the form still; typed a little otherwise they are the same.
        Assert.NotNull((await Rate(world, visitor, thread, 1, Words)).Value);
        Assert.NotNull((await Rate(world, visitor, thread, 2, Words)).Value);
        Assert.NotNull((await Rate(world, visitor, thread, 2, Words.Replace(" ", "  ", StringComparison.Ordinal))).Value);

        Assert.Equal([(null, 2)], (await Ratings(world, thread)).Skip(before).Select(rating => (rating.Body, rating.Status?.Stars)));
        Assert.Equal(2, (await world.Again(thread)).Stars);
        Assert.NotNull((await Rate(world, visitor, thread, 2, "Not what I needed.")).Value);
        Assert.Equal("Not what I needed.", (await Ratings(world, thread))[^1].Body);
        // What is back may be said again.
        Assert.NotNull((await world.Get<UndoDecision>().Run(nour, decision.Together)).Value);
        Assert.NotNull((await Rate(world, visitor, thread, 3, Words)).Value);
        Assert.Equal(Words, (await Ratings(world, thread))[^1].Body);
    }

    private static Task<Reply<Done>> Rate(TestWorld world, VisitorCaller visitor, ThreadRecord thread, int stars, string? words = null) =>
        world.Get<RateThread>().Run(visitor, new RatingRequest(thread.PublicId, stars, words, MayPublish: true, Consent: "2"));

    private static async Task<IReadOnlyList<EventRow>> Ratings(TestWorld world, ThreadRecord thread) =>
        [.. (await world.Get<ThreadStore>().Events(thread.Id, after: 0)).Where(e => e.Kind == EventKinds.Rating)];
}
