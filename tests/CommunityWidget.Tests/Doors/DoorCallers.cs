using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Doors;

/// <summary>Everybody who may come to a door: each role, each site, and each credential that is missing, foreign, made up, ended or from a foreign page.</summary>
public sealed class DoorCallers(RunningApp app, Shop shop, string visitorToken)
{
    private const string Elsewhere = "https://elsewhere.example";

    public async Task<IReadOnlyList<DoorCaller>> All()
    {
        var (ended, suspended) = (await shop.Add(Roles.Admin), await shop.Add(Roles.Admin));
        var (endedCookie, suspendedCookie) = (await shop.SignIn(ended), await shop.SignIn(suspended));
        await app.Write(tx => tx.Execute("update members set sign_in_stamp = 'another' where id = @Id", new { ended.Id }));
        await app.Write(tx => tx.Execute("update members set suspended_until = @until where id = @Id", new { suspended.Id, until = long.MaxValue }));
        var admin = await shop.SignIn(await shop.Add(Roles.Admin));
        var other = await app.Neighbour.Visitor();
        return
        [
            new("nobody", Who.Nobody, Page()) { Form = await Form(null) },
            new("a page without a visitor", Who.Nobody, Visitor(shop.Site.Key, null)),
            new("a token never given", Who.Nobody, Visitor(shop.Site.Key, Secret.New())),
            new("a token with another site's key", Who.Nobody, Visitor(app.Neighbour.Site.Key, visitorToken)),
            new("a pass that has expired", Who.Nobody, Visitor(shop.Site.Key, await Expired())),
            new("a visitor", Who.Visitor, Visitor(shop.Site.Key, (await shop.Visitor()).Token)),
            new("another site's visitor", Who.Visitor, Visitor(app.Neighbour.Site.Key, other.Token)) { IsForeign = true },
            new("a visitor on a page elsewhere", Who.Visitor, Visitor(shop.Site.Key, visitorToken, Elsewhere)) { IsElsewhere = true },
            await Member("a super user", Who.SuperUser, shop, Roles.SuperUser),
            await Member("an agent", Who.Agent, shop, Roles.Agent),
            await Member("a moderator", Who.Moderator, shop, Roles.Moderator),
            new("an admin", Who.Admin, Page(admin)) { Form = await Form(admin) },
            await Member("another site's super user", Who.SuperUser, app.Neighbour, Roles.SuperUser) with { IsForeign = true },
            await Member("another site's admin", Who.Admin, app.Neighbour, Roles.Admin) with { IsForeign = true },
            new("an admin on a page elsewhere", Who.Admin, Page(await shop.SignIn(await shop.Add(Roles.Admin)), Elsewhere)) { IsElsewhere = true },
            new("an admin on a page without an origin", Who.Admin, Page(await shop.SignIn(await shop.Add(Roles.Admin)), "null")) { IsElsewhere = true },
            new("an admin whose session was ended", Who.Nobody, Page(endedCookie)) { Form = await Form(endedCookie) },
            new("an admin who is suspended", Who.Nobody, Page(suspendedCookie)) { Form = await Form(suspendedCookie) },
            new("a cookie made up", Who.Nobody, Page($"{MemberSession.Cookie}=CfDJ8{Secret.New()}")) { Form = await Form(null) },
            await Key("a reading key", Who.ReadingKey, shop, ApiKey.Read),
            await Key("an answering key", Who.AnsweringKey, shop, $"{ApiKey.Read} {ApiKey.Answer}"),
            await Key("another site's key", Who.AnsweringKey, app.Neighbour, $"{ApiKey.Read} {ApiKey.Answer}") with { IsForeign = true },
            await Key("a key that was revoked", Who.Nobody, shop, ApiKey.Read, revoked: true),
            new("a key never given", Who.Nobody, Bearer(ApiKey.Start + Secret.New())),
        ];
    }

    private async Task<DoorCaller> Member(string name, Who role, Shop site, string roles)
    {
        var cookie = await site.SignIn(await site.Add(roles));
        return new(name, role, Page(cookie)) { Form = await Form(cookie) };
    }

    private async Task<DoorCaller> Key(string name, Who scope, Shop site, string scopes, bool revoked = false)
    {
        var (clock, keys, secret) = (app.Get<TimeProvider>(), app.Get<ApiKeyStore>(), ApiKey.Start + Secret.New());
        var member = await site.Add(Roles.SuperUser);
        var key = new ApiKey { Id = clock.NewId(), Site = site.Site.Id, Member = member.Id, Name = name, Prefix = secret[..8], KeyHash = Secret.Hash(secret), Scopes = scopes, CreatedAt = clock.NowMs() };
        await app.Write(async tx =>
        {
            await keys.Add(tx, key);
            if (revoked) await keys.SetRevoked(tx, key.Site, key.Id, revoked: true);
        });
        return new(name, scope, Bearer(secret));
    }

    private async Task<string> Expired()
    {
        var visitor = await shop.Visitor();
        var thread = (await visitor.Http.Ask(Keys.Question("Long ago"))).Value!.Thread.ThreadId;
        var token = "";
        await app.Write(async tx =>
        {
            var row = (await tx.Query<(Guid Id, Guid Visitor)>("select id, visitor from threads where public_id = @thread", new { thread }))[0];
            token = await app.Get<VisitorStore>().Pass(tx, row.Visitor, row.Id);
            await tx.Execute("update visitor_passes set expires_at = 1 where token_hash = @hash", new { hash = Secret.Hash(token) });
        });
        return token;
    }

    // What a page of ours would have given this browser.
    private async Task<(string, string)?> Form(string? cookie)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (cookie is not null)
        {
            http.Request.Headers.Cookie = cookie;
            http.User = (await http.AuthenticateAsync(MemberSession.Scheme)).Principal!;
        }
        var tokens = app.Get<IAntiforgery>().GetAndStoreTokens(http);
        return (http.Response.Headers.SetCookie.Single()!.Split(';')[0], tokens.RequestToken!);
    }

    private Dictionary<string, string> Page(string? cookie = null, string? origin = null)
    {
        var headers = new Dictionary<string, string> { ["Origin"] = origin ?? app.Address.GetLeftPart(UriPartial.Authority) };
        if (cookie is not null) headers["Cookie"] = cookie;
        return headers;
    }

    private static Dictionary<string, string> Visitor(string site, string? token, string? origin = null)
    {
        var headers = new Dictionary<string, string> { [Callers.SiteHeader] = site };
        if (token is not null) headers[Callers.VisitorHeader] = token;
        if (origin is not null) headers["Origin"] = origin;
        return headers;
    }

    private static Dictionary<string, string> Bearer(string key) => new() { ["Authorization"] = $"Bearer {key}" };
}
