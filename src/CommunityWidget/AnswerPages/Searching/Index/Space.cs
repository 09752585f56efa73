using System.Runtime.InteropServices;
using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching.Index;

/// <summary>The pages of one site in one language: words are counted and looked for among them only.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Space(Guid Site, string Language)
{
    public static Space Of(Guid site, string language) => new(site, Stems.Primary(language));

    public long Number { get; } = (long)Feature.Number($"{Site:n} {Language}");

    /// <summary>What a feature is called in the tables.</summary>
    public long Term(Feature feature) => (long)feature.Hash ^ Number;

    public Feature Stem(long term) => new(FeatureKinds.Stem, (ulong)(term ^ Number));
}
