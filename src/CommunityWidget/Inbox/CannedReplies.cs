using System.Text.RegularExpressions;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Agents;
using CommunityWidget.Database;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Inbox;

/// <summary>Replies a site keeps to paste: read by whoever sees the inbox, changed by agents and admins. What was removed can be kept again.</summary>
public sealed partial class CannedReplies(Db db, JudgeMessage judge, TimeProvider clock)
{
    private const int Most = 500, LongestTitle = 80;

    private static readonly string[] Variables = [ReplyVariables.Visitor, ReplyVariables.Topic, ReplyVariables.Agent, ReplyVariables.Page];

    public async Task<IReadOnlyList<CannedReply>> All(MemberCaller caller) =>
        [.. (await db.Query<Row>("select id, title, body, version from canned_replies where site = @Id and removed_at is null order by title, id", new { caller.Site.Id })).Select(row => row.AsReply())];

    /// <summary>Keeps a new one, or changes one under the version last seen; one that was removed is there again.</summary>
    public async Task<Reply<CannedReply>> Save(MemberCaller caller, string? id, string? title, string? typed, long version)
    {
        var text = MessageText.Clean(typed);
        if (text.Refusal is { } unusable) return unusable;
        var name = (title ?? "").Trim();
        if (name.Length is 0 or > LongestTitle || name.Any(char.IsControl) || MessageText.Clean(name).Refusal is not null) return Refusals.TitleNotUsable;
        if (Variable().Matches(text.Value!).Any(found => !Variables.Contains(found.Groups["name"].Value))) return Refusals.UnknownVariable;
        if (judge.Aside(caller, $"{name}\n{text.Value}").Refusal is { } notFit) return notFit;
        var reply = new { Id = id is null ? clock.NewId() : Guid.TryParse(id, out var known) ? known : Guid.Empty, Site = caller.Site.Id, name, text = text.Value, version, me = caller.Id, now = clock.NowMs(), Most };
        var row = await db.Write<Row>(async tx =>
        {
            if (id is null && await tx.Find<long>("select count(*) from canned_replies where site = @Site and removed_at is null", reply) >= Most) return Refusals.TooManyReplies;
            var saved = await tx.Find<Row>(id is null ? Insert : Update, reply);
            if (saved is not null) return saved;
            return await tx.Find<long>("select count(*) from canned_replies where id = @Id and site = @Site", reply) > 0 ? Refusals.ChangedMeanwhile : Refusals.NotFound;
        });
        return row.Value is { } kept ? kept.AsReply() : row.Refusal!;
    }

    public Task<Reply<Done>> Remove(MemberCaller caller, string id) => db.Write<Done>(async tx =>
    {
        var removed = Guid.TryParse(id, out var known)
            ? await tx.Execute("update canned_replies set removed_at = coalesce(removed_at, @now) where id = @known and site = @Id", new { known, caller.Site.Id, now = clock.NowMs() })
            : 0;
        return removed > 0 ? Done.It : Refusals.NotFound;
    });

    private const string Insert = """
        insert into canned_replies (id, site, title, body, version, changed_by, changed_at) values (@Id, @Site, @name, @text, 1, @me, @now)
        returning id, title, body, version
        """;

    private const string Update = """
        update canned_replies set title = @name, body = @text, version = version + 1, changed_by = @me, changed_at = @now, removed_at = null
        where id = @Id and site = @Site and version = @version returning id, title, body, version
        """;

    [GeneratedRegex(@"\{\{\s*(?<name>[^{}]*?)\s*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Variable();

    private sealed record Row
    {
        public Guid Id { get; init; }
        public string Title { get; init; } = "";
        public string Body { get; init; } = "";
        public long Version { get; init; }

        public CannedReply AsReply() => new(Id.ToString(), Title, Body, Version);
    }
}
