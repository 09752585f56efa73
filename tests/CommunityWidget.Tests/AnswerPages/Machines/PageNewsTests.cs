using System.Net;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Questions.Suggesting;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>A change takes what shows it out of what is kept, and nothing else.</summary>
public sealed class PageNewsTests
{
    private const string Everything = "page like other list elsewhere";

    [Fact]
    public async Task What_no_reader_can_see_takes_nothing()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, like, other) = (await pages.Publish("Does it dim?", "With any dimmer."), await pages.Publish("Does the lamp dim?", "It does."), await pages.Publish("Is it heavy?", "It is light."));
        var editions = world.Get<EditionStore>();

        await Keep(world, page, like, other);
        var draft = await pages.Draft("Does it hum?", "With an old dimmer it does.");
        Assert.Equal(Everything, Kept(world));
        await Write(world, async tx => Assert.True(await editions.Reword(tx, draft, draft with { Title = "Does it hum at all?", Revision = 1 }, await editions.Answers(draft.Id))));
        Assert.Equal(Everything, Kept(world));
        await world.Get<ReviewThread>().Reject(await pages.Moderator(), draft.PublicId);
        Assert.Equal(Everything, Kept(world));
        var hums = await pages.Draft("Does it hum?", "With an old dimmer it does.");
        Assert.NotNull((await world.Get<ReviewThread>().Publish(await pages.Moderator(), hums.PublicId, null)).Value);
        Assert.Equal("page like other elsewhere", Kept(world));
    }

    [Fact]
    public async Task A_page_takes_with_it_the_lists_and_what_names_it()
    {
        await using var world = await TestWorld.Start();
        var pages = new PublishedPages(world);
        var (page, like, other) = (await pages.Publish("Does it dim?", "With any dimmer."), await pages.Publish("Does the lamp dim?", "It does."), await pages.Publish("Is it heavy?", "It is light."));
        var (editions, edits, nour) = (world.Get<EditionStore>(), world.Get<EditionEdits>(), await pages.Moderator());
        var changes = new Func<Task>[]
        {
            () => Write(world, tx => edits.SetOutdated(tx, page.Id, outdated: true, world.Now)),
            () => Write(world, tx => editions.Hide(tx, page.Thread, world.Now)),
            () => Write(world, tx => editions.Show(tx, page.Id)),
            () => Write(world, tx => edits.Check(tx, page.Id, isTrue: true, world.Now)),
            // Nothing becomes of it the second time but its date.
            () => Write(world, tx => edits.Check(tx, page.Id, isTrue: true, world.Now)),
            async () => Assert.Null((await world.Get<TakeVote>().Run(world.Here, page.PublicId, TakeVote.Helped, null, "reader")).Refusal),
            async () => Assert.NotNull((await world.Get<TakeAnswered>().Run(world.Here, page.PublicId, IPAddress.Loopback)).Value),
            async () => Assert.NotNull((await world.Get<ReviewThread>().Withdraw(nour, page.PublicId)).Value),
        };

        foreach (var change in changes)
        {
            await Keep(world, page, like, other);
            Assert.Equal(Everything, Kept(world));
            await change();
            Assert.Equal("other elsewhere", Kept(world));
        }
    }

    private static Task Write(TestWorld world, Func<Tx, Task> work) => world.Db.Write<Done>(async tx =>
    {
        await work(tx);
        return Done.It;
    });

    private static async Task Keep(TestWorld world, Edition page, Edition like, Edition other)
    {
        About[] all = [new(page.Site, page.Id), new(page.Site, like.Id) { Others = [page.Id] }, new(page.Site, other.Id), new(page.Site), new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), page.Id)];
        foreach (var (name, about) in Everything.Split(' ').Zip(all)) await world.Get<AnswerCache>().Make(name, at => Task.FromResult<KeptPage?>(new([1], 200, [], about, at)));
    }

    private static string Kept(TestWorld world) => string.Join(' ', Everything.Split(' ').Where(name => world.Get<AnswerCache>().Find(name) is not null));
}
