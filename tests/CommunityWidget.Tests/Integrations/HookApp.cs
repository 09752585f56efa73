using CommunityWidget.Admin;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Tests.Integrations;

/// <summary>The program, letting webhooks go to this machine.</summary>
public sealed class HookApp() : RunningApp(new() { ["Webhooks:AllowPrivate"] = "true", ["Webhooks:RetryMs"] = "1000" });

public static class Programs
{
    /// <summary>A program of the shop with a key that may do this, acting as an author of its own.</summary>
    public static async Task<(WebDoor Web, ApiKey Key)> Program(this RunningApp app, Shop shop, string scopes = "read answer", Member? actsAs = null)
    {
        var admin = new MemberCaller(shop.Site, await shop.Add(Roles.Admin));
        var made = (await app.Get<ChangeKey>().Make(admin, new("Help desk", scopes, actsAs?.Id), new(app.Get<TimeProvider>().NewId(), ChangeKey.NewSecret()))).Value!;
        return (new(app.Address, new Dictionary<string, string> { ["Authorization"] = $"Bearer {made.Secret}" }), made.Key);
    }
}
