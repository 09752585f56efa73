using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages;

/// <summary>What changes on a page while it is public, each in its caller's transaction and under its thread's lock.</summary>
public sealed class EditionEdits(PageChanges changes)
{
    /// <summary>What a moderator says of a page, as the audit calls it.</summary>
    public const string Outdated = "page.outdated";

    /// <summary>Whether an answer of a page, other than this one, says just that.</summary>
    public static async Task<bool> Says(Tx tx, Guid page, string body, string? but) =>
        (await tx.Query<string>("select body from answers where page = @page and id <> @but", new { page, but = but ?? "" })).Any(said => WrittenText.Squeezed(said) == WrittenText.Squeezed(body));

    /// <summary>Another answer, behind those that are there.</summary>
    public async Task Add(Tx tx, Guid page, Answer answer, long now)
    {
        var last = await tx.Find<long?>("select max(position) from answers where page = @page", new { page }) ?? 0;
        await AnswerRow.Insert(tx, page, answer with { Position = last + 1 });
        await Modified(tx, page, now);
    }

    /// <summary>Answers of a double stand on the page that stays too, but for those it gives already; gives what was said of its first answer where another one stands first by that.</summary>
    public async Task<SaidOfFirst?> Merge(Tx tx, Guid from, Guid into, long now)
    {
        var said = await tx.Find<SaidOfFirst>($"select a.id as first, p.checked_at, p.doubts, p.outdated_at from answers a join pages p on p.id = a.page where a.page = @into {ReadPage.InOrder} limit 1", new { into });
        await Exchange(tx, into, async () =>
        {
            var there = (await tx.Query<string>("select body from answers where page = @into", new { into })).Select(WrittenText.Squeezed).ToHashSet();
            foreach (var answer in await tx.Query<Answer>("select * from answers where page = @from order by position", new { from }))
            {
                if (there.Add(WrittenText.Squeezed(answer.Body))) await Add(tx, into, answer with { Id = "", State = Answer.Suggested, SourceSeqs = "", MergedFrom = answer.MergedFrom ?? from }, now);
            }
            return true;
        });
        if (said is null || await First(tx, into) == said.First) return null;
        // What a moderator said stayed, and may be taken back before the merger is.
        return await tx.Find<long?>("select outdated_at from pages where id = @into", new { into }) is null ? said : said with { OutdatedAt = null };
    }

    /// <summary>A merger is taken back: what was said of the answer that stood first before is said of it again, where it does now. What was said since stays.</summary>
    public async Task SayAgain(Tx tx, Guid page, SaidOfFirst said)
    {
        if (await First(tx, page) != said.First) return;
        await tx.Execute(
            "update pages set checked_at = coalesce(checked_at, @CheckedAt), doubts = doubts + @Doubts, outdated_at = coalesce(outdated_at, @OutdatedAt) where id = @page",
            new { page, said.CheckedAt, said.Doubts, said.OutdatedAt });
        await changes.Tell(tx, page);
    }

    /// <summary>What came from a double is gone from wherever it went, and from every wording there was since: also where somebody left it out later.</summary>
    public async Task RemoveMerged(Tx tx, Guid from, long now, long? since = null)
    {
        foreach (var page in await LockWent(tx, from))
        {
            var gone = await Exchange(tx, page, async () =>
            {
                var ids = await tx.Query<string>("delete from answers where page = @page and (merged_from = @from or merged_from in (select merged_from from answers where page = @from)) returning id", new { page, from });
                foreach (var id in ids) await tx.Execute("delete from proposed_answers where page = @page and rewords = @id", new { page, id });
                return ids.Count > 0;
            });
            await UnsaySince(tx, page, from, since);
            if (!gone) continue;
            await tx.Execute(WaitsNoMore, new { page });
            await Modified(tx, page, now);
        }
    }

