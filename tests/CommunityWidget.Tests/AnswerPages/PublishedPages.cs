using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing.World;

namespace CommunityWidget.Tests.AnswerPages;

/// <summary>Pages made the way pages are made: asked, answered by one volunteer, rated, published.</summary>
public sealed class PublishedPages(TestWorld world)
{
    private MemberCaller? _moderator;

    /// <summary>Who answered all of them.</summary>
    public MemberCaller Author { get; private set; } = null!;

    /// <summary>Who asked the last one.</summary>
    public VisitorCaller Visitor { get; private set; } = null!;

    public async Task<Edition> Publish(string question, string answer, string? topic = "shoes") =>
        (await world.Get<ReviewThread>().Publish(await Moderator(), (await Draft(question, answer, topic)).PublicId, question)).Value!;

    public async Task<MemberCaller> Moderator() => _moderator ??= await world.Join(roles: Roles.Moderator, connected: false);

    public async Task<Edition> Draft(string question, string answer, string? topic = "shoes")
    {
        Author ??= await world.Join();
        Visitor = await world.Arrive();
        var asked = await world.Thread(Visitor, (await world.Ask(Visitor, topic, text: question)).Value!.Thread.ThreadId);
        await world.RunMatching();
        var thread = (await world.Accept(Author, (await world.OfferTo(Author, asked)).Id)).Value!;
        await world.Say(Author, thread, answer);
        await world.End(Author, thread);
        Assert.NotNull((await world.Get<RateThread>().Run(Visitor, new RatingRequest(thread.PublicId, 5, MayPublish: true))).Value);
        await world.RunMatching();
        return (await world.Get<EditionStore>().Of(thread.Id))!;
    }

    public async Task<Edition> Again(Edition page) => (await world.Get<EditionStore>().Find(page.Id))!;

    public async Task<IReadOnlyList<Answer>> Answers(Edition page) => await world.Get<EditionStore>().Answers(page.Id);
}
