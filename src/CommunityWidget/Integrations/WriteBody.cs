using System.Text.Json;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Contracts;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Integrations;

/// <summary>
/// Writes what a delivery says, from the thread as it is kept: nothing said stands in the outbox, and what was erased is not sent again.
/// </summary>
public sealed class WriteBody(ThreadStore threads, MemberStore members, EditionStore editions, SiteStore sites, PublicAddress address)
{
    public const string Test = "webhook.test";

    /// <summary>The bytes to send; nothing when there is nothing to say any more.</summary>
    public async Task<byte[]?> Run(Webhook hook, Delivery delivery)
    {
        var site = await sites.Get(hook.Site);
        var body = new HookBody(delivery.Event, delivery.Kind, delivery.CreatedAt, site.Slug, delivery.Seq);
        if (delivery.Kind == Test) return Bytes(body);
        if (await threads.Find(delivery.Thread) is not { } thread || thread.Site != hook.Site) return null;
        body = body with { Thread = new(thread.PublicId, thread.Language, thread.Topic, thread.AskedAt) };
        if (delivery.Kind == SubscribedKinds.Published)
            return await editions.PublishedOf(thread.Id) is { } page ? Bytes(body with { Answer = new(page.Title, AnswerAddress.Link(address, site, page.Path(site.Slug))) }) : null;
        if (await threads.Event(thread.Id, delivery.Seq) is not { } row) return null;
        body = body with { At = row.At };
        if (row.Status is { } status) return Bytes(body with { Status = new(status.State, status.Rung, status.Reason) });
        // Held or erased meanwhile: there is something in this place, and not what it says.
        return row.Kind == EventKinds.Message ? Bytes(body with { Message = new(await From(row), hook.WithText ? row.Shown(toStaff: false) : null) }) : null;
    }

    private async Task<string> From(EventRow row) => row is { AuthorKind: "member", Author: { } author }
        ? (await members.Find(author))?.AsPerson().Kind ?? Roles.SuperUser
        : row.AuthorKind;

    private static byte[] Bytes(HookBody body) => JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web);
}