    /// <summary>The other pages where answers of a page stand as a double's, their threads locked: whoever words such a page anew stores all its answers, so they have, or they will not find these any more.</summary>
    public static async Task<IReadOnlyList<Guid>> LockWent(Tx tx, Guid from)
    {
        var locked = new HashSet<Guid>();
        while (true)
        {
            // They may have gone on from a page while its lock was waited for.
            var pages = await tx.Query<Guid>(Went, new { from });
            if (locked.IsSupersetOf(pages)) return pages;
            await tx.Query<Guid>($"select id from threads where id in (select thread from pages where {tx.Dialect.In("id", "@pages")}) order by id{tx.Dialect.ForUpdate}", new { pages });
            locked.UnionWith(pages);
        }
    }

    // Whom it was sent back to may have nothing there any more that they could mend.
    private const string WaitsNoMore =
        "update pages set sent_to = null, sent_by = null, sent_note = null where id = @page and sent_to is not null and not exists (select 1 from answers a where a.page = pages.id and a.member = pages.sent_to)";

    // From when it was found to be a double, where nobody says since when.
    private static Task UnsaySince(Tx tx, Guid page, Guid from, long? since = null) => tx.Execute(
        "update revisions set answers = '[]' where page = @page and at >= coalesce(cast(@since as bigint), (select min(at) from decisions where page = @from and kind = 'merged'), 0)", new { page, from, since });

    // The page it was found to repeat, those that one was found to repeat later, and where answers of it stand though it is no double any more.
    private const string Went = """
        with recursive went (page) as (
            select merged_into from pages where id = @from and merged_into is not null
            union
            select page from answers where merged_from = @from
            union
            select p.merged_into from pages p join went w on p.id = w.page where p.merged_into is not null)
        select page from went where page <> @from
        """;

    /// <summary>An answer is gone; false when it was not there.</summary>
    public async Task<bool> Remove(Tx tx, Guid page, string id, long now)
    {
        if (!await Exchange(tx, page, async () => await tx.Execute("delete from answers where page = @page and id = @id", new { page, id }) > 0)) return false;
        await Modified(tx, page, now);
        return true;
    }

    /// <summary>
    /// What a member wrote on a thread's page is gone, and what that page answered in earlier wordings with it: a wording does not say whose words they were. The same
    /// wherever it went as a double, since then: also where it was left out later.
    /// </summary>
    public async Task RemoveAllOf(Tx tx, Guid thread, Guid member, long now)
    {
        if (await tx.Find<Guid?>("select id from pages where thread = @thread", new { thread }) is not { } page) return;
        await tx.Execute("update revisions set answers = '[]' where page = @page", new { page });
        await RemoveOf(tx, page, member, now);
        foreach (var went in await LockWent(tx, page))
        {
            await UnsaySince(tx, went, page);
            await RemoveOf(tx, went, member, now);
        }
    }

    /// <summary>
    /// What a reader answered on a page is gone, from there and from wherever it went with a double: known again by who signed it and when, because its words may have been changed since. What those
    /// pages answered in the wordings since goes with it, where it stood there or is known to have been public. False when nobody could read it.
    /// </summary>
    public async Task<bool> RemoveOfReader(Tx tx, Guid page, (string Name, long At) by, bool wasShown, long now)
    {
        var removed = await RemoveOfReader(tx, page, by, now);
        if (removed || wasShown) await tx.Execute("update revisions set answers = '[]' where page = @page and at >= @At", new { page, by.At });
        foreach (var went in await LockWent(tx, page))
        {
            var there = await RemoveOfReader(tx, went, by, now);
            if (there || wasShown) await UnsaySince(tx, went, page);
            removed |= there;
        }
        return removed || wasShown;
    }

    private async Task<bool> RemoveOfReader(Tx tx, Guid page, (string Name, long At) by, long now)
    {
        const string sql = "delete from answers where page = @page and member is null and author_name = @Name and answered_at = @At and source_seqs = ''";
        if (!await Exchange(tx, page, async () => await tx.Execute(sql, new { page, by.Name, by.At }) > 0)) return false;
        await Modified(tx, page, now);
        return true;
    }

    private async Task RemoveOf(Tx tx, Guid page, Guid member, long now)
    {
        if (await Exchange(tx, page, async () => await tx.Execute("delete from answers where page = @page and member = @member", new { page, member }) > 0)) await Modified(tx, page, now);
    }

