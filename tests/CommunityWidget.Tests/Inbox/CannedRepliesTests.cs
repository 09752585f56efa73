using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Inbox;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Inbox;

public sealed class CannedRepliesTests
{
    [Fact]
    public async Task Replies_are_kept_for_their_site_changed_under_the_version_seen_and_kept_again_after_they_were_removed()
    {
        await using var world = await TestWorld.Start();
        var (sam, next) = (await world.JoinAgent(), await world.JoinAgent(world.There));
        var first = (await Save(world, sam, null, "Hello", "Hello {{visitor}}, about {{ topic }}:")).Value!;
        await Save(world, sam, null, "Bye", "Bye, {{agent}}");

        Assert.Equal(["Bye", "Hello"], (await All(world, sam)).Select(r => r.Title));
        Assert.Empty(await All(world, next));
        var changed = (await Save(world, sam, first.Id, "Hi", "Hi!", first.Version)).Value!;
        Assert.Equal(Refusals.ChangedMeanwhile, (await Save(world, sam, first.Id, "Hey", "Hey!", first.Version)).Refusal);
        Assert.Equal(Refusals.NotFound, (await Save(world, next, first.Id, "Hey", "Hey!", changed.Version)).Refusal);
        Assert.Equal(Refusals.NotFound, (await world.Get<CannedReplies>().Remove(next, first.Id)).Refusal);

        Assert.NotNull((await world.Get<CannedReplies>().Remove(sam, first.Id)).Value);
        Assert.Equal(["Bye"], (await All(world, sam)).Select(r => r.Title));
        await Save(world, sam, changed.Id, changed.Title, changed.Text, changed.Version);
        Assert.Equal(["Bye", "Hi"], (await All(world, sam)).Select(r => r.Title));
    }

    [Theory]
    [InlineData("", "x", 2014)]
    [InlineData("a\nb", "x", 2014)]
    [InlineData("Title", " ", 2001)]
    [InlineData("Title", "{{name}}", 2012)]
    [InlineData("Title", "{{}}", 2012)]
    public async Task What_cannot_be_kept_is_refused_by_its_number(string title, string text, int number)
    {
        await using var world = await TestWorld.Start();
        Assert.Equal(number, (await Save(world, await world.JoinAgent(), null, title, text)).Refusal!.Number);
    }

    private static Task<Reply<CannedReply>> Save(TestWorld world, MemberCaller by, string? id, string title, string text, long version = 0) =>
        world.Get<CannedReplies>().Save(by, id, title, text, version);

    private static Task<IReadOnlyList<CannedReply>> All(TestWorld world, MemberCaller by) => world.Get<CannedReplies>().All(by);
}
