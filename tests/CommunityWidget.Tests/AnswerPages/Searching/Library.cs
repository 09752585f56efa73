using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using CommunityWidget.Tests.Testing.World;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.AnswerPages.Searching;

/// <summary>Published pages without the conversations they come from.</summary>
internal static class Library
{
    public static async Task<Edition> Page(this TestWorld world, string title, string answer = "It does.", string language = "en", Site? site = null, Guid? by = null, string? product = null, string? productId = null, string? question = null, IReadOnlyList<string>? answers = null)
    {
        var at = site ?? world.Here;
        var visitor = await world.Arrive(at);
        var thread = await world.Thread(visitor, (await world.Ask(visitor, text: title)).Value!.Thread.ThreadId);
        var author = by ?? (await world.Join(at)).Id;
        var draft = new Edition
        {
            Id = world.Clock.NewId(),
            PublicId = ThreadStore.NewPublicId(),
            Thread = thread.Id,
            Site = at.Id,
            State = Publications.Review,
            Title = title,
            Slug = Edition.SlugOf(title),
            Question = question ?? title,
            Language = language,
            ProductId = productId,
            ProductName = product,
            AskedAt = world.Now,
            ProposedAt = world.Now,
            UpdatedAt = world.Now,
        };
        var store = world.Get<EditionStore>();
        Assert.Null((await world.Db.Write<Done>(async tx =>
        {
            await store.Add(tx, draft, [.. (answers ?? [answer]).Select((body, at) => new Answer { Position = at + 1, Member = author, SourceSeqs = "2", Body = body, State = at == 0 ? "accepted" : "suggested", AnsweredAt = world.Now })]);
            await store.Move(tx, draft, Publications.Published, title, world.Now);
            return Done.It;
        })).Refusal);
        return (await store.Find(draft.Id))!;
    }

    public static Task Write(this TestWorld world, Func<EditionStore, Tx, Task> change) => world.Db.Write<Done>(async tx =>
    {
        await change(world.Get<EditionStore>(), tx);
        return Done.It;
    });
}
