using CommunityWidget.AnswerPages.Votes;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages;

/// <summary>
/// Questions that a page answered before they were asked. What was typed is not here, and who it was is a mark of one day: the same reader counts
/// once a page and day.
/// </summary>
public sealed class Deflections(Db db, VoteStore votes)
{
    /// <param name="tx">Where.</param>
    /// <param name="page">Which page.</param>
    /// <param name="first">Its first answer: the thanks are for who gave it.</param>
    /// <param name="reader">The day's mark of who was answered.</param>
    /// <param name="now">When.</param>
    public async Task Add(Tx tx, Edition page, Answer? first, string reader, long now)
    {
        var added = await tx.Execute(
            """
            insert into deflections (page, reader, site, member, language, topic, at) values (@Id, @reader, @Site, @author, @Language, @Topic, @now)
            on conflict (page, reader) do nothing
            """,
            new { page.Id, reader, page.Site, author = first?.Member, page.Language, page.Topic, now });
        if (added == 1 && first is not null) await votes.Cast(tx, page.Id, Vote(first, reader), now);
    }

    /// <summary>It is the vote of a reader whom it helped: whoever says that on the page too says nothing new.</summary>
    public static Vote Vote(Answer first, string reader) => new(reader, VoteKinds.Help, Yes: true, first.Id);

    /// <summary>How many a member's answers spared, in all and since a moment.</summary>
    public async Task<(long All, long Since)> Of(Guid member, long since)
    {
        var counted = await db.Find<Counted>("select count(*) as all_of_them, cast(coalesce(sum(case when at >= @since then 1 else 0 end), 0) as bigint) as lately from deflections where member = @member", new { member, since });
        return (counted!.AllOfThem, counted.Lately);
    }

    /// <summary>How many a site was spared from a moment up to another.</summary>
    public Task<long> Of(Guid site, long from, long to, string? language, string? topic) => db.Find<long>(
        $"""
        select count(*) from deflections where site = @site and at >= @from and at < @to
            {(language is null ? "" : "and language = @language")} {(topic is null ? "" : "and coalesce(topic, '') = @topic")}
        """,
        new { site, from, to, language, topic });

    private sealed record Counted
    {
        public long AllOfThem { get; init; }
        public long Lately { get; init; }
    }
}
