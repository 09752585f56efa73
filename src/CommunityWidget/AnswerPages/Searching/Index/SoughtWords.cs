using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>What a page is found by beside its words, and only by somebody who searches: what it says late, the shop's id of its product, and its letters where letters are looked for in pairs.</summary>
internal static class SoughtWords
{
    // A question as long as one may be has hardly more different letters.
    private const int MostLetters = 800;

    // Whatever a page shows it is found by. An import may bring a hundred answers of twenty thousand letters, of which each is read from its beginning.
    private const int MostOfQuestion = 4_000, MostOfAnswers = 20_000, FewestOfAnswer = 200, MostAnsweredWords = 2_000;

    /// <summary>What of them is no word of it anyway, each with how often it is asked and answered.</summary>
    /// <param name="page">The page.</param>
    /// <param name="answers">Its answers.</param>
    /// <param name="asked">Its title, product's name and question, as far as suggestions are made of them.</param>
    /// <param name="answered">The answers, as far.</param>
    public static IReadOnlyDictionary<Feature, (int Asked, int Answered)> Of(Edition page, IReadOnlyCollection<string> answers, Features asked, Features answered)
    {
        var language = Stems.Primary(page.Language);
        var compared = PageVector.Compared(asked).Select(one => one.Key).Concat(answered.Of(FeatureKinds.Stem)).Concat(asked.Names.Keys).Concat(answered.Names.Keys).ToHashSet();
        var beside = Words.Letters($"{page.Title}\n{page.ProductName}\n{page.Question}").Select(letter => Feature.Of(FeatureKinds.Stem, Stems.Of(letter, language)))
            .Concat(OfId(page)).Where(word => asked.Count(word) == 0).CountBy(word => word).Take(MostLetters);
        var sought = beside.Concat(LateAsked(page, asked).Where(IsLate)).DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => (one.Value, 0));
        foreach (var (word, count) in LateAnswered(page, answers, answered).Where(IsLate)) sought[word] = (sought.GetValueOrDefault(word).Item1, count);
        return sought.ToDictionary(one => one.Key.As(FeatureKinds.Sought), one => one.Value);

        bool IsLate(KeyValuePair<Feature, int> word) => !compared.Contains(word.Key);
    }

    private static IEnumerable<KeyValuePair<Feature, int>> LateAsked(Edition page, Features asked)
    {
        var all = asked.IsWhole ? asked : Features.Read(page.Question, page.Language, MostOfQuestion);
        return all.Counts.Where(word => word.Key.Kind == FeatureKinds.Stem);
    }

    private static IEnumerable<KeyValuePair<Feature, int>> LateAnswered(Edition page, IReadOnlyCollection<string> answers, Features answered)
    {
        if (answered.IsWhole) return [];
        var ofEach = Math.Max(FewestOfAnswer, MostOfAnswers / Math.Max(1, answers.Count));
        var all = Features.SideBySide([.. answers.Select(answer => Features.Read(answer, page.Language, ofEach))]);
        return all.Counts.Take(MostAnsweredWords).Concat(all.Names).Concat(all.Compounds.Where(word => !answered.Compounds.ContainsKey(word.Key))).DistinctBy(one => one.Key);
    }

    // Where it stands for the name, readers see it. Behind a name it is not seen, and what is no number in it is in every other one, as the shopify of "gid://shopify/Product/1".
    private static IEnumerable<Feature> OfId(Edition page)
    {
        if (page.ProductId is not { } id) return [];
        var read = Features.Read(id, page.Language);
        var words = page.ProductName is null || read.StemTexts.Count == 1 ? read.StemTexts : read.StemTexts.Where(word => word.Value.Any(char.IsDigit));
        return words.Select(word => word.Key).Concat(read.Names.Keys).Concat(read.Compounds.Keys);
    }
}
