using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.Questions;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

/// <summary>Questions from before volunteers were shown a masked page and product are shown so too.</summary>
public sealed class OldContextTests
{
    [Fact]
    public async Task What_was_asked_before_is_masked_once_and_what_is_fit_stays_whole()
    {
        await using var world = await TestWorld.Start();
        var (order, lamp) = (await Old(world, "https://here.example/account/orders/104233"), await Old(world, "https://here.example/lamp"));

        await world.Get<MaskOldContexts>().Run();

        Assert.Equal("https://here.example/", (await world.Again(order)).Context(whole: false).Page!.Url);
        Assert.Equal("https://here.example/account/orders/104233", (await world.Again(order)).Context(whole: true).Page!.Url);
        Assert.Equal((null, "https://here.example/lamp"), ((await world.Again(lamp)).MaskedContext, (await world.Again(lamp)).Context(whole: false).Page!.Url));
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from contexts_to_mask"));
    }

    // As a program of before stored it, and the migration listed it.
    private static async Task<ThreadRecord> Old(TestWorld world, string url)
    {
        var visitor = await world.Arrive();
        var asked = await world.Get<AskQuestion>().Run(visitor, new AskRequest(world.NewKey(), "Which size fits?", Language: "en", Page: new(url, "Lamps")));
        var thread = await world.Thread(visitor, asked.Value!.Thread.ThreadId);
        await world.Db.Write<Done>(async tx =>
        {
            await tx.Execute("update threads set masked_context = null where id = @Id", thread);
            await tx.Execute("insert into contexts_to_mask (thread) values (@Id)", thread);
            return Done.It;
        });
        return thread;
    }
}
