using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Hubs;

/// <summary>One visitor on two pages at once.</summary>
public sealed class TwoTabsTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const int Each = 200;

    [Fact]
    public async Task Both_send_two_hundred_and_both_show_four_hundred_once_in_one_order()
    {
        var shop = await app.Open();
        await using var one = await shop.ConnectedVisitor();
        await using var two = await one.AnotherTab().Connect();
        var id = (await one.Socket.Ask(Keys.Question("Which tab am I?"))).Value!.Thread.ThreadId;
        await Task.WhenAll(Send(one, id, "one"), Send(two, id, "two"));

        var kept = (await one.Http.Resume(id, 0)).Value!;
        var texts = kept.Events.Where(e => e.Kind == EventKinds.Message).Select(e => e.Text!).ToList();
        Assert.Equal((2 * Each) + 1, texts.Distinct().Count());
        foreach (var tab in new[] { one, two })
        {
            await tab.Screen.Until(id, e => e.Seq == kept.HeadSeq, "the newest event");
            tab.Screen.Show((await tab.Socket.Resume(id, 0)).Value!);
            Assert.Equal(texts, tab.Screen.Texts(id));
            Assert.Empty(tab.Screen.Faults);
        }
        await two.Socket.Seen(id, kept.HeadSeq);
        Assert.Equal(kept.HeadSeq, (await one.UntilSeen(kept.HeadSeq)).Seq);
        await app.Check();
    }

    // In order on each page, as a person types.
    private static async Task Send(VisitorDriver tab, string id, string name)
    {
        for (var number = 0; number < Each; number++) Assert.NotNull((await tab.Socket.Send(new(id, Keys.New(), $"{name} {number}"))).Value);
    }
}
