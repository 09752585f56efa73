using System.Text.Json;
using CommunityWidget.Database;
using CommunityWidget.Numbers.Tallies;
using Dapper;

namespace CommunityWidget.Tests.Numbers;

/// <summary>A question counted from its raw rows by a count of its own: one walk through its events, knowing nothing of how the product counts.</summary>
public sealed record ByHand
{
    public long AskedAt { get; init; }

    /// <summary>When anybody could be asked.</summary>
    public long BegunAt { get; private set; }
    public string Language { get; init; } = "";
    public string? Topic { get; init; }
    public string By { get; private set; } = "";
    public long? TakenMs { get; private set; }
    public string? Rung { get; private set; }
    public Guid? TakenBy { get; private set; }
    public bool Reached { get; private set; }
    public int? Stars { get; private set; }
    public string? Words { get; private set; }
    public int VisitorMessages { get; private set; }
    public int TeamMessages { get; private set; }
    public Dictionary<Guid, int> Wrote { get; } = [];

    /// <summary>Who came to help, or whose idea another sent.</summary>
    public HashSet<Guid> Helped { get; } = [];

    /// <summary>Whoever did anything in it.</summary>
    public IEnumerable<Guid> Acted => [.. Wrote.Keys, .. Helped, .. TakenBy is { } taker ? new[] { taker } : []];

    public static IReadOnlyList<ByHand> All(RawRows rows) =>
        [.. rows.Threads.Select(thread => Walk(thread, rows.Events[thread.Id].OrderBy(e => e.Seq), rows.Team))];

    private static ByHand Walk(RawThread thread, IEnumerable<RawEvent> events, IReadOnlySet<Guid> team)
    {
        var question = new ByHand { AskedAt = thread.AskedAt, Language = thread.Language, Topic = thread.Topic };
        var (parked, held, begun) = (false, false, thread.AskedAt);
        string? first = null;
        foreach (var e in events)
        {
            if (e.Status is { } json && e.Kind != "rating")
            {
                using var status = JsonDocument.Parse(json);
                string Word(string name) => status.RootElement.GetProperty(name).GetString() ?? "";
                question.Reached |= Word("rung") == "agents";
                if (e.Kind == "status" && Word("reason") == "held") held = true;
                if (e.Kind == "status" && Word("reason") == "passed") (held, begun) = (false, e.At);
                if (e.Kind == "status" && question.TakenMs is null && (Word("state") == "live" || Word("reason") == "answered"))
                {
                    question.TakenMs = e.At - begun;
                    question.Rung = Word("rung");
                    question.TakenBy = Guid.Parse(Word("responder"));
                }
                if (e.Kind == "status" && Word("reason") == "joined") question.Helped.Add(e.Author!.Value);
                parked |= e.Kind == "status" && Word("state") == "parked" && Word("reason") != "held";
            }
            if (e.SuggestedBy is { } thinker) question.Helped.Add(thinker);
            if (e.Kind == "rating")
            {
                using var status = JsonDocument.Parse(e.Status!);
                (question.Stars, question.Words) = (status.RootElement.GetProperty("stars").GetInt32(), e.Body);
            }
            if (e.Kind != "message" || e.Audience != "all") continue;
            if (e.AuthorKind == "visitor") question.VisitorMessages++;
            if (e.AuthorKind != "member") continue;
            question.Wrote[e.Author!.Value] = question.Wrote.GetValueOrDefault(e.Author.Value) + 1;
            if (team.Contains(e.Author.Value)) question.TeamMessages++;
            first ??= parked ? Ends.Later : team.Contains(e.Author.Value) ? Ends.Team : Ends.SuperUsers;
            question.Reached |= question.Wrote.Values.Sum() == 1 && team.Contains(e.Author.Value);
        }
        question.BegunAt = begun;
        question.By = first ?? (thread.State, question.TakenMs, thread.Outcome) switch
        {
            (not "closed", _, _) => Ends.Open,
            (_, not null, _) => Ends.Wordless,
            (_, _, "cancelled") => Ends.Withdrawn,
            _ when held => Ends.KeptBack,
            _ => Ends.Unanswered,
        };
        return question;
    }
}

/// <summary>The rows as they lie in the tables.</summary>
public sealed record RawRows(IReadOnlyList<RawThread> Threads, ILookup<Guid, RawEvent> Events, IReadOnlySet<Guid> Team)
{
    public static async Task<RawRows> Read(SqlDialect dialect, Guid site)
    {
        await using var connection = await dialect.Open(CancellationToken.None);
        var threads = await connection.QueryAsync<RawThread>("select * from threads where site = @site", new { site });
        var events = await connection.QueryAsync<RawEvent>("select * from events");
        var people = await connection.QueryAsync<(Guid Id, string Roles)>("select id, roles from members");
        return new(threads.AsList(), events.ToLookup(e => e.Thread), people.Where(m => m.Roles.Contains("agent")).Select(m => m.Id).ToHashSet());
    }
}

public sealed record RawThread
{
    public Guid Id { get; init; }
    public long AskedAt { get; init; }
    public string State { get; init; } = "";
    public string? Outcome { get; init; }
    public string Language { get; init; } = "";
    public string? Topic { get; init; }
}

public sealed record RawEvent
{
    public Guid Thread { get; init; }
    public long Seq { get; init; }
    public string Kind { get; init; } = "";
    public string Audience { get; init; } = "";
    public string AuthorKind { get; init; } = "";
    public Guid? Author { get; init; }
    public Guid? SuggestedBy { get; init; }
    public string? Body { get; init; }
    public string? Status { get; init; }
    public long At { get; init; }
}