    // Whether it is true was said of the answer that stood first: of another one nobody has said it. What a moderator said is of the page.
    private async Task<bool> Exchange(Tx tx, Guid page, Func<Task<bool>> change)
    {
        var first = await First(tx, page);
        if (!await change()) return false;
        if (first is not null && await First(tx, page) != first) await Unsay(tx, page, await IsModerators(tx, page));
        return true;
    }

    private static Task Unsay(Tx tx, Guid page, bool staysOutdated) =>
        tx.Execute($"update pages set checked_at = null, doubts = 0{(staysOutdated ? "" : NotOutdated)} where id = @page", new { page });

    // Nor is it anybody's word any more: what is said next is whoever says it.
    private const string NotOutdated = ", outdated_at = null, said_outdated_at = null, said_outdated_by = null";

    /// <summary>It was a moderator, other than this one, who said on the page that it may be true no longer.</summary>
    /// <remarks>The page knows who said it first, for as long as it is there; of whoever said it too, or on a node of the version before, only the audit does.</remarks>
    public static async Task<bool> IsModerators(Tx tx, Guid page, Guid but = default)
    {
        const string sql = """
            select 1 from pages p where p.id = @page and ((p.said_outdated_at >= p.outdated_at and p.said_outdated_by <> @but) or exists (
                select 1 from audit a join threads t on t.site = a.site and t.public_id = a.subject
                where t.id = p.thread and a.action = @Outdated and a.at >= p.outdated_at and a.actor <> @but))
            """;
        return await tx.Find<long?>(sql, new { page, but, Outdated }) is not null;
    }

    /// <summary>The answer that its page shows first.</summary>
    public static Task<string?> First(Tx tx, Guid page) => tx.Find<string>($"select a.id from answers a where a.page = @page {ReadPage.InOrder} limit 1", new { page });

    /// <summary>The one that stands first from now on; of another one than before nobody has said yet whether it is true. False when it is not there or is accepted already.</summary>
    /// <param name="tx">The choice's transaction.</param>
    /// <param name="page">The page.</param>
    /// <param name="id">Its answer.</param>
    /// <param name="now">The moment.</param>
    /// <param name="staysOutdated">What is said on the page, that it may be true no longer, is not whose choice this is to take back.</param>
    public async Task<bool> Accept(Tx tx, Guid page, string id, long now, bool staysOutdated = false)
    {
        var before = await First(tx, page);
        if (await tx.Execute("update answers set state = 'accepted' where page = @page and id = @id and state <> 'accepted'", new { page, id }) == 0) return false;
        await tx.Execute("update answers set state = 'suggested' where page = @page and id <> @id and state = 'accepted'", new { page, id });
        // What stood first before it was chosen keeps what was said of it, but that it may be true no longer: whoever chooses takes that back, as of any.
        var isTakenBack = !staysOutdated && await tx.Find<long?>("select outdated_at from pages where id = @page", new { page }) is not null;
        if (await First(tx, page) != before) await Unsay(tx, page, staysOutdated);
        else if (isTakenBack) await tx.Execute($"update pages set doubts = 0{NotOutdated} where id = @page", new { page });
        await Modified(tx, page, now);
        return true;
    }

    /// <summary>An answer in other words, which makes the page true again if it stands first; gives what stood there, nothing when it is not there.</summary>
    public async Task<WordedBefore?> Reword(Tx tx, Guid page, string id, string body, long now)
    {
        const string sql = $"""
            select a.body, a.reworded_at, p.checked_at, p.outdated_at, case when {ReadPage.StandsFirst} then p.doubts end as doubts
            from answers a join pages p on p.id = a.page where a.page = @page and a.id = @id
            """;
        if (await tx.Find<WordedBefore>(sql, new { page, id }) is not { } before) return null;
        await tx.Execute("update answers set body = @body, reworded_at = @now where page = @page and id = @id", new { page, id, body, now });
        if (before.Doubts is not null) await tx.Execute("update pages set outdated_at = null, doubts = 0, checked_at = @now where id = @page", new { page, now });
        await Modified(tx, page, now);
        return before;
    }

