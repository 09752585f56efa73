using System.Security.Cryptography;
using CommunityWidget.Database;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityWidget.Admin.Forms;

/// <summary>
/// What a form will make is drawn when the form is shown, and sealed into it: pressed twice it makes one thing, and whoever sees only the second
/// answer sees the same secret.
/// </summary>
public sealed class FormSeals(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Webhook = "webhook", Key = "key";

    /// <summary>The same again so soon is one press too many, and is told the same; later it is told that it was made already.</summary>
    public const long DoubleClickMs = 10_000;

    /// <param name="site">Whose form it is; on another site it opens nothing.</param>
    /// <param name="kind">What it makes.</param>
    /// <param name="secret">That of what will be made.</param>
    public string New(Guid site, string kind, string secret) => Protector(site, kind).Protect($"{clock.NewId():N}{secret}");

    /// <summary>Null for what we did not seal for this form.</summary>
    public Drawn? Open(Guid site, string kind, string? seal)
    {
        if (string.IsNullOrEmpty(seal)) return null;
        try
        {
            var text = Protector(site, kind).Unprotect(seal);
            return new(Guid.ParseExact(text[..32], "N"), text[32..]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Guid site, string kind) => protection.CreateProtector("form", kind, site.ToString());
}

/// <param name="Id">Of what is made.</param>
/// <param name="Secret">Shown once it is made.</param>
public sealed record Drawn(Guid Id, string Secret);
