using CommunityWidget.AnswerPages;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Reports;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Pages.Review;

/// <summary>What people reported, with what it says and where it stands.</summary>
public sealed class ReportedThings(ReportStore reports, ThreadStore threads, EditionStore editions, MemberStore members, WhoJudges judges)
{
    private const int Most = 200;

    /// <param name="by">Who looks.</param>
    /// <param name="texts">In their language.</param>
    public async Task<IReadOnlyList<ReportedThing>> Of(MemberCaller by, ReviewTexts texts)
    {
        var things = new List<ReportedThing>();
        foreach (var about in (await reports.Open(by.Site.Id, Most)).GroupBy(report => (report.Thread, report.Seq)))
            if (await One(by, texts, [.. about]) is { } thing) things.Add(thing);
        return things;
    }

    private async Task<ReportedThing?> One(MemberCaller by, ReviewTexts texts, IReadOnlyList<Report> about)
    {
        var (first, site) = (about[0], by.Site);
        var (page, row) = (await editions.Of(first.Thread), first.Seq > 0 ? await threads.Event(first.Thread, first.Seq) : null);
        if (page is null && row is null) return null;
        var language = page?.Language ?? texts.Language;
        var answers = row is null ? await editions.Answers(page!.Id) : [];
        var text = row is null ? string.Join("\n\n", answers.Select(answer => answer.Body)) : PublicText.Of(site, row.Body ?? "", language).Text;
        var authors = DecideReport.Authors(row, answers);
        var author = row switch
        {
            null => "",
            { AuthorKind: "member", Author: { } id } => (await members.Find(id))?.Name ?? texts.SomebodyGone,
            _ => texts.Visitor,
        };
        return new(first.PublicId, row?.Kind == EventKinds.Rating ? texts.ARating : page?.Title ?? texts.AMessage, language, text, author, about)
        {
            AboutAuthor = row is { AuthorKind: "member", Author: { } member } && await threads.Find(first.Thread) is { } thread ? $"/moderation/members/{member}?about={thread.PublicId}" : null,
            Address = page is { IsPublic: true } ? page.Path(site.Slug) : null,
            IsHidden = page?.HiddenAt is not null || (page?.MergedInto is not null && await editions.Survivor(page.Id) is { HiddenAt: not null }),
            MayDecide = !authors.Contains(by.Id) || !await judges.HasOther(site.Id, admins: false, authors),
            Uphold = (page?.State == Publications.Published, row) switch
            {
                (_, null) when page?.MergedInto is not null => texts.UpholdDouble,
                (_, { Kind: EventKinds.Rating }) => texts.UpholdWords,
                (true, null) => texts.UpholdPage,
                (true, _) => texts.UpholdBoth,
                (_, { Kind: EventKinds.Message }) => texts.UpholdMessage,
                _ => texts.Uphold,
            },
        };
    }
}

/// <param name="Id">Public id of its first report.</param>
/// <param name="Title">Of its page, if there is one.</param>
/// <param name="Language">It is written in.</param>
/// <param name="Text">What it says, masked.</param>
/// <param name="Author">Who said it.</param>
/// <param name="Reports">Why, oldest first.</param>
public sealed record ReportedThing(string Id, string Title, string Language, string Text, string Author, IReadOnlyList<Report> Reports)
{
    /// <summary>The page on which a moderator decides about the member who said it; it knows where.</summary>
    public string? AboutAuthor { get; init; }

    /// <summary>Of its public page.</summary>
    public string? Address { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>Not where who looks wrote it and somebody else can decide.</summary>
    public bool MayDecide { get; init; }

    /// <summary>What deciding that it was right does.</summary>
    public string Uphold { get; init; } = "";
}
