using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Matching;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Readers;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Moderation.Review;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>Fills the moderators' desk of the demo shop by the product's own use cases: pictured is how it looks, not how it came there.</summary>
public sealed class ReviewWork(DemoCast cast)
{
    private static int _keys;

    private Site _site = null!;

    /// <summary>A page, drafts, held texts, reports, a reader's answer, and a member who objects to a suspension.</summary>
    /// <returns>The page, and the draft with most to see.</returns>
    public async Task<(Edition Page, Edition Draft)> Lay()
    {
        _site = (await Get<SiteStore>().BySlug("demo"))!;
        var (sam, nour, leo) = (await Member("sam"), await Member("nour"), await Member("leo"));
        var review = Get<ReviewThread>();
        var page = await Over(sam, Lines.Brass(cast));
        await review.Publish(nour, page.PublicId, null);
        var draft = await Over(sam, Lines.BrassAgain(cast));
        await Over(sam, Lines.Bulb(cast));
        await Get<SendBack>().Run(nour, (await Over(sam, Lines.Shade(cast))).PublicId, sam.Id, Lines.Mend(cast));
        await review.Reject(nour, (await Over(sam, Lines.Parcel(cast))).PublicId, RejectReasons.Known[0]);
        foreach (var text in Lines.Doubtful(cast)) await Ask(text);
        await Get<FileReport>().Run(_site, page.PublicId, new(0, ReportReasons.Wrong, Lines.Reported(cast)), $"reader-{cast.Names.Language}");
        await Get<ProposeAnswer>().Run(_site, page.PublicId, new("Kim", Lines.BrassBetter(cast)), $"reader-{cast.Names.Language}");
        var suspension = (await Get<IssueSanction>().Run(nour, leo.Id, new(SanctionKinds.Suspension, 7, SanctionTexts.In(cast.Names.Language).Reasons["respect"]))).Value!;
        await Get<AppealSanction>().Write(leo.Member, suspension.Id, Lines.Objection(cast));
        return (page, draft);
    }

    private async Task<Edition> Over(MemberCaller agent, params string[] said)
    {
        var (visitor, asked) = await Ask(said[0]);
        var thread = (await Get<TakeThread>().Run(agent, asked)).Value!;
        foreach (var answer in said[1..]) await Get<SendMessage>().Run(agent, new(asked, Key(), answer, thread.Fence));
        await Get<EndThread>().Run(agent, asked, thread.Fence);
        await Get<RateThread>().Run(visitor, new(asked, 5, MayPublish: true, Consent: "2"));
        foreach (var handler in Get<IEnumerable<IOutboxHandler>>().OfType<ProposeEdition>()) await handler.Handle(new() { Thread = thread.Id, Kind = "rated" });
        return (await Get<EditionStore>().Of(thread.Id))!;
    }

    private async Task<(VisitorCaller Visitor, string Thread)> Ask(string text)
    {
        var visitors = Get<VisitorStore>();
        var visitor = new VisitorCaller(_site, (await visitors.ByToken(_site.Id, (await visitors.Welcome(_site.Id)).Value!.Token))!);
        await Get<Presence>().Joined($"{visitor.Id}", visitor);
        return (visitor, (await Get<AskQuestion>().Run(visitor, new(Key(), text, Language: cast.Names.Language, Topic: "care", Product: new("heron", cast.French ? "Héron" : "Heron")))).Value!.Thread.ThreadId);
    }

    private async Task<MemberCaller> Member(string person) => new(_site, (await Get<MemberStore>().ByEmail(_site.Id, $"{person}@demo.invalid"))!);

    private T Get<T>() where T : notnull => cast.Product.Get<T>();

    private static string Key() => $"review-{Interlocked.Increment(ref _keys):00000000}";
}
