using CommunityWidget.Integrations;

namespace CommunityWidget.Admin;

/// <summary>What an admin sets of a webhook; its secret stands nowhere but with it.</summary>
public sealed record WebhookSettings(string Address, string Events, bool WithText, bool Paused, bool Deleted)
{
    public static WebhookSettings Of(Webhook hook) => new(hook.Address, hook.Events, hook.WithText, hook.PausedAt is not null, hook.DeletedAt is not null);

    public Webhook On(Webhook hook, long now) => hook with
    {
        Address = Address,
        Events = Events,
        WithText = WithText,
        PausedAt = Paused ? hook.PausedAt ?? now : null,
        DeletedAt = Deleted ? hook.DeletedAt ?? now : null,
    };
}
