using System.Buffers;
using System.Text;
using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Machines.Words;

/// <summary>Which language an answer is in where it is not its page's: by the small words every text is full of, and only where they leave no doubt. Whoever reads it aloud must know.</summary>
public static class WrittenLanguage
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private const int Enough = 4, MostRead = 100, Surely = 3, LongestFiller = 16;

    public static string Of(Answer answer, Edition page)
    {
        var own = Stems.Primary(page.Language);
        var other = own switch { Stems.French => Stems.English, Stems.English => Stems.French, _ => null };
        if (other is null) return page.Language;
        var (asPage, otherwise) = Ascii.IsValid(answer.Body) ? CountPlain(answer.Body, own, other) : Count(answer.Body, own, other);
        return otherwise >= Enough && otherwise > Surely * asPage ? other : page.Language;
    }

    private static (int AsPage, int Otherwise) Count(string text, string own, string other)
    {
        var words = Searching.Language.Words.Of(text).Where(word => word.Length > 1).Take(MostRead).ToList();
        return (words.Count(word => Fillers.Has(word, own)), words.Count(word => Fillers.Has(word, other)));
    }

    // The same without making a word of each: a page is drawn while somebody waits for it.
    private static (int AsPage, int Otherwise) CountPlain(ReadOnlySpan<char> text, string own, string other)
    {
        Span<char> small = stackalloc char[LongestFiller];
        var (asPage, otherwise, read) = (0, 0, 0);
        for (var at = 0; at < text.Length && read < MostRead;)
        {
            var length = text[at..].IndexOfAnyExcept(Letters);
            if (length < 0) length = text.Length - at;
            if (length > 1) read++;
            if (length > 1 && length <= small.Length)
            {
                var word = small[..text.Slice(at, length).ToLowerInvariant(small)];
                if (Fillers.Has(word, own)) asPage++;
                if (Fillers.Has(word, other)) otherwise++;
            }
            at += length + 1;
        }
        return (asPage, otherwise);
    }
}
