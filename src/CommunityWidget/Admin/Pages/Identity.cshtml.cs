using CommunityWidget.People;
using CommunityWidget.People.Identity;
using CommunityWidget.Sites;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Admin.Pages;

/// <summary>How the shop says who its customers are: keys, how to sign, a token tried, and whether nobody else is served.</summary>
public sealed class IdentityModel(AdminDesk desk, ChangeSite change, ChangeIdentity identity, IdentityKeys keys, VerifyIdentity verify) : SettingsPage(desk, change)
{
    public IReadOnlyList<IdentityKey> Keys { get; private set; } = [];

    /// <summary>Only customers are served, and nothing is left by which the shop could name one.</summary>
    public bool ShutsAllOut => Site.IdentityRequired && Keys.Count == 0;

    public (string Title, string Text, string Note)? Made { get; private set; }

    public string? Pem { get; private set; }

    public string? Token { get; private set; }

    public string? Verdict { get; private set; }

    public bool IsGood { get; private set; }

    public IReadOnlyList<(string Name, string Code)> Snippets => IdentitySnippets.For(Site.Key, Keys.LastOrDefault(key => key.Algorithm == IdentityKey.Hmac)?.Kid ?? "KID");

    // A token tried changes nothing.
    protected override Permission Needs => Request.Query["handler"] == "Try" ? Permission.Oversee : base.Needs;

    public async Task<IActionResult> OnPostSecret()
    {
        var reply = await identity.MakeSecret(Me!);
        if (reply.Value is not { } made) return await Refuse(reply.Refusal!);
        Made = (A.IdentitySecretShown(made.Key.Kid), made.Secret!, A.IdentitySecretOnce);
        return await Show();
    }

    public async Task<IActionResult> OnPostPublic(string? pem)
    {
        Pem = pem;
        if (IdentityKeys.PublicKey(pem) is not { } key) return await Refuse([new Fault("pem", "public_key")]);
        var reply = await identity.AddPublic(Me!, key);
        if (reply.Refusal is { } refusal) return await Refuse(refusal);
        Pem = null;
        return await Show();
    }

    public async Task<IActionResult> OnPostRevoke(Guid id) => await Done(await identity.Revoke(Me!, id));

    public async Task<IActionResult> OnPostTry(string? token)
    {
        Token = token?.Trim();
        var read = await verify.Run(Site, Token);
        (IsGood, Verdict) = (read.Fault is null, A.IdentityVerdict(read));
        return await Show();
    }

    public async Task<IActionResult> OnPostRequired(bool required, string? seen)
    {
        // Turned on without a key, it would shut everybody out.
        if (required && (await keys.OfSite(Site.Id)).Count == 0) return await Refuse([new Fault("required", "identity_no_key")]);
        Reading<string> read = required ? "yes" : "no";
        return await Save(read, seen, [SiteFields.IdentityRequired], (site, on) => site with { IdentityRequired = on == "yes" });
    }

    protected override async Task Load() => Keys = await keys.OfSite(Site.Id);
}
