using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages;

/// <summary>A page as it is shown: the edition, its answers with what is known of who gave them, and the pages related to it, in one way there and back.</summary>
public sealed class ReadPage(Db db)
{
    /// <summary>The page <c>@publicId</c> of <c>@site</c> in its three parts. The accepted answer comes first, then what helped most.</summary>
    public static readonly string Statements =
        $"""
        select * from pages where site = @site and public_id = @publicId;
        select a.*, nullif(m.name, '') as member_name, m.roles as member_roles, m.created_at as member_since, coalesce(m.thanks, 0) as member_thanks
        from answers a join pages p on p.id = a.page left join members m on m.id = a.member
        where p.site = @site and p.public_id = @publicId and p.state = 'published' and p.hidden_at is null
        order by case when a.state = 'accepted' then 0 else 1 end, a.votes desc, a.position;
        select o.id, o.public_id, o.slug, o.title, o.language
        from pages p join related_pages r on r.page = p.id join pages o on o.id = r.other
        where p.site = @site and p.public_id = @publicId and p.state = 'published' and p.hidden_at is null and o.state = 'published' and o.hidden_at is null
        order by r.likeness desc, r.other limit {RelatedPages.Most}
        """;

    /// <summary>Whatever its state is; answers and related pages only while anybody may read it.</summary>
    public async Task<ReadOfPage?> Run(Guid site, string publicId) =>
        await db.FindAndQuery<Edition, Answer, RelatedPage>(Statements, new { site, publicId }) is ({ } edition, var answers, var related) ? new(edition, answers, related) : null;
}

/// <summary>What a page is made of.</summary>
public sealed record ReadOfPage(Edition Edition, IReadOnlyList<Answer> Answers, IReadOnlyList<RelatedPage> Related);

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
