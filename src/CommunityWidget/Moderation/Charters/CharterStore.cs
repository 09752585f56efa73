using CommunityWidget.Database;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Charters;

/// <summary>Charters as rows. A version holds the texts that changed with it; the others go on.</summary>
public sealed class CharterStore(Db db)
{
    /// <summary>The texts that hold now, by language.</summary>
    public async Task<IReadOnlyDictionary<string, CharterText>> Current(Site site) => Newest(await db.Query<CharterText>(
        "select * from charters where site = @Id and version <= @CharterVersion order by version", new { site.Id, site.CharterVersion }));

    /// <summary>The same inside the transaction that changes them.</summary>
    public async Task<IReadOnlyDictionary<string, CharterText>> Current(Tx tx, Site site) => Newest(await tx.Query<CharterText>(
        "select * from charters where site = @Id and version <= @CharterVersion order by version", new { site.Id, site.CharterVersion }));

    /// <summary>The text for a reader: in the asked language if there is one, else in the site's first that has one, else the newest in a language the site has given up: it holds until there is another. Null without a charter.</summary>
    public async Task<CharterText?> For(Site site, string? language)
    {
        var texts = await Current(site);
        var givenUp = texts.Values.OrderByDescending(text => text.Version).ThenBy(text => text.Language, StringComparer.Ordinal);
        return new[] { site.LanguageFor(language) }.Concat(site.LanguageList).Select(texts.GetValueOrDefault).Concat(givenUp).FirstOrDefault(text => text is not null);
    }

    /// <summary>Whether there is such a version, and it was not taken back.</summary>
    public async Task<bool> Has(Tx tx, Guid site, long version) => await tx.Find<long>("select count(*) from charters where site = @site and version = @version", new { site, version }) > 0;

    public Task Add(Tx tx, CharterText text) => tx.Execute(
        "insert into charters (id, site, language, version, body, made_at) values (@Id, @Site, @Language, @Version, @Body, @MadeAt)", text);

    /// <summary>A version that was taken back never was, and nobody has agreed to it.</summary>
    public async Task Remove(Tx tx, Guid site, long version)
    {
        await tx.Execute("delete from charters where site = @site and version = @version", new { site, version });
        await tx.Execute("delete from charter_acceptances where version = @version and member in (select id from members where site = @site)", new { site, version });
        await tx.Execute(
            """
            update members set charter_accepted = coalesce((select max(a.version) from charter_acceptances a where a.member = members.id), 0)
            where site = @site and charter_accepted >= @version
            """,
            new { site, version });
    }

    private static Dictionary<string, CharterText> Newest(IEnumerable<CharterText> rows)
    {
        var newest = new Dictionary<string, CharterText>();
        foreach (var row in rows) newest[row.Language] = row;
        return newest.Where(text => text.Value.Body != "").ToDictionary();
    }
}
