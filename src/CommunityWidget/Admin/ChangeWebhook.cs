using System.Text.Json;
using CommunityWidget.Admin.Forms;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Integrations;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Admin;

/// <summary>An admin makes, changes, pauses and deletes webhooks of their own site; written down, and taken back like any change.</summary>
public sealed class ChangeWebhook(Db db, WebhookStore hooks, WebhookSecrets secrets, AuditLog audit, SubscriptionSignal signal, TimeProvider clock) : IUndoes
{
    public const int Most = 10;

    private static readonly long OverlapMs = (long)WebhookSecrets.Overlap.TotalMilliseconds;

    public string Kind => "webhook.";

    /// <summary>Makes one, and the secret that is shown once; the same press again makes no second.</summary>
    public Task<Reply<MadeWebhook>> Make(MemberCaller by, WebhookSettings settings, Drawn drawn)
    {
        var kept = Keep(drawn.Secret);
        return db.Write<MadeWebhook>(async tx =>
        {
            await tx.Lock($"webhooks of {by.Site.Id}");
            if (await hooks.Lock(tx, by.Site.Id, drawn.Id) is { } made)
                return made.DeletedAt is null && WebhookSettings.Of(made) == settings && IsDouble(made.CreatedAt) ? new MadeWebhook(made, drawn.Secret) : Refusals.ChangedMeanwhile;
            if (await hooks.Count(tx, by.Site.Id) >= Most) return Refusals.TooManyWebhooks;
            var hook = settings.On(new() { Id = drawn.Id, Site = by.Site.Id, Secret = kept, CreatedAt = clock.NowMs() }, clock.NowMs());
            await hooks.Add(tx, hook);
            await audit.Changed(tx, by, "webhook.made", hook.Id.ToString(), "", JsonSerializer.Serialize(settings));
            return new MadeWebhook(hook, drawn.Secret);
        });
    }

    /// <param name="by">Whose site's it is.</param>
    /// <param name="id">Which.</param>
    /// <param name="what">In a word, for who reads the changes.</param>
    /// <param name="change">Makes the new settings of the present ones.</param>
    /// <param name="seen">The mark of what the form showed when it was opened; null when that does not matter.</param>
    public Task<Reply<Saved>> Run(MemberCaller by, Guid id, string what, Func<WebhookSettings, WebhookSettings> change, string? seen = null) => Write(by, id, async (tx, hook, before) =>
    {
        if (before.Deleted) return Refusals.NotFound;
        if (seen is not null && before.Mark != seen) return Refusals.ChangedMeanwhile;
        var after = change(before);
        if (after == before) return new Saved(null);
        await hooks.Save(tx, after.On(hook, clock.NowMs()));
        return new Saved((await audit.Changed(tx, by, $"webhook.{what}", id.ToString(), JsonSerializer.Serialize(before), JsonSerializer.Serialize(after))).Id);
    });

    /// <summary>
    /// A new secret, shown once. The one before signs too for a day, so that nothing is refused while it is being replaced; a press sent twice
    /// replaces one secret, or the one that still signs for the shop would be lost.
    /// </summary>
    /// <param name="by">Whose site's it is.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The mark of the secret it had when the page was opened.</param>
    public async Task<Reply<MadeWebhook>> Rotate(MemberCaller by, Guid id, string? seen)
    {
        var kept = Keep(WebhookSecrets.New());
        var reply = await db.Write<Webhook>(async tx =>
        {
            if (await hooks.Lock(tx, by.Site.Id, id) is not { DeletedAt: null } hook) return Refusals.NotFound;
            if (WebhookSecrets.Mark(hook.Secret) != seen) return WasJustRotated(hook, seen) ? hook : Refusals.ChangedMeanwhile;
            var after = hook with { Secret = kept, OldSecret = hook.Secret, OldSecretUntil = clock.NowMs() + OverlapMs };
            await hooks.Save(tx, after);
            await audit.Changed(tx, by, "webhook.secret", id.ToString(), "", "");
            return after;
        });
        return reply.Value is { } now ? new MadeWebhook(now, secrets.Open(now.Secret)) : reply.Refusal!;
    }

    private bool WasJustRotated(Webhook hook, string? seen) =>
        hook is { OldSecret: { } old, OldSecretUntil: { } until } && WebhookSecrets.Mark(old) == seen && IsDouble(until - OverlapMs);

    private bool IsDouble(long first) => clock.NowMs() - first < FormSeals.DoubleClickMs;

    // Before a transaction: from time to time it makes the key that secrets are kept with, and that is a write of its own.
    private string Keep(string secret) => secrets.Keep(secret);

    public Task<Reply<Saved>> Undo(MemberCaller by, Change change) => Write(by, Guid.Parse(change.Subject!), async (tx, hook, now) =>
    {
        if (string.IsNullOrEmpty(change.Was) || JsonSerializer.Deserialize<WebhookSettings>(change.Became!) != now) return Refusals.TooLateToUndo;
        if (!await audit.MarkUndone(tx, change.Id)) return Refusals.TooLateToUndo;
        await hooks.Save(tx, JsonSerializer.Deserialize<WebhookSettings>(change.Was)!.On(hook, clock.NowMs()));
        return new Saved(null);
    });

    private async Task<Reply<Saved>> Write(MemberCaller by, Guid id, Func<Tx, Webhook, WebhookSettings, Task<Reply<Saved>>> work)
    {
        var reply = await db.Write<Saved>(async tx => await hooks.Lock(tx, by.Site.Id, id) is { } hook ? await work(tx, hook, WebhookSettings.Of(hook)) : Refusals.NotFound);
        // What waited while it was paused goes out now.
        if (reply.Value is not null) signal.Raise();
        return reply;
    }
}

/// <param name="Hook">As it was stored.</param>
/// <param name="Secret">Shown once.</param>
public sealed record MadeWebhook(Webhook Hook, string Secret);
