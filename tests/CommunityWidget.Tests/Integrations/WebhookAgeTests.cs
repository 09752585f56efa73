using CommunityWidget.Database;
using CommunityWidget.Integrations;
using CommunityWidget.Telemetry;
using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.Integrations;

/// <summary>What a receiver that does not answer looks like from outside.</summary>
public sealed class WebhookAgeTests
{
    [Fact]
    public async Task How_long_the_oldest_has_been_waiting_is_measured_where_it_could_go()
    {
        await using var world = await HookWorld.Start();
        await using var shop = await WebhookReceiver.Start();
        shop.Answer = (_, _) => Task.FromResult(500);
        var (hook, _) = await world.Listen(shop.Address);
        var gauge = new WebhookAge(world.Db, world.Clock);
        Assert.Equal([new Reading(0)], await gauge.Read());

        await world.Question();
        await world.Wait(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));

        Assert.Equal([new Reading(30)], await gauge.Read());
        await world.Save(hook with { PausedAt = world.Now });
        Assert.Equal([new Reading(0)], await gauge.Read());
        await world.Save(hook);
        shop.Answer = (_, _) => Task.FromResult(204);
        await world.Wait(TimeSpan.FromMinutes(10));
        Assert.Equal([new Reading(0)], await gauge.Read());
    }

    [Fact]
    public async Task However_many_wait_only_the_hundred_that_are_due_first_are_looked_at_for_it()
    {
        await using var world = await HookWorld.Start();
        var (hook, _) = await world.Listen("https://nowhere.example/hook");
        var gauge = new WebhookAge(world.Db, world.Clock);
        Task Wait(int number, long secondsAgo) => world.Get<DeliveryStore>().Add(new Delivery
        {
            Webhook = hook.Id, Event = $"e-{number}", Thread = world.Clock.NewId(), Kind = WriteBody.Test, CreatedAt = world.Now - (secondsAgo * 1_000), DueAt = world.Now + number,
        });

        for (var i = 0; i < 99; i++) await Wait(i, secondsAgo: 5);
        await Wait(99, secondsAgo: 60);
        await Wait(100, secondsAgo: 3_600);

        Assert.Equal([new Reading(60)], await gauge.Read());
    }
}
