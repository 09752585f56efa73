using System.Collections.Concurrent;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace CommunityWidget.AnswerPages.Searching.Language;

/// <summary>What is left of a word when its endings are taken off. Languages without a stemmer of ours keep their words as they are.</summary>
public static class Stems
{
    public const string English = "en", French = "fr";

    private const int MostKnown = 50_000;

    // Stemming is most of what reading a text costs, and people use few words.
    private static readonly ConcurrentDictionary<(string Word, string Language), string> Known = new();

    /// <summary>The language without its region: <c>fr</c> of <c>fr-CA</c>.</summary>
    public static string Primary(string language) => language.Split('-', '_')[0].ToLowerInvariant();

    /// <param name="word">Small, without accents.</param>
    /// <param name="language">Without its region.</param>
    public static string Of(string word, string language)
    {
        if (language is not (English or French) || word.Length < 3) return word;
        if (word.Any(char.IsDigit)) return word.All(char.IsDigit) ? word : ModelNumbers.Stem(word, language);
        if (Known.TryGetValue((word, language), out var stem)) return stem;
        if (Known.Count >= MostKnown) Known.Clear();
        return Known[(word, language)] = language == French ? OfFrench(word) : OfEnglish(word);
    }

    private static string OfEnglish(string word)
    {
        var stemmer = new EnglishStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }

    // The light one works without accents too, which a reader may have left out.
    private static string OfFrench(string word)
    {
        var letters = new char[word.Length + 4];
        word.CopyTo(letters);
        return new string(letters, 0, new FrenchLightStemmer().Stem(letters, word.Length));
    }
}
