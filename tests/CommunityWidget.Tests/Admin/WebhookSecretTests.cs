using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Integrations;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Admin;

/// <summary>
/// The first secret ever kept makes the key it is kept with, which is a write of its own. Inside another one it would wait for itself: for a writer
/// on SQLite, which has one.
/// </summary>
public sealed class WebhookSecretTests
{
    private static readonly WebhookSettings Settings = WebhookSettings.Of(new() { Address = "https://shop.example/events", Events = "thread.waiting" });

    [Fact]
    public async Task A_webhook_is_made_where_no_key_was_ever_needed()
    {
        await using var world = await Start();

        var made = (await world.Get<ChangeWebhook>().Make(await world.Join(roles: Roles.Admin), Settings, new(world.Clock.NewId(), WebhookSecrets.New()))).Value!;

        Assert.Equal(1, await world.Db.Find<long>("select count(*) from protection_keys"));
        Assert.StartsWith(WebhookSecrets.Prefix, made.Secret);
    }

    [Fact]
    public async Task So_is_a_new_secret()
    {
        await using var world = await Start();
        var hook = new Webhook { Id = world.Clock.NewId(), Site = world.Here.Id, Address = Settings.Address, Events = Settings.Events, Secret = "kept", CreatedAt = world.Now };
        await world.Db.Write<Done>(async tx =>
        {
            await world.Get<WebhookStore>().Add(tx, hook);
            return Done.It;
        });

        Assert.NotNull((await world.Get<ChangeWebhook>().Rotate(await world.Join(roles: Roles.Admin), hook.Id, WebhookSecrets.Mark("kept"))).Value);
        Assert.Equal("kept", (await world.Get<WebhookStore>().Find(hook.Id))!.OldSecret);
    }

    private static async Task<TestWorld> Start()
    {
        var world = await TestWorld.Start(also: services => services.AddSingleton<ChangeWebhook>());
        Assert.Equal(0, await world.Db.Find<long>("select count(*) from protection_keys"));
        return world;
    }
}
