using System.Runtime.InteropServices;
using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching.Ranking;

/// <summary>
/// The one function that says how well a page fits what somebody looks for: BM25 of what was asked and, counting less, of what was answered, by stems,
/// by pairs of them, a little by fillers and by letters. <c>tests/CommunityWidget.Retrieval</c> scores it and says which sets its numbers were chosen on.
/// </summary>
public static class Rank
{
    private const double Saturation = 2, AskedByLength = 0.6, AnsweredByLength = 0.75, AnsweredWorth = 0.4;

    // Of a few words each has to be there; of a long story most are beside the point.
    private const double CoverCounts = 0.3, LeastCovered = 0.05;

    // Of a long story that page is meant whose headline is told in it.
    private const double HeadlineTold = 1;

    public static Fit Of(Query query, PageVector page)
    {
        var (score, best, known, covered, telling, told) = (0.0, 0.0, 0.0, 0.0, 0, 0);
        var met = new HashSet<Feature>();
        foreach (var part in query.Parts)
        {
            var (asked, answered, isInTitle) = Most(part, page);
            if (asked + answered > 0) score += part.Worth * Often(asked, answered, page.AskedLength, page.AnsweredLength, query.Among);
            best += part.Worth * Saturated(part.Count);
            if (part.Feature.Kind != FeatureKinds.Stem) continue;
            known += part.Worth;
            if (asked + answered == 0) continue;
            if (IsNew(part, page, met)) telling++;
            if (isInTitle) told++;
            covered += part.Worth;
        }
        var share = known == 0 ? 0 : covered / known;
        score *= Math.Pow(Math.Max(LeastCovered, share), CoverCounts * query.Fewness * query.Fewness);
        var headline = told == 0 ? 0 : Math.Sqrt(1 - query.Fewness) * Math.Min(1, (double)told / page.TitleWords);
        return new(score * (1 + (HeadlineTold * headline)), best == 0 ? 0 : score / best, share, telling);
    }

    /// <summary>How much having a feature so often counts: less for each time more, and less in a long text than in a short one.</summary>
    public static double Often(double asked, double answered, int askedLength, int answeredLength, Statistics among) =>
        Saturated(asked / Long(askedLength, among.AskedWords, AskedByLength)) + AnsweredWorth * Saturated(answered / Long(answeredLength, among.AnsweredWords, AnsweredByLength));

    private static double Saturated(double often) => often * (Saturation + 1) / (often + Saturation);

    private static double Long(int length, double average, double counts) => 1 - counts + counts * length / Math.Max(1, average);

    // Two words typed that a page has in one are one it has: "Wi-Fi" on a page about wifi.
    private static bool IsNew(Query.Part part, PageVector page, HashSet<Feature> met)
    {
        var isNew = false;
        foreach (var feature in part.AnyOf) isNew |= page.Count(feature) is var (asked, answered, _) && asked + answered > 0 && met.Add(feature);
        return isNew;
    }

    private static (int Asked, int Answered, bool IsInTitle) Most(Query.Part part, PageVector page)
    {
        var (asked, answered, isInTitle) = (0, 0, false);
        foreach (var feature in part.AnyOf)
        {
            var one = page.Count(feature);
            (asked, answered, isInTitle) = (Math.Max(asked, one.Asked), Math.Max(answered, one.Answered), isInTitle || one.IsInTitle);
        }
        return (asked, answered, isInTitle);
    }
}

/// <summary>How a page fits.</summary>
/// <param name="Score">Orders pages found together.</param>
/// <param name="Likeness">The score as a part of what a page would have that asks the same in the same words: about 1 for those.</param>
/// <param name="Covered">How much of what tells something in the question is on the page.</param>
/// <param name="Telling">How many words that tell something both have.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Fit(double Score, double Likeness, double Covered, int Telling)
{
    /// <summary>From here on a page is offered to a visitor who did not look for one: rather nothing than a wrong one.</summary>
    public const double Sure = 0.6;

    /// <summary>From here on it is worth a look by somebody who judges for themselves.</summary>
    public const double Alike = 0.25;

    // Learned by tests/CommunityWidget.Retrieval -- DATA learn, of questions whose answer was there and of the same with it taken out.
    private const double Bias = -6.33, ByLikeness = 5.21, ByTelling = 2.14, MostAlike = 1.5;

    /// <summary>How alike the two are, 0 to 1.</summary>
    public double Sureness => Math.Sqrt(Math.Min(Likeness, 1) * Covered);

    /// <summary>How likely the page answers, where it is the best: by how alike it is, and by how many words one can say so.</summary>
    public double Answers => 1 / (1 + Math.Exp(-(Bias + (ByLikeness * Math.Min(Likeness, MostAlike)) + (ByTelling * Math.Log(1 + Telling)))));

    // One word is a topic, no question.
    public bool IsSure => Telling > 1 && Answers >= Sure;

    public bool IsAlike => Sureness >= Alike;
}
