using System.Buffers.Binary;
using CommunityWidget.Database;

namespace CommunityWidget.AnswerPages.Machines.Sitemaps;

/// <summary>The public pages by their ids, cut into files that stay as they are while other files change.</summary>
public sealed class SitemapStore(Db db)
{
    /// <summary>What one file holds at most.</summary>
    public int Most { get; init; } = 45_000;

    /// <summary>How much stays in a file that grew beyond: it is full then, and changes no more but by its own pages.</summary>
    public int Older { get; init; } = 40_000;

    private const string Listed = "site = @site and state = 'published' and hidden_at is null and thin = 0";

    private const string OfFile = $"{Listed} and id >= @first and id < @next";

    /// <summary>The sites that have something to list.</summary>
    public async Task<IReadOnlySet<Guid>> Sites() =>
        (await db.Query<Guid>("select s.id from sites s where exists (select 1 from pages p where p.site = s.id and p.state = 'published' and p.hidden_at is null and p.thin = 0)")).ToHashSet();

    /// <summary>
    /// The files of a site, oldest pages first, with what is in each but <see cref="SitemapFile.Ids"/>, which of a million pages costs seconds and only a file's own mark needs;
    /// those that hold nothing are left out.
    /// </summary>
    public async Task<IReadOnlyList<SitemapFile>> Files(Guid site)
    {
        var files = new List<SitemapFile>();
        var bounds = await Bounds(site);
        for (var i = 0; i < bounds.Count; i++)
        {
            var file = await Measured(site, bounds[i].Number, bounds[i].First, Next(bounds, i), withIds: false);
            if (file.Pages <= Most || await Split(site, file) is not { } begins)
            {
                files.Add(file);
                continue;
            }
            bounds = [.. bounds.Take(i + 1), begins, .. bounds.Skip(i + 1)];
            i--;
        }
        return [.. files.Where(file => file.Pages > 0)];
    }

    public async Task<SitemapFile?> File(Guid site, long number)
    {
        var bounds = await Bounds(site);
        for (var i = 0; i < bounds.Count; i++)
        {
            if (bounds[i].Number == number) return await Measured(site, number, bounds[i].First, Next(bounds, i), withIds: true);
        }
        return null;
    }

    /// <summary>The next pages of a file.</summary>
    public Task<IReadOnlyList<SitemapLine>> Lines(Guid site, SitemapFile file, Guid? after, int limit) => db.Query<SitemapLine>(
        $"select id, public_id, slug, modified_at from pages where {(after is null ? OfFile : $"{Listed} and id > @first and id < @next")} order by id limit @limit",
        new { site, first = after ?? file.First, next = file.Next, limit });

    private async Task<IReadOnlyList<Bound>> Bounds(Guid site)
    {
        var bounds = await db.Query<Bound>("select number, first from sitemap_files where site = @site order by first", new { site });
        return bounds.Count > 0 ? bounds : [new Bound { Number = 1, First = Guid.Empty }];
    }

    private async Task<SitemapFile> Measured(Guid site, long number, Guid first, Guid next, bool withIds)
    {
        var found = await db.Find<Measure>(
            $"""
            select count(*) as pages, coalesce(max(modified_at), 0) as modified_at, cast(coalesce(sum(modified_at), 0) as bigint) as sum, {(withIds ? $"cast(coalesce(sum({Letters}), 0) as bigint)" : "null")} as ids,
                (select id from pages where {OfFile} order by id desc limit 1) as last
            from pages where {OfFile}
            """,
            Parameters(site, first, next));
        return new(number, first, next, found!.Pages, Math.Max(found.ModifiedAt, CameAt(found.Last)), found.Sum, found.Ids);
    }

    // The last letters of an id are nobody else's by chance, and stand in the index like all of it.
    private string Letters => string.Join(" + ", Enumerable.Range(0, 8).Select(at => $"cast({1L << (4 * at)} as bigint) * {db.Dialect.CodeOf($"substr(cast(id as text), {36 - at}, 1)")}"));

    // Its id says when a page came. What was answered elsewhere came later than it last changed, and the file changed with it.
    private static long CameAt(Guid? page) => page is { Version: 7 } id ? (long)(BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16) : 0;

    // A file that is too long ends earlier, and another begins there; who else sees it does the same, and one of them has done it.
    private async Task<Bound?> Split(Guid site, SitemapFile file)
    {
        if (await db.Find<Guid?>($"select id from pages where {OfFile} order by id limit 1 offset {Older}", Parameters(site, file.First, file.Next)) is not { } first) return null;
        var reply = await db.Write<Bound>(async tx =>
        {
            await tx.Execute("insert into sitemap_files (site, number, first) values (@site, 1, @first) on conflict do nothing", new { site, first = Guid.Empty });
            await tx.Execute(
                "insert into sitemap_files (site, number, first) select @site, max(number) + 1, @first from sitemap_files where site = @site on conflict do nothing", new { site, first });
            return (await tx.Find<Bound>("select number, first from sitemap_files where site = @site and first = @first", new { site, first }))!;
        });
        return reply.Value;
    }

    private static object Parameters(Guid site, Guid first, Guid next) => new { site, first, next };

    // No page has this id.
    private static Guid Next(IReadOnlyList<Bound> bounds, int at) => at + 1 < bounds.Count ? bounds[at + 1].First : Guid.AllBitsSet;

    private sealed record Bound
    {
        public long Number { get; init; }
        public Guid First { get; init; }
    }

    private sealed record Measure
    {
        public long Pages { get; init; }
        public long ModifiedAt { get; init; }
        public long Sum { get; init; }
        public long? Ids { get; init; }
        public Guid? Last { get; init; }
    }
}

/// <summary>A file of a site's sitemap.</summary>
/// <param name="Number">In its address; says nothing of its place.</param>
/// <param name="First">The id it begins at.</param>
/// <param name="Next">The id the following file begins at.</param>
/// <param name="Pages">How many it lists.</param>
/// <param name="ModifiedAt">When the last of them changed or came.</param>
/// <param name="Sum">Of all their changes: another one whenever one of them changes.</param>
/// <param name="Ids">Of what their ids end with: another one whenever one of them comes in another's place. Null where nobody asked.</param>
public sealed record SitemapFile(long Number, Guid First, Guid Next, long Pages, long ModifiedAt, long Sum, long? Ids);

/// <summary>A page in a sitemap.</summary>
public sealed record SitemapLine
{
    public Guid Id { get; init; }
    public string PublicId { get; init; } = "";
    public string Slug { get; init; } = "";
    public long ModifiedAt { get; init; }
}
