using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages;

/// <summary>A page as it is shown: the edition with its answers and what is known of who gave them, in one way there and back.</summary>
public sealed class ReadPage(Db db)
{
    // The accepted one first, then what helped most.
    private const string Answers =
        """
        select a.*, nullif(m.name, '') as member_name, m.roles as member_roles, m.created_at as member_since, coalesce(m.thanks, 0) as member_thanks
        from answers a join pages p on p.id = a.page left join members m on m.id = a.member
        where p.site = @site and p.public_id = @publicId and p.state = 'published' and p.hidden_at is null
        order by case when a.state = 'accepted' then 0 else 1 end, a.votes desc, a.position
        """;

    /// <summary>Whatever its state is; answers only while anybody may read them.</summary>
    public Task<(Edition? First, IReadOnlyList<Answer> Rows)> Run(Guid site, string publicId) =>
        db.FindAndQuery<Edition, Answer>("select * from pages where site = @site and public_id = @publicId", Answers, new { site, publicId });
}
