using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Conversations;

/// <summary>Keys are kept for a day. What was sent with one is known for good.</summary>
public sealed class ForgottenKeyTests(TwoShops shops) : IClassFixture<TwoShops>
{
    private readonly TestApp _app = shops.App;

    [Fact]
    public async Task After_a_day_the_keys_are_gone_and_a_resend_is_still_no_second_message()
    {
        var visitor = await VisitorDriver.Arrive(_app.Address, shops.Lamps.Key);
        var question = Keys.Question("Does it dim?");
        var asked = (await visitor.Http.Ask(question)).Value!.Thread.ThreadId;
        var message = new Contracts.Visitors.VisitorMessage(asked, Keys.New(), "The tall one.");
        var sent = (await visitor.Http.Send(message)).Value!;
        Assert.Equal(2, await Remembered());

        _app.Clock.Skip(TimeSpan.FromHours(25));
        await Until(async () => await Remembered() == 0);

        Assert.Equal(sent, (await visitor.Http.Send(message)).Value);
        Assert.Equal(Refusals.KeyReused, (await visitor.Http.Send(message with { Text = "Another one." })).Refusal);
        Assert.Equal(asked, (await visitor.Http.Ask(question)).Value!.Thread.ThreadId);
        Assert.Equal(Refusals.KeyReused, (await visitor.Http.Ask(question with { Text = "Does it float?" })).Refusal);
        var texts = (await visitor.Http.Resume(asked, 0)).Value!.Events.Where(e => e.Kind == EventKinds.Message).Select(e => e.Text);
        Assert.Equal(["Does it dim?", "The tall one."], texts);
    }

    private Task<long> Remembered() => _app.Get<Db>().Find<long>("select count(*) from idempotency");

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var late = new CancellationTokenSource(Wire.Patience);
        using var interval = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds()) await interval.WaitForNextTickAsync(late.Token);
    }
}
