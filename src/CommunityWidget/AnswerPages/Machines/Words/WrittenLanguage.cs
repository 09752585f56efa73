using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Machines.Words;

/// <summary>Which language an answer is in where it is not its page's: by the small words every text is full of, and only where they leave no doubt. Whoever reads it aloud must know.</summary>
public static class WrittenLanguage
{
    private const int Enough = 4, MostRead = 100, Surely = 3;

    public static string Of(Answer answer, Edition page)
    {
        var own = Stems.Primary(page.Language);
        var other = own switch { Stems.French => Stems.English, Stems.English => Stems.French, _ => null };
        if (other is null) return page.Language;
        var words = Searching.Language.Words.Of(answer.Body).Where(word => word.Length > 1).Take(MostRead).ToList();
        var (asPage, otherwise) = (words.Count(word => Fillers.Has(word, own)), words.Count(word => Fillers.Has(word, other)));
        return otherwise >= Enough && otherwise > Surely * asPage ? other : page.Language;
    }
}
