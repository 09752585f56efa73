using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Questions.Suggesting;
using CommunityWidget.Tests.AnswerPages;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Moderation;

/// <summary>What somebody may do so often a day they may do no oftener by doing all of it at once.</summary>
public sealed class DailyLimitTests
{
    private const int AtOnce = 12;

    [Fact]
    public async Task Who_reports_many_pages_at_once_reports_as_many_as_one_after_the_other()
    {
        await using var world = await TestWorld.Start();
        var pages = await Pages(world, AtOnce);
        var file = world.Get<FileReport>();

        await Together(pages, async page => (await file.Run(world.Here, page.PublicId, new(0, ReportReasons.Other), "a reader")).Refusal);

        Assert.Equal(3, await world.Db.Find<long>("select count(*) from reports where reporter = 'a reader'"));
    }

    [Fact]
    public async Task Who_answers_on_many_pages_at_once_answers_as_often_as_one_after_the_other()
    {
        await using var world = await TestWorld.Start();
        var pages = await Pages(world, AtOnce);
        var propose = world.Get<ProposeAnswer>();

        await Together(pages, async page => (await propose.Run(world.Here, page.PublicId, new("Robin", "Mine hums."), "a reader")).Refusal);

        Assert.Equal(5, await world.Db.Find<long>("select count(*) from proposed_answers where mark = 'a reader'"));
    }

    [Fact]
    public async Task Who_votes_on_many_pages_at_once_votes_as_often_as_one_after_the_other()
    {
        await using var world = await TestWorld.Start();
        var pages = await Pages(world, AtOnce);
        await Voted(world, pages[0], "a reader");
        var vote = world.Get<TakeVote>();

        await Together(pages, async page => (await vote.Run(world.Here, page.PublicId, TakeVote.Helped, answer: null, "a reader")).Refusal);

        Assert.Equal(60, await world.Db.Find<long>("select count(*) from reader_votes where mark = 'a reader'"));
    }

    [Fact]
    public async Task Who_says_of_many_pages_at_once_that_they_answered_votes_no_oftener_and_counts_for_no_more_spared_questions()
    {
        await using var world = await TestWorld.Start();
        var pages = await Pages(world, AtOnce);
        var (take, mark) = (world.Get<TakeAnswered>(), (await world.Get<ReaderMarks>().Of(world.Here.Id, IPAddress.Loopback)).Value!);
        await Voted(world, pages[0], mark);

        await Together(pages, async page => (await take.Run(world.Here, page.PublicId, IPAddress.Loopback)).Refusal);

        Assert.Equal((60, 3), await world.Db.Find<(long, long)>("select (select count(*) from reader_votes where mark = @mark), (select count(*) from deflections)", new { mark }));
        // Said again of a page they have counted for, it is no more than before.
        var counted = await world.Db.Find<string>("select p.public_id from pages p join deflections d on d.page = p.id limit 1");
        Assert.Null((await take.Run(world.Here, counted!, IPAddress.Loopback)).Refusal);
    }

    // Nearly all of the day's: under names of their own, on one page.
    private static Task Voted(TestWorld world, Edition page, string mark) => world.Db.Write<Done>(async tx =>
    {
        for (var kind = 0; kind < 57; kind++)
            await tx.Execute("insert into reader_votes (page, mark, kind, yes, at) values (@Id, @mark, @kind, @yes, @Now)", new { page.Id, mark, kind = $"kind {kind}", yes = true, world.Now });
        return Done.It;
    });

    private static async Task Together(IEnumerable<Edition> pages, Func<Edition, Task<Refusal?>> act) =>
        Assert.Contains(await Task.WhenAll(pages.Select(page => Task.Run(() => act(page)))), refusal => refusal is not null);

    private static async Task<IReadOnlyList<Edition>> Pages(TestWorld world, int many)
    {
        var (pages, made) = (new PublishedPages(world), new List<Edition>());
        for (var number = 0; number < many; number++) made.Add(await pages.Publish($"Does lamp {number} dim?", $"With a dimmer of {number} watts."));
        return made;
    }
}
