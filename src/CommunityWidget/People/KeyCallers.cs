using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>Who calls with a key in <c>Authorization: Bearer</c>. There no cookie counts, so that no foreign page can borrow one.</summary>
public sealed class KeyCallers(ApiKeyStore keys, MemberStore members, SiteStore sites, TimeProvider clock)
{
    /// <summary>What programs call stands below this address, and nothing else does.</summary>
    public const string Path = "/api/v1";

    private const string Scheme = "Bearer ";

    public async Task<Identified> Identify(HttpRequest request)
    {
        string? header = request.Headers.Authorization;
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return Identified.Nobody;
        if (await keys.ByKey(header[Scheme.Length..].Trim()) is not { } key) return Identified.Nobody;
        // Who may not sign in does not act by a program either.
        if (await members.Find(key.Member) is not { } member || member.SuspendedAt(clock.NowMs())) return new(Refusals.Suspended);
        await keys.Touch(key);
        var site = await sites.Get(key.Site);
        return new(null, site, new KeyCaller(site, member, key));
    }
}
