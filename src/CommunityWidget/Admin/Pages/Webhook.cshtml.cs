using System.Globalization;
using CommunityWidget.Admin.Forms;
using CommunityWidget.Integrations;
using CommunityWidget.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Admin.Pages;

/// <summary>One webhook: its settings, a test, and the log of what was sent to it.</summary>
public sealed class WebhookModel(
    AdminDesk desk, WebhookStore hooks, DeliveryStore deliveries, ChangeWebhook change, DeliverWebhooks deliver, SubscriptionSignal signal, IOptions<WebhookOptions> options) : AdminPage(desk)
{
    private const int Shown = 25;

    private WebhookForm? _form;
    private string? _seen;

    public Webhook Hook { get; private set; } = new();

    public WebhookForm Form => _form ??= WebhookForm.Of(Hook);

    public (string Title, string Text, string Note)? Made { get; private set; }

    /// <summary>What a test or a replay came to.</summary>
    public string? Told { get; private set; }

    [BindProperty(SupportsGet = true)]
    public bool Failed { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Below { get; set; }

    public IReadOnlyList<Delivery> Log { get; private set; } = [];

    public ILookup<string, Try> Tries { get; private set; } = Array.Empty<Try>().ToLookup(t => t.Event);

    public string? Older { get; private set; }

    public int Days => options.Value.LogDays;

    /// <summary>Minutes until the last try, rounded up to five.</summary>
    public int TriedFor => 5 * (int)Math.Ceiling(options.Value.TriedForMs / 300_000.0);

    /// <summary>Of what the form was opened on.</summary>
    public string Mark => _seen ?? WebhookSettings.Of(Hook).Mark;

    /// <summary>Of the secret it has now.</summary>
    public string SecretMark => WebhookSecrets.Mark(Hook.Secret);

    public async Task<IActionResult> OnPostSave([FromForm(Name = "Webhook")] WebhookForm typed, string? seen)
    {
        _form = typed;
        var read = typed.Read(options.Value.AllowPrivate);
        if (read.Value is not { } wanted)
        {
            // The form stays open on what it was opened on.
            _seen = seen;
            return await Refuse(read.Faults);
        }
        return await Done(await change.Run(Me!, Hook.Id, "settings", now => wanted with { Paused = now.Paused }, seen ?? ""));
    }

    public async Task<IActionResult> OnPostPause() => await Done(await change.Run(Me!, Hook.Id, "paused", now => now with { Paused = true }));

    public async Task<IActionResult> OnPostResume() => await Done(await change.Run(Me!, Hook.Id, "resumed", now => now with { Paused = false }));

    public async Task<IActionResult> OnPostDelete()
    {
        var reply = await change.Run(Me!, Hook.Id, "deleted", now => now with { Deleted = true });
        return reply.Value is { } saved ? Redirect(Link($"/admin/integrations?changed={saved.Change?.ToString() ?? "none"}")) : await Refuse(reply.Refusal!);
    }

    public async Task<IActionResult> OnPostRotate(string? seen)
    {
        var reply = await change.Rotate(Me!, Hook.Id, seen);
        if (reply.Value is not { } made) return await Refuse(reply.Refusal!);
        Made = (A.SecretShown, made.Secret, $"{A.SecretOnce} {A.SecretReplaced}");
        return await Show();
    }

    public async Task<IActionResult> OnPostTest()
    {
        var came = await deliver.Test(Hook);
        Told = came.IsGood ? A.TestArrived(came.Status!.Value, came.TookMs) : A.TestFailed(came);
        return await Show();
    }

    public async Task<IActionResult> OnPostReplay(string? only)
    {
        var count = await deliveries.Replay(Hook.Id, only);
        signal.Raise();
        Told = A.SentAgain(count);
        return await Show();
    }

    /// <summary>Somebody else's webhook looks exactly like none.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Me is { } me && Guid.TryParse(RouteData.Values["id"] as string, out var id) && await hooks.Find(me.Site.Id, id) is { } hook) Hook = hook;
        else if (Me is { Member: var admin } && admin.Is(Contracts.Roles.Admin))
        {
            context.Result = NotFound();
            return;
        }
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    protected override async Task Load()
    {
        Hook = await hooks.Find(Hook.Id) ?? Hook;
        var found = await deliveries.Log(Hook.Id, Failed, Place(Below), Shown + 1);
        Log = [.. found.Take(Shown)];
        Older = found.Count > Shown ? $"{Log[^1].CreatedAt}.{Log[^1].Event}" : null;
        Tries = (await deliveries.Tries(Hook.Id, [.. Log.Select(d => d.Event)])).ToLookup(t => t.Event);
    }

    private static (long At, string Event)? Place(string? below) =>
        below?.Split('.', 2) is [var at, var name] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var when) ? (when, name) : null;
}
