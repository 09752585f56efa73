using CommunityWidget.Integrations;
using CommunityWidget.Threads;

namespace CommunityWidget.Admin.Forms;

/// <summary>A webhook as it is typed.</summary>
public sealed class WebhookForm
{
    public string? Address { get; set; }

    public List<string> Events { get; set; } = [];

    public bool WithText { get; set; }

    public static WebhookForm Of(Webhook hook) => new() { Address = hook.Address, Events = [.. hook.EventList], WithText = hook.WithText };

    public Reading<WebhookSettings> Read(bool allowPrivate)
    {
        var faults = new List<Fault>();
        var (address, fault) = WebhookAddress.Read(Address, allowPrivate);
        if (fault is not null) faults.Add(new("Webhook.Address", fault));
        var events = SubscribedKinds.All.Where(Events.Contains).ToList();
        if (events.Count == 0) faults.Add(new("Webhook.Events", "webhook_events"));
        return faults.Count > 0 ? faults : new WebhookSettings(address!, string.Join(' ', events), WithText, Paused: false, Deleted: false);
    }
}
