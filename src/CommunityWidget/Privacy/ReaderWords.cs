using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Privacy;

/// <summary>What somebody without an account wrote on a public page: an answer or a report.</summary>
public sealed record ReaderWords
{
    public const string Answer = "answer", Report = "report";

    /// <summary>One of the two.</summary>
    public string Kind { get; init; } = "";

    public string PublicId { get; init; } = "";
    public Guid Site { get; init; }
    public Guid Thread { get; init; }

    /// <summary>The page an answer was written to; null for a report.</summary>
    public Guid? Page { get; init; }

    /// <summary>Where it is read: the page's own public id, short name and title.</summary>
    public string PageId { get; init; } = "";

    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";

    /// <summary>The pseudonym of an answer; of a report its reason.</summary>
    public string? Name { get; init; }

    /// <summary>The words, as they stand now.</summary>
    public string? Text { get; init; }

    public long At { get; init; }

    /// <summary>Of a proposed answer or a report.</summary>
    public string State { get; init; } = "";

    public string? KeyHash { get; init; }
}

/// <summary>Finds what a reader wrote: for themselves by their key, for whoever answers their request by its address.</summary>
public sealed class FindReaderWords(Db db)
{
    private const string Page = "p.thread, p.public_id as page_id, p.slug, p.title";

    private const string Proposed =
        $"""
        select 'answer' as kind, n.public_id, n.site, {Page}, n.page, n.author_name as name, n.at, n.state, n.key_hash,
            coalesce((select a.body from answers a where a.page = n.page and a.id = n.public_id), n.body) as text
        from proposed_answers n join pages p on p.id = n.page where n.site = @site and n.public_id = @id and n.member is null and n.state <> 'erased'
        """;

    // A copy on the page that a double leads to has an address of its own, and was written where the double was. What came with an import is no reader's, nor is a copy of it.
    private const string Shown =
        """
        select 'answer' as kind, a.id as public_id, o.site, o.thread, s.public_id as page_id, s.slug, s.title, o.id as page, a.author_name as name, a.answered_at as at, 'published' as state, a.body as text
        from answers a join pages s on s.id = a.page join pages o on o.id = coalesce(a.merged_from, a.page)
        where s.site = @site and a.id = @id and a.member is null and a.author_name is not null and a.source_seqs = ''
            and not exists (select 1 from answers b where b.page = a.merged_from and b.author_name = a.author_name and b.answered_at = a.answered_at and b.source_seqs <> '')
        """;

    private const string Reported =
        $"""
        select 'report' as kind, r.public_id, r.site, r.thread, coalesce(p.public_id, '') as page_id, coalesce(p.slug, '') as slug, coalesce(p.title, '') as title, r.reason as name, r.words as text, r.at, r.state, r.key_hash
        from reports r left join pages p on p.thread = r.thread where r.site = @site and r.public_id = @id and r.reporter_kind = 'reader' and r.state <> 'erased'
        """;

    private const string Anything =
        """
        select 1 from proposed_answers where site = @site and public_id = @id and state <> 'erased'
        union all select 1 from reports where site = @site and public_id = @id and state <> 'erased'
        union all select 1 from answers a join pages p on p.id = a.page where p.site = @site and a.id = @id
        """;

    public async Task<ReaderWords?> Find(Guid site, string kind, string id) => kind == ReaderWords.Report
        ? await db.Find<ReaderWords>(Reported, new { site, id })
        : await db.Find<ReaderWords>(Proposed, new { site, id }) ?? await db.Find<ReaderWords>(Shown, new { site, id });

    /// <summary>Nothing is there under this id, whoever wrote it: it was erased, or never was.</summary>
    public async Task<bool> IsGone(Guid site, string id) => (await db.Query<long>(Anything, new { site, id })).Count == 0;

    /// <summary>By what whoever asks for it sends: the address of the answer on its page, or of the page they were shown when they sent it.</summary>
    public async Task<ReaderWords?> ByAddress(Site site, string? typed)
    {
        if (ReaderAddress.Read(typed) is not { } address) return null;
        if (address.Kind is { } kind) return await Find(site.Id, kind, address.Id);
        return await Find(site.Id, ReaderWords.Answer, address.Id) ?? await Find(site.Id, ReaderWords.Report, address.Id);
    }

    /// <summary>Only for whoever holds its key.</summary>
    public async Task<ReaderWords?> ByKey(Site site, string kind, string id, string? key) =>
        !string.IsNullOrEmpty(key) && await Find(site.Id, kind, id) is { KeyHash: { } hash } words && hash == Secret.Hash(key.Trim().TrimStart('#')) ? words : null;
}
