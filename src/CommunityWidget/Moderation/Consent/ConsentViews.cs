using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Consent;

/// <summary>What visitors are told of the way of their conversations to a public page. Of one that was found a double they are told what is true of the page that stays: its words stand there.</summary>
public sealed class ConsentViews(EditionStore editions, DoublePages doubles, Consents consents, PublicAddress address)
{
    public async Task<ConsentView> Of(VisitorCaller caller, ThreadRecord thread) => (await Of(caller, [thread]))[thread.Id];

    public async Task<IReadOnlyDictionary<Guid, ConsentView>> Of(VisitorCaller caller, IReadOnlyList<ThreadRecord> threads)
    {
        var pages = (await editions.PublishedOf(Those(threads, Publications.Published))).ToDictionary(page => page.Thread, page => page.Path(caller.Site.Slug));
        var merged = await doubles.Of(Those(threads, Publications.Rejected));
        // Of what was said since nothing is public or on its way there: their visitors are asked anew.
        var outlived = await consents.Outlived([.. Those(threads, Publications.None).Intersect(threads.Where(thread => thread.ConsentVersion is not null).Select(thread => thread.Id))]);
        threads = [.. threads.Select(thread => outlived.Contains(thread.Id) ? thread with { ConsentVersion = null } : thread)];
        return threads.ToDictionary(thread => thread.Id, thread => merged.GetValueOrDefault(thread.Id) is { } page ? Double(caller, thread, page) : View(caller, thread, thread.Publication, pages.GetValueOrDefault(thread.Id)));
    }

    // Taken back, its words are gone from there.
    private ConsentView Double(VisitorCaller caller, ThreadRecord thread, DoublePage page) =>
        thread.ConsentVersion is null ? View(caller, thread, Publications.Withdrawn, null)
        : page.IsPublic ? View(caller, thread, Publications.Published, Edition.PathOf(caller.Site.Slug, page.PublicId, page.Slug))
        : View(caller, thread, Publications.Review, null);

    private ConsentView View(VisitorCaller caller, ThreadRecord thread, string publication, string? path) =>
        new(thread.ConsentVersion is not null, thread.ConsentVersion, ConsentTexts.Version, publication, path is null ? null : AnswerAddress.Link(address, caller.Site, path));

    private static List<Guid> Those(IReadOnlyList<ThreadRecord> threads, string publication) => [.. threads.Where(thread => thread.Publication == publication).Select(thread => thread.Id)];
}
