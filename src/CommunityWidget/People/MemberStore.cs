using CommunityWidget.Database;

namespace CommunityWidget.People;

/// <summary>Members as rows.</summary>
public sealed class MemberStore(Db db)
{
    private const string MayModerate = "select * from members where site = @site and (roles like '%moderator%' or roles like '%admin%')";

    public Task<Member?> Find(Guid id) => db.Find<Member>("select * from members where id = @id", new { id });

    public Task<IReadOnlyList<Member>> Find(IReadOnlyCollection<Guid> ids) =>
        db.Query<Member>($"select * from members where {db.Dialect.In("id", "@ids")}", new { ids });

    public async Task<IReadOnlyList<Member>> Find(Tx tx, IReadOnlyCollection<Guid> ids) => ids.Count == 0 ? [] :
        await tx.Query<Member>($"select * from members where {tx.Dialect.In("id", "@ids")}", new { ids });

    /// <summary>Who has a session still: its stamp is theirs, and its browser has not signed out.</summary>
    public Task<Member?> OfSession(Guid id, string stamp, Guid session) => db.Find<Member>(
        "select * from members where id = @id and sign_in_stamp = @stamp and not exists (select 1 from ended_sessions where id = @session)", new { id, stamp, session });

    /// <summary>Which of these browsers' sessions were ended by signing out.</summary>
    public async Task<IReadOnlyList<Guid>> Ended(IReadOnlyCollection<Guid> sessions) => sessions.Count == 0 ? [] :
        await db.Query<Guid>($"select id from ended_sessions where {db.Dialect.In("id", "@sessions")}", new { sessions });

    public async Task<IReadOnlyList<Guid>> Ended(Tx tx, IReadOnlyCollection<Guid> sessions) => sessions.Count == 0 ? [] :
        await tx.Query<Guid>($"select id from ended_sessions where {tx.Dialect.In("id", "@sessions")}", new { sessions });

    /// <summary>No more of each than says whether their sessions still hold: asked every few seconds for everybody who is connected.</summary>
    public Task<IReadOnlyList<Member>> Sessions(IReadOnlyCollection<Guid> ids) =>
        db.Query<Member>($"select id, roles, suspended_until, sign_in_stamp from members where {db.Dialect.In("id", "@ids")}", new { ids });

    public Task<Member?> ByEmail(Guid site, string email) =>
        db.Find<Member>("select * from members where site = @site and email = @email", new { site, email = Normal(email) });

    public Task<IReadOnlyList<Member>> OfSite(Guid site) =>
        db.Query<Member>("select * from members where site = @site order by name", new { site });

    /// <summary>Whose name begins like this, by name. Compared here: to SQLite É and é are two letters.</summary>
    public async Task<IReadOnlyList<Member>> Named(Guid site, string start, int most)
    {
        var (begins, names) = (Composed(start), await db.Query<MemberName>("select id, name from members where site = @site order by name, id", new { site }));
        var ids = names.Where(m => Composed(m.Name).StartsWith(begins, StringComparison.OrdinalIgnoreCase)).Take(most).Select(m => m.Id).ToList();
        var found = (await Find(ids)).ToDictionary(m => m.Id);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    // An accent typed as a sign of its own belongs to its letter. Half a sign cannot be composed and is looked for as it is.
    private static string Composed(string text)
    {
        try
        {
            return text.Normalize();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private sealed record MemberName { public Guid Id { get; init; } public string Name { get; init; } = ""; }

    /// <summary>Whoever may moderate the site.</summary>
    public Task<IReadOnlyList<Member>> Moderators(Guid site) =>
        db.Query<Member>(MayModerate, new { site });

    /// <summary>The same inside the transaction in which one of them decides.</summary>
    public Task<IReadOnlyList<Member>> Moderators(Tx tx, Guid site) => tx.Query<Member>(MayModerate, new { site });

    /// <summary>Members who chose to be available and are not suspended; who is connected, only the queue knows.</summary>
    public Task<IReadOnlyList<Member>> Available(Guid site, long now) => db.Query<Member>(
        """
        select * from members
        where site = @site and intent = 'available' and (suspended_until is null or suspended_until <= @now)
        """,
        new { site, now });

    /// <summary>Whoever talks with visitors and is not shut out, here or not.</summary>
    public async Task<IReadOnlyList<Member>> Answering(Guid site, long now) => [.. (await db.Query<Member>(
        "select * from members where site = @site and erased_at is null", new { site })).Where(m => m.MayAnswerAt(now))];

    public Task<IReadOnlyList<MemberTopic>> Topics(Guid site) => db.Query<MemberTopic>(
        """
        select t.member, t.topic, t.rated_count, t.rated_sum
        from member_topics t join members m on m.id = t.member
        where m.site = @site and t.active = @yes
        """,
        new { site, yes = true });

    public Task Add(Tx tx, Member member) => tx.Execute(
        """
        insert into members (id, site, email, name, password, roles, languages, customer_since, seats, busy, offered, intent, paused,
            missed, last_offered_at, suspended_until, sign_in_stamp, created_at)
        values (@Id, @Site, @Email, @Name, @Password, @Roles, @Languages, @CustomerSince, @Seats, 0, 0, @Intent, @Paused,
            0, 0, @SuspendedUntil, @SignInStamp, @CreatedAt)
        """,
        member with { Email = Normal(member.Email) });

    /// <summary>A member came through a new invitation: name, roles and password are as chosen now, sessions elsewhere end.</summary>
    public Task Renew(Tx tx, Member member) => tx.Execute(
        """
        update members set name = @Name, password = @Password, roles = @Roles, languages = @Languages, seats = @Seats, sign_in_stamp = @SignInStamp
        where id = @Id
        """,
        member);

    public Task<Member?> ByEmail(Tx tx, Guid site, string email) =>
        tx.Find<Member>("select * from members where site = @site and email = @email", new { site, email = Normal(email) });

    /// <summary>True when nobody has an account on any site.</summary>
    public async Task<bool> NobodyYet() => await db.Find<long>("select count(*) from members") == 0;

    /// <summary>A member answers a topic from now on; what earlier answers were worth comes back with it.</summary>
    public Task AddTopic(Tx tx, Guid member, string topic) => tx.Execute(
        """
        insert into member_topics (member, topic, rated_count, rated_sum, active) values (@member, @topic, 0, 0, @yes)
        on conflict (member, topic) do update set active = @yes
        """,
        new { member, topic, yes = true });

    /// <summary>A rated answer moves what the member is known to be good at; <paramref name="count"/> is 0 when a rating is changed.</summary>
    public Task AddRating(Tx tx, Guid member, string topic, int count, int stars) => tx.Execute(
        """
        update member_topics set rated_count = rated_count + @count, rated_sum = rated_sum + @stars
        where member = @member and topic = @topic
        """,
        new { member, topic, count, stars });

    public static string Normal(string email) => email.Trim().ToLowerInvariant();
}

/// <summary>A topic a member answers, and how those answers were rated.</summary>
public sealed record MemberTopic
{
    public Guid Member { get; init; }
    public string Topic { get; init; } = "";
    public long RatedCount { get; init; }
    public long RatedSum { get; init; }
}
