using System.Globalization;
using System.Text;
using CommunityWidget.AnswerPages;
using CommunityWidget.Database;

namespace CommunityWidget.Moderation.Drafting;

/// <summary>Public pages that ask much the same, found by the words they share.</summary>
public sealed class AlikePages(Db db)
{
    private const int Most = 4, Shortest = 4, MostWords = 40;

    private static readonly HashSet<string> Filling =
    [
        "this", "that", "with", "have", "from", "what", "when", "does", "your", "which", "there", "they", "will", "would", "could", "about", "into", "some", "than", "then",
        "pour", "avec", "dans", "cette", "vous", "votre", "quel", "quelle", "quels", "quelles", "comment", "est-ce", "plus", "mais", "elle", "sont", "faut", "peut", "bien", "sans", "leur",
    ];

    /// <summary>A page was published: others are compared with it from now on.</summary>
    public async Task Learn(Tx tx, Edition page)
    {
        await Forget(tx, page.Id);
        var words = Words(page);
        if (words.Length == 0) return;
        await tx.Run(new RowStatement(
            $"insert into page_words (site, word, page) select words.site, words.word, words.page from {tx.Dialect.Table(Rows(page, words))}", Rows(page, words)));
    }

    /// <summary>The same for many that were never known before.</summary>
    public async Task Learn(Tx tx, IReadOnlyList<Edition> pages)
    {
        var words = pages.SelectMany(page => Words(page).Select(word => (page.Site, Word: word, page.Id))).ToList();
        if (words.Count == 0) return;
        var rows = new Rows("words", ("site", words.Select(w => w.Site).ToArray()), ("word", words.Select(w => w.Word).ToArray()), ("page", words.Select(w => w.Id).ToArray()));
        await tx.Run(new RowStatement($"insert into page_words (site, word, page) select words.site, words.word, words.page from {tx.Dialect.Table(rows)}", rows));
    }

    public Task Forget(Tx tx, Guid page) => tx.Execute("delete from page_words where page = @page", new { page });

    /// <summary>Those that share at least two words, and half of the draft's; the most alike first.</summary>
    public async Task<IReadOnlyList<Edition>> To(Edition draft)
    {
        var words = Words(draft);
        if (words.Length < 2) return [];
        return await db.Query<Edition>(
            $"""
            select p.* from (
                select page, count(*) as shared from page_words where site = @Site and {db.Dialect.AnyOf("word", "@words")} group by page
            ) w join pages p on p.id = w.page
            where w.shared >= @least and p.state = 'published' and p.hidden_at is null and p.language = @Language and p.id <> @Id
            order by w.shared desc, p.published_at desc limit @most
            """,
            new { draft.Site, draft.Language, draft.Id, words = db.Dialect.Texts(words), least = Math.Max(2, (words.Length + 1) / 2), most = Most });
    }

    private static Rows Rows(Edition page, string[] words) => new(
        "words", ("site", words.Select(_ => page.Site).ToArray()), ("word", words), ("page", words.Select(_ => page.Id).ToArray()));

    private static string[] Words(Edition page) => [.. Folded($"{page.Title} {page.Question}").Distinct().Take(MostWords)];

    private static IEnumerable<string> Folded(string text)
    {
        var word = new StringBuilder();
        foreach (var c in (text + " ").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            else
            {
                if (word.Length >= Shortest && !Filling.Contains(word.ToString())) yield return word.ToString();
                word.Clear();
            }
        }
    }
}
