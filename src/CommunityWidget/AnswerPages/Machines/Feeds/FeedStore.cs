using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.AnswerPages.Machines.Feeds;

/// <summary>What is new on a site's pages.</summary>
public sealed class FeedStore(Db db, EditionStore editions)
{
    private const int Most = 50;

    private const string Public = "site = @site and state = 'published' and hidden_at is null";

    /// <summary>The pages that changed last, of a topic or of all.</summary>
    public async Task<IReadOnlyList<AtomEntry>> Latest(Site site, string? topic)
    {
        var pages = await db.Query<Edition>(
            $"select * from pages where {Public}{(topic is null ? "" : " and topic = @topic")} order by modified_at desc, id desc limit @Most", new { site = site.Id, topic, Most });
        var answers = await editions.Answers([.. pages.Select(page => page.Id)]);
        return [.. pages.Select(page => Entry(site, page, Answer.InOrder(answers[page.Id]).FirstOrDefault()))];
    }

    /// <summary>The answers to a question, newest change first.</summary>
    public async Task<IReadOnlyList<AtomEntry>> Answers(Site site, Edition page)
    {
        var all = await editions.Answers(page.Id);
        var came = (await db.Query<Coming>(Came, new { page = page.Id })).ToDictionary(one => one.Id, one => one.At);
        long Changed(Answer answer) => Math.Max(answer.ChangedAt, Math.Max(came.GetValueOrDefault(answer.Id), page.PublishedAt ?? 0));
        return [.. all.OrderByDescending(Changed).ThenByDescending(answer => answer.ChangedAt).Take(Most).Select(answer => new AtomEntry(
            AtomId.Of(page.Id, $"answer {answer.Id}"), AnswerParts.PathTo(page.Path(site.Slug), all, answer.Id), page.Title, WrittenLanguage.Of(answer, page), answer.Author ?? AnswersTexts.In(page.Language).Deleted,
            answer.AnsweredAt, Changed(answer), [(answer.Body, WrittenLanguage.Of(answer, page))]))];
    }

    // What a reader wrote stands there when a moderator has read it, what stood on a double since that one was found to be one.
    private const string Came = """
        select a.id, coalesce(p.decided_at, (select max(d.at) from decisions d where d.page = a.merged_from and d.kind = 'merged'), 0) as at
        from answers a left join proposed_answers p on p.public_id = a.id and p.page = a.page and p.state = 'published'
        where a.page = @page and (p.id is not null or a.merged_from is not null)
        """;

    private static AtomEntry Entry(Site site, Edition page, Answer? best) => new(
        AtomId.Of(page.Id), page.Path(site.Slug), page.Title, page.Language, best?.Author ?? site.Name, page.PublishedAt ?? page.ModifiedAt, page.ModifiedAt, [(page.Question, page.Language), .. best is null ? Array.Empty<(string, string)>() : [(best.Body, WrittenLanguage.Of(best, page))]]);

    private sealed record Coming
    {
        public string Id { get; init; } = "";
        public long At { get; init; }
    }
}