    /// <summary>Takes other words back: what stood there, and what was said of it, are as they were; gives the words that go, nothing when they are not there any more.</summary>
    /// <param name="tx">The undoing's transaction.</param>
    /// <param name="page">The page.</param>
    /// <param name="id">Its answer.</param>
    /// <param name="before">What stood there.</param>
    /// <param name="at">When the words that go came: what was said of the page since stays.</param>
    /// <param name="now">The moment.</param>
    public async Task<string?> Unword(Tx tx, Guid page, string id, WordedBefore before, long at, long now)
    {
        if (await tx.Find<string>("select body from answers where page = @page and id = @id", new { page, id }) is not { } words) return null;
        await tx.Execute("update answers set body = @Body, reworded_at = @RewordedAt where page = @page and id = @id", new { page, id, before.Body, before.RewordedAt });
        if (before.Doubts is not null)
        {
            await tx.Execute(
                "update pages set checked_at = @CheckedAt, doubts = doubts + @Doubts, outdated_at = coalesce(outdated_at, @OutdatedAt) where id = @page and checked_at = @at",
                new { page, at, before.CheckedAt, before.Doubts, before.OutdatedAt });
        }
        await Modified(tx, page, now);
        return words;
    }

    /// <summary>Its author says whether it is still true.</summary>
    public async Task Check(Tx tx, Guid page, bool isTrue, long now)
    {
        await tx.Execute("update pages set checked_at = @now, doubts = 0 where id = @page", new { page, now });
        await SetOutdated(tx, page, !isTrue, now);
        // When it was looked at stands there, also where nothing else became of it.
        await changes.Tell(tx, page);
    }

    /// <summary>Says on the page that it is true no longer, or no more; nothing when it does already.</summary>
    public async Task SetOutdated(Tx tx, Guid page, bool outdated, long now)
    {
        var changed = outdated
            ? await tx.Execute("update pages set outdated_at = @now where id = @page and outdated_at is null", new { page, now })
            : await tx.Execute("update pages set outdated_at = null, doubts = 0 where id = @page and outdated_at is not null", new { page });
        if (changed == 1) await Modified(tx, page, now);
    }

    /// <summary>The same by a moderator. Who said it first stands with the page: the audit is not kept for as long as a page may be.</summary>
    public async Task SayOutdated(Tx tx, Guid page, Guid by, bool outdated, long now)
    {
        await SetOutdated(tx, page, outdated, now);
        // Of two the one counts who is not asked whether it is still true: who answered here may take back what they said themselves.
        const string say = """
            update pages set said_outdated_at = @now, said_outdated_by = @by
            where id = @page and (said_outdated_at is null or said_outdated_at < outdated_at or (
                said_outdated_by in (select a.member from answers a where a.page = pages.id) and not exists (select 1 from answers a where a.page = pages.id and a.member = @by)))
            """;
        if (outdated) await tx.Execute(say, new { page, now, by });
        else await tx.Execute("update pages set said_outdated_at = null, said_outdated_by = null where id = @page", new { page });
    }

    private async Task Modified(Tx tx, Guid page, long now)
    {
        await tx.Execute($"update pages set modified_at = @now, updated_at = @now, {AnswerRow.AskedAt} where id = @page", new { page, now });
        await changes.Tell(tx, page);
    }
}

/// <summary>What an answer said before it was worded anew, and what was said of its page.</summary>
public sealed record WordedBefore
{
    public string Body { get; init; } = "";
    public long? RewordedAt { get; init; }
    public long? CheckedAt { get; init; }
    public long? OutdatedAt { get; init; }

    /// <summary>Null where that is not known or was not touched: it did not stand first.</summary>
    public long? Doubts { get; init; }
}

/// <summary>What was said of a page while an answer stood first on it.</summary>
public sealed record SaidOfFirst
{
    public string First { get; init; } = "";
    public long? CheckedAt { get; init; }
    public long Doubts { get; init; }
    public long? OutdatedAt { get; init; }
}
