using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>What a flood leaves behind in memory. By itself: memory is the process's, and what other tests hold would be counted.</summary>
[Collection(nameof(ByItself))]
public sealed class FloodMemoryTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly string[] Written =
    [
        """{"type":1,"target":"Nowhere","arguments":[]}""",
        """{"type":1,"target":"Typing","arguments":["abcdefghij",1,2,3]}""",
        """{"type":1,"invocationId":"#","target":"Resume","arguments":["abcdefghij",0]}""",
        """{"type":1,"invocationId":"#","target":"Send","arguments":[{"threadId":"abcdefghij","key":"test-key-#","text":"#"}]}""",
    ];

    [Fact]
    public async Task Forty_thousand_frames_leave_nothing_behind_in_memory()
    {
        var shop = await app.Open();
        await Flood(shop, 2_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await Flood(shop, 40_000);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 10_000_000);
        Assert.NotNull((await (await shop.Visitor()).Http.Ask(Keys.Question("Still there?"))).Value);
        await app.Check();
    }

    // A line that was closed for it is opened anew.
    private static async Task Flood(Shop shop, int count)
    {
        for (var sent = 0; sent < count;)
        {
            await using var visitor = await shop.ConnectedVisitor();
            for (var here = 0; here < 10_000 && sent < count && !visitor.Line.Ended.IsCompleted; here++, sent++)
                await visitor.Line.SendText(Written[sent % Written.Length].Replace("#", $"{sent}", StringComparison.Ordinal));
        }
    }
}
