using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Integrations;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Integrations;

/// <summary>A world whose sites may have webhooks on this machine, and what the delivering worker would do.</summary>
public static class HookWorld
{
    public static Task<TestWorld> Start() =>
        TestWorld.Start(also: services => services.Configure<WebhookOptions>(options => options.AllowPrivate = true));

    /// <summary>A webhook for these events, all of them when none is named; gives it with its secret.</summary>
    public static async Task<(Webhook Hook, string Secret)> Listen(this TestWorld world, string address, Site? site = null, string? events = null, bool withText = false)
    {
        var secret = WebhookSecrets.New();
        var hook = new Webhook
        {
            Id = world.Clock.NewId(),
            Site = (site ?? world.Here).Id,
            Address = address,
            Events = events ?? string.Join(' ', SubscribedKinds.All),
            WithText = withText,
            Secret = world.Get<WebhookSecrets>().Keep(secret),
            CreatedAt = world.Now,
        };
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<WebhookStore>().Add(tx, hook);
            return Done.It;
        });
        return (hook, secret);
    }

    public static Task Save(this TestWorld world, Webhook hook) => world.Db.Write<Done>(async tx =>
    {
        await world.Get<WebhookStore>().Save(tx, hook);
        return Done.It;
    });

    public static Task<long> Rows(this TestWorld world, string table) => world.Db.Find<long>($"select count(*) from {table}");

    /// <summary>What the worker does: every webhook by itself, until nothing is due.</summary>
    public static async Task Deliver(this TestWorld world)
    {
        while (await world.Get<DeliveryStore>().Due() is { Count: > 0 } due)
            await Task.WhenAll(due.Select(async webhook => { while (await world.Get<DeliverWebhooks>().Run(webhook)) { } }));
    }

    /// <summary>Time goes by for whoever delivers and nobody else.</summary>
    public static async Task Wait(this TestWorld world, TimeSpan time, TimeSpan? step = null)
    {
        for (var gone = TimeSpan.Zero; gone < time; gone += step ?? TimeSpan.FromMinutes(1))
        {
            world.Clock.Advance(step ?? TimeSpan.FromMinutes(1));
            await world.Deliver();
        }
    }

    /// <summary>A visitor asks, a volunteer answers a few times, and it ends.</summary>
    public static async Task<ThreadRecord> Talk(this TestWorld world, CommunityWidget.People.MemberCaller maya, int messages = 3)
    {
        var (visitor, thread) = await world.TalkWith(maya);
        for (var i = 0; i < messages; i++)
        {
            Assert.Null((await world.Say(maya, thread, $"Answer {i}.")).Refusal);
            Assert.Null((await world.Say(visitor, thread, $"And {i}?")).Refusal);
        }
        await world.End(maya, await world.Again(thread));
        return await world.Again(thread);
    }
}
