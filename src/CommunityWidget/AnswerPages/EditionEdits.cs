using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages;

/// <summary>What changes on a page while it is public, each in its caller's transaction and under its thread's lock.</summary>
public sealed class EditionEdits(PageChanges changes)
{
    /// <summary>Another answer, behind those that are there.</summary>
    public async Task Add(Tx tx, Guid page, Answer answer, long now)
    {
        var last = await tx.Find<long?>("select max(position) from answers where page = @page", new { page }) ?? 0;
        await AnswerRow.Insert(tx, page, answer with { Position = last + 1 });
        await Modified(tx, page, now);
    }

    /// <summary>Answers of a double stand on the page that stays too, but for those it gives already.</summary>
    public async Task Merge(Tx tx, Guid from, Guid into, long now)
    {
        var there = (await tx.Query<string>("select body from answers where page = @into", new { into })).Select(body => body.Trim()).ToHashSet();
        foreach (var answer in await tx.Query<Answer>("select * from answers where page = @from order by position", new { from }))
        {
            if (there.Add(answer.Body.Trim())) await Add(tx, into, answer with { Id = "", State = Answer.Suggested, Votes = 0, SourceSeqs = "", MergedFrom = from }, now);
        }
    }

    /// <summary>What came from a double is gone from wherever it went.</summary>
    public async Task RemoveMerged(Tx tx, Guid from, long now)
    {
        var pages = await tx.Query<Guid>("select distinct page from answers where merged_from = @from", new { from });
        await tx.Execute("delete from answers where merged_from = @from", new { from });
        foreach (var page in pages) await Modified(tx, page, now);
    }

    /// <summary>An answer is gone; false when it was not there.</summary>
    public async Task<bool> Remove(Tx tx, Guid page, string id, long now)
    {
        if (await tx.Execute("delete from answers where page = @page and id = @id", new { page, id }) == 0) return false;
        await Modified(tx, page, now);
        return true;
    }

    /// <summary>Everything a member wrote on pages is gone, and what those pages answered in earlier wordings with it: a wording does not say whose words they were.</summary>
    public async Task RemoveAllOf(Tx tx, Guid member, long now)
    {
        await tx.Execute(
            """
            update revisions set answers = '[]' where page in
                (select page from answers where member = @member union select g.id from participants p join pages g on g.thread = p.thread where p.member = @member)
            """,
            new { member });
        var pages = await tx.Query<Guid>("select distinct page from answers where member = @member", new { member });
        await tx.Execute("delete from answers where member = @member", new { member });
        foreach (var page in pages) await Modified(tx, page, now);
    }

    /// <summary>The one that stands first from now on; false when it is not there or does already.</summary>
    public async Task<bool> Accept(Tx tx, Guid page, string id, long now)
    {
        if (await tx.Execute("update answers set state = 'accepted' where page = @page and id = @id and state <> 'accepted'", new { page, id }) == 0) return false;
        await tx.Execute("update answers set state = 'suggested' where page = @page and id <> @id and state = 'accepted'", new { page, id });
        await Modified(tx, page, now);
        return true;
    }

    /// <summary>An answer in other words, which makes the page true again; gives those it had, nothing when it is not there.</summary>
    public async Task<string?> Reword(Tx tx, Guid page, string id, string body, long now)
    {
        if (await tx.Find<string>("select body from answers where page = @page and id = @id", new { page, id }) is not { } before) return null;
        await tx.Execute("update answers set body = @body where page = @page and id = @id", new { page, id, body });
        await tx.Execute("update pages set outdated_at = null, doubts = 0, checked_at = @now where id = @page", new { page, now });
        await Modified(tx, page, now);
        return before;
    }

    /// <summary>Its author says whether it is still true.</summary>
    public async Task Check(Tx tx, Guid page, bool isTrue, long now)
    {
        await tx.Execute("update pages set checked_at = @now, doubts = 0 where id = @page", new { page, now });
        await SetOutdated(tx, page, !isTrue, now);
    }

    /// <summary>Says on the page that it is true no longer, or no more; nothing when it does already.</summary>
    public async Task SetOutdated(Tx tx, Guid page, bool outdated, long now)
    {
        var changed = outdated
            ? await tx.Execute("update pages set outdated_at = @now where id = @page and outdated_at is null", new { page, now })
            : await tx.Execute("update pages set outdated_at = null, doubts = 0 where id = @page and outdated_at is not null", new { page });
        if (changed == 1) await Modified(tx, page, now);
    }

    private async Task Modified(Tx tx, Guid page, long now)
    {
        await tx.Execute("update pages set modified_at = @now, updated_at = @now where id = @page", new { page, now });
        await changes.Tell(tx, page);
    }
}
