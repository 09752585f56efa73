using CommunityWidget.Admin.Forms;
using CommunityWidget.Contracts;
using CommunityWidget.Integrations;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Admin.Pages;

/// <summary>What the site's own programs may hear, read and answer.</summary>
public sealed class IntegrationsModel(
    AdminDesk desk, WebhookStore hooks, DeliveryStore deliveries, ChangeWebhook change, ApiKeyStore keys, ChangeKey changeKey, MemberStore members, FormSeals seals, IOptions<WebhookOptions> options) : AdminPage(desk)
{
    public WebhookForm Webhook { get; private set; } = new();

    public KeyForm Key { get; private set; } = new();

    /// <summary>What is shown once: a secret or a key, under its title, with what to do with it.</summary>
    public (string Title, string Text, string Note)? Made { get; private set; }

    public IReadOnlyList<Webhook> Hooks { get; private set; } = [];

    public IReadOnlyDictionary<Guid, Standing> Standings { get; private set; } = new Dictionary<Guid, Standing>();

    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    /// <summary>Who may answer by a key.</summary>
    public IReadOnlyList<Member> Authors { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What the next webhook and the next key will be; each form makes one.</summary>
    public string NextWebhook => seals.New(Site.Id, FormSeals.Webhook, WebhookSecrets.New());

    public string NextKey => seals.New(Site.Id, FormSeals.Key, ChangeKey.NewSecret());

    public async Task<IActionResult> OnPostAdd([FromForm(Name = "Webhook")] WebhookForm typed, string? next)
    {
        Webhook = typed;
        var read = typed.Read(options.Value.AllowPrivate);
        if (read.Value is not { } settings) return await Refuse(read.Faults);
        if (seals.Open(Site.Id, FormSeals.Webhook, next) is not { } drawn) return await Refuse(Refusals.ChangedMeanwhile);
        var reply = await change.Make(Me!, settings, drawn);
        if (reply.Value is not { } made) return await Refuse(reply.Refusal!);
        (Webhook, Made) = (new(), (A.SecretShown, made.Secret, A.SecretOnce));
        return await Show();
    }

    public async Task<IActionResult> OnPostKey([FromForm(Name = "Key")] KeyForm typed, string? next)
    {
        Key = typed;
        var read = typed.Read();
        if (read.Value is not { } wanted) return await Refuse(read.Faults);
        if (seals.Open(Site.Id, FormSeals.Key, next) is not { } drawn) return await Refuse(Refusals.ChangedMeanwhile);
        var reply = await changeKey.Make(Me!, wanted, drawn);
        if (reply.Value is not { } made) return await Refuse(reply.Refusal!);
        (Key, Made) = (new(), (A.KeyShown(made.Key.Name), made.Secret, A.KeyOnce));
        return await Show();
    }

    public async Task<IActionResult> OnPostRevoke(Guid id) => await Done(await changeKey.Revoke(Me!, id));

    protected override async Task Load()
    {
        Hooks = await hooks.OfSite(Site.Id);
        Standings = await deliveries.Standings(Site.Id);
        Keys = await keys.OfSite(Site.Id);
        var all = await members.OfSite(Site.Id);
        Names = all.ToDictionary(member => member.Id, member => member.Name);
        Authors = [.. all.Where(ChangeKey.MayAnswer)];
    }
}
