using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>Who did and who read what on a site, newest first, from below a place on.</summary>
public sealed class AuditSearch(Db db)
{
    public Task<IReadOnlyList<Change>> Find(Guid site, AuditQuery query, (long At, Guid Id)? below, int most) => db.Query<Change>(
        $"""
        select * from audit where site = @site{Where(query)}{(below is null ? "" : " and (at, id) < (@below, @id)")}
        order by at desc, id desc limit @most
        """,
        new { site, query.Actor, query.Subject, query.Outcome, query.From, query.To, query.Action, length = query.Action?.Length, below = below?.At, id = below?.Id, most });

    private static string Where(AuditQuery query) => string.Concat(
        query.Actor is null ? "" : " and actor = @Actor",
        query.Subject is null ? "" : " and subject = @Subject",
        query.Outcome is null ? "" : " and outcome = @Outcome",
        query.From is null ? "" : " and at >= @From",
        query.To is null ? "" : " and at < @To",
        query.Action is null ? "" : " and substr(action, 1, @length) = @Action");
}

/// <summary>What is looked for; null is everything.</summary>
/// <param name="Actor">By whom.</param>
/// <param name="Subject">Public id of a conversation, or the id of a member.</param>
/// <param name="Outcome"><c>changed, allowed, refused</c> or <c>read</c>.</param>
/// <param name="From">From this moment on.</param>
/// <param name="To">Before this moment.</param>
/// <param name="Action">How the action begins.</param>
public sealed record AuditQuery(Guid? Actor = null, string? Subject = null, string? Outcome = null, long? From = null, long? To = null, string? Action = null);
