using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.App;
using CommunityWidget.Tests.Testing.Drivers;
using CommunityWidget.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>Pages of a shop in the running program, made by talks: one volunteer answers them all.</summary>
public sealed class ShopPages(RunningApp app, Shop shop) : IAsyncDisposable
{
    private SuperUserDriver? _maya;

    public MemberCaller Moderator { get; private set; } = null!;

    /// <summary>Who asked the last one.</summary>
    public VisitorDriver Visitor { get; private set; } = null!;

    public async Task<Edition> Draft(string question, string answer, string? topic = null, ProductContext? product = null)
    {
        Moderator ??= new(shop.Site, await shop.Add(Roles.Moderator));
        _maya ??= await shop.SuperUser();
        Visitor = await shop.Visitor();
        var id = (await Visitor.Http.Ask(Keys.Question(question) with { Topic = topic, Product = product })).Value!.Thread.ThreadId;
        var live = await _maya.AcceptNext(id);
        await _maya.Send(id, answer, live.Fence);
        await _maya.End(id, live.Fence);
        Assert.NotNull((await Visitor.Http.Rate(new(id, 5, MayPublish: true, Consent: "2"))).Value);
        var thread = (await app.Get<ThreadStore>().Find(shop.Site.Id, id))!;
        // The worker does the same; whoever is first.
        await app.Services.GetServices<IOutboxHandler>().OfType<ProposeEdition>().Single().Handle(new() { Thread = thread.Id, Kind = "rated" });
        return (await app.Get<EditionStore>().Of(thread.Id))!;
    }

    public async Task<Edition> Publish(string question, string answer, string? topic = null, ProductContext? product = null)
    {
        var draft = await Draft(question, answer, topic, product);
        return (await app.Get<ReviewThread>().Publish(Moderator, draft.PublicId, title: null)).Value!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_maya is not null) await _maya.DisposeAsync();
    }
}
