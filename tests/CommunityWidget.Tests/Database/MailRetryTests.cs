using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Database;

/// <summary>When a mail that no server takes is tried again, and for how often.</summary>
public sealed class MailRetryTests
{
    private readonly Handler _handler = new();

    [Theory]
    [InlineData(null, 2_000, 30_000, 300_000, 1_800_000)]
    [InlineData("200,1000,400,3000", 200, 1_000, 400, 3_000)]
    public async Task A_mail_is_tried_again_after_the_waits_that_are_set_and_set_aside_with_the_fifth_failure(string? set, params int[] waits)
    {
        await using var world = await TestWorld.Start(also: services =>
        {
            services.AddSingleton<IOutboxHandler>(_handler);
            if (set is not null) services.PostConfigure<MailRetryOptions>(mails => mails.RetriesMs = set);
        });
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<Outbox>().Add(tx, "mail.test", world.Clock.NewId(), 1);
            return Done.It;
        });

        await Deliver(world);
        foreach (var (place, wait) in waits.Index())
        {
            world.Clock.Advance(TimeSpan.FromMilliseconds(wait - 1));
            await Deliver(world);
            Assert.Equal((place + 1, "new"), (_handler.Tries, await State(world)));
            world.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Deliver(world);
        }

        Assert.Equal((5, "dead"), (_handler.Tries, await State(world)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2000,30000,300000")]
    [InlineData("2000,30000,300000,1800000,1800000")]
    [InlineData("2000,30000,300000,soon")]
    [InlineData("2000,30000,300000,-1800000")]
    [InlineData("50,30000,300000,1800000")]
    [InlineData("2000,30000,300000,3600000")]
    public void Waits_that_are_no_five_tries_within_an_hour_stop_the_start_with_a_sentence(string waits) =>
        Assert.Contains("Email:RetriesMs is not 4 waits", new MailRetryOptions { RetriesMs = waits }.Fault(), StringComparison.Ordinal);

    [Fact]
    public void Those_it_comes_with_are_well() => Assert.Null(new MailRetryOptions().Fault());

    private static async Task Deliver(TestWorld world)
    {
        while (await world.Get<DeliverOutbox>().Run(OutboxLanes.Mail)) { }
    }

    private static Task<string?> State(TestWorld world) => world.Db.Find<string>("select state from outbox where kind = 'mail.test'");

    private sealed class Handler : IOutboxHandler
    {
        public int Tries { get; private set; }

        public bool Wants(string kind) => kind == "mail.test";

        public Task Handle(OutboxMessage message)
        {
            Tries++;
            throw new InvalidOperationException("No server takes it.");
        }
    }
}
