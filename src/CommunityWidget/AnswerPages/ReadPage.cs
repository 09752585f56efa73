using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages;

/// <summary>A page as it is shown: the edition, its answers with what is known of who gave them, and the pages related to it, in one way there and back.</summary>
public sealed class ReadPage(Db db)
{
    private const string Edition = "select * from pages where site = @site and public_id = @publicId";

    private const string OfPublic = "p.site = @site and p.public_id = @publicId and p.state = 'published' and p.hidden_at is null";

    /// <summary>As <see cref="Answer.InOrder"/> has them.</summary>
    public const string InOrder = "order by case when a.state = 'accepted' then 0 else 1 end, a.votes desc, a.position";

    /// <summary>True of the answer <c>a</c> that its page shows first.</summary>
    public const string StandsFirst = "a.position = (select f.position from answers f where f.page = a.page order by case when f.state = 'accepted' then 0 else 1 end, f.votes desc, f.position limit 1)";

    private const string WithAuthor = "a.*, nullif(m.name, '') as member_name, m.roles as member_roles, m.created_at as member_since, coalesce(m.thanks, 0) as member_thanks";

    /// <summary>The page <c>@publicId</c> of <c>@site</c> in its three parts. The accepted answer comes first, then what helped most; one more than is shown, and how many there are.</summary>
    public static readonly string Statements =
        $"""
        {Edition};
        select {WithAuthor}, count(*) over () as in_all
        from answers a join pages p on p.id = a.page left join members m on m.id = a.member
        where {OfPublic}
        {InOrder} limit {AnswerParts.MostAnswers + 1};
        select o.id, o.public_id, o.slug, o.title, o.language
        from pages p join related_pages r on r.page = p.id join pages o on o.id = r.other
        where {OfPublic} and o.state = 'published' and o.hidden_at is null
        order by r.likeness desc, r.other limit {RelatedPages.Most}
        """;

    /// <summary>Whatever its state is; answers and related pages only while anybody may read it.</summary>
    public async Task<ReadOfPage?> Run(Guid site, string publicId)
    {
        if (await db.FindAndQuery<Edition, Answer, RelatedPage>(Statements, new { site, publicId }) is not ({ } edition, var found, var related)) return null;
        var fitting = AnswerParts.Fitting(found.Select(answer => AnswerParts.Length(answer.Body)));
        return new(edition, found.Count == 0 ? AnswerPart.None : new([.. found.Take(fitting)], 0, (int)found[0].InAll, found.Count > fitting ? found[fitting].Id : null), related);
    }

    /// <summary>The part of the page on which an answer stands; no answers where the page has none of this name, and no related pages, which stand on its first part.</summary>
    public async Task<ReadOfPage?> Run(Guid site, string publicId, string answer)
    {
        var (edition, all) = await db.FindAndQuery<Edition, AnswerLength>(
            Edition, $"select a.id, octet_length(a.body) as length from answers a join pages p on p.id = a.page where {OfPublic} {InOrder}", new { site, publicId });
        if (edition is null) return null;
        var at = all.Index().Where(one => one.Item.Id == answer).Select(one => one.Index).FirstOrDefault(-1);
        if (at < 0) return new(edition, AnswerPart.None, []);
        var (first, next) = AnswerParts.Around([.. all.Select(one => one.Length)], at);
        var answers = await db.Query<Answer>(
            $"select {WithAuthor} from answers a left join members m on m.id = a.member where a.page = @page and {db.Dialect.In("a.id", "@these")} {InOrder}",
            new { page = edition.Id, these = all.Take(first..next).Select(one => one.Id).ToArray() });
        // Taken away between the two.
        if (answers.Count == 0) return new(edition, AnswerPart.None, []);
        return new(edition, new(answers, first, all.Count, next < all.Count ? all[next].Id : null), []);
    }

    private sealed record AnswerLength
    {
        public string Id { get; init; } = "";
        public long Length { get; init; }
    }
}

/// <summary>What a page is made of.</summary>
public sealed record ReadOfPage(Edition Edition, AnswerPart Part, IReadOnlyList<RelatedPage> Related)
{
    public IReadOnlyList<Answer> Answers => Part.Answers;
}

/// <summary>A page as another one links to it.</summary>
public sealed record RelatedPage
{
    public Guid Id { get; init; }
    public string PublicId { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";
    public string Language { get; init; } = "en";

    public string Path(string site) => Edition.PathOf(site, PublicId, Slug);
}
