using System.Data.Common;
using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.Benchmarks.Driving;
using Dapper;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>What a search asks of the database, alone: what its words are worth, the pages to compare, those to show, and for suggestions their answers.</summary>
internal sealed class BareSearch(Library library, DbConnection connection)
{
    private const int Compared = 64;

    private readonly ReadQuery _read = new(library.Db);

    /// <summary>The statements for some words, ready to be run; what they are made of costs nothing here.</summary>
    public async Task<Func<Task>> For(string text, IReadOnlyList<string> languages, int compared, int shown, bool withAnswers)
    {
        var (site, statements) = (library.Site.Id, new List<(string Sql, object Parameters)>());
        foreach (var space in languages.Select(language => Space.Of(site, language)))
        {
            var features = Features.Read(text, space.Language);
            var terms = features.Of(FeatureKinds.Stem).Concat(features.Of(FeatureKinds.Pair)).Select(space.Term).ToArray();
            if (terms.Length == 0) continue;
            statements.Add(("select * from search_spaces where space = @Number", new { space.Number }));
            statements.Add(($"select term, pages from search_words where {library.Db.Dialect.In("term", "@terms")}", new { terms }));
            if (await _read.Run(space, features) is { } query && Candidates.Statement(space, query, Math.Max(Compared, compared)) is var (sql, parameters)) statements.Add((sql, parameters));
        }
        var pages = new List<Guid>();
        foreach (var (sql, parameters) in statements.Where(one => one.Sql.Contains("p.vector", StringComparison.Ordinal)))
            pages.AddRange((await connection.QueryAsync<Candidate>(sql, parameters)).Select(one => one.Page));
        var some = pages.Take(shown).ToArray();
        if (some.Length > 0) statements.Add(($"select * from pages where {library.Db.Dialect.In("id", "@some")} and site = @site and state = 'published' and hidden_at is null", new { some, site }));
        if (some.Length > 0 && withAnswers) statements.Add(($"select * from answers where {library.Db.Dialect.In("page", "@some")} order by page, position", new { some }));
        return async () =>
        {
            foreach (var (sql, parameters) in statements) (await connection.QueryAsync(sql, parameters)).AsList();
        };
    }
}
