using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>What a page is found by beside its words, and only by somebody who searches: the shop's id of its product, and its letters where letters are looked for in pairs.</summary>
internal static class SoughtWords
{
    // A question as long as one may be has hardly more different letters.
    private const int Most = 800;

    /// <summary>What of them is no word of it anyway, each with how often it is there.</summary>
    /// <param name="page">The page.</param>
    /// <param name="asked">Its title, product's name and question.</param>
    public static IReadOnlyDictionary<Feature, int> Of(Edition page, Features asked)
    {
        var language = Stems.Primary(page.Language);
        return Words.Letters($"{page.Title}\n{page.ProductName}\n{page.Question}").Select(letter => Feature.Of(FeatureKinds.Stem, Stems.Of(letter, language)))
            .Concat(OfId(page)).Where(word => asked.Count(word) == 0).Select(word => word.As(FeatureKinds.Sought)).CountBy(word => word).Take(Most).ToDictionary();
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
