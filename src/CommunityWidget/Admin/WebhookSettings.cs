using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CommunityWidget.Integrations;

namespace CommunityWidget.Admin;

/// <summary>What an admin sets of a webhook; its secret stands nowhere but with it.</summary>
public sealed record WebhookSettings(string Address, string Events, bool WithText, bool Paused, bool Deleted)
{
    public static WebhookSettings Of(Webhook hook) => new(hook.Address, hook.Events, hook.WithText, hook.PausedAt is not null, hook.DeletedAt is not null);

    /// <summary>A short mark of what its form shows; the form brings it back, so that nobody overwrites what they have not seen.</summary>
    [JsonIgnore]
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Address}\n{Events}\n{WithText}")))[..16];

    public Webhook On(Webhook hook, long now) => hook with
    {
        Address = Address,
        Events = Events,
        WithText = WithText,
        PausedAt = Paused ? hook.PausedAt ?? now : null,
        DeletedAt = Deleted ? hook.DeletedAt ?? now : null,
    };
}
