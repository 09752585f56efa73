using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.Sites;

namespace CommunityWidget.Questions;

/// <summary>In which of the site's languages somebody writes.</summary>
public static class WrittenLanguage
{
    // Few small words have to do: what is typed is short.
    private const int Enough = 2, Surely = 3;

    /// <param name="site">Whose languages count.</param>
    /// <param name="text">As typed.</param>
    /// <param name="expected">It is that one, but where they surely write another one that the site has.</param>
    public static string Of(Site site, string text, string expected)
    {
        var own = Stems.Primary(expected);
        var other = own switch { Stems.French => Stems.English, Stems.English => Stems.French, _ => null };
        if (other is null || site.LanguageList.FirstOrDefault(one => Stems.Primary(one) == other) is not { } spoken) return expected;
        var words = Words.Of(text).Where(word => word.Length > 1).ToList();
        var (here, there) = (words.Count(word => Fillers.Has(word, own)), words.Count(word => Fillers.Has(word, other)));
        return there >= Enough && there > Surely * here ? spoken : expected;
    }
}
