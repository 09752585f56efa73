using System.Text;

namespace CommunityWidget.AnswerPages;

/// <summary>
/// A question with very many answers is read in parts, each a page of its own: so many answers, and so many bytes that a page stays within what a telephone loads at once. A part goes by
/// its first answer's name, so that an address stays right when others are added, and every answer has one.
/// </summary>
public static class AnswerParts
{
    public const int MostAnswers = 20, MostBytes = 32_000;

    /// <summary>The parameter that names a further part's first answer.</summary>
    public const string From = "from";

    /// <summary>How many of these make a part; one at least, however long it is.</summary>
    /// <param name="lengths">Of answers in the order they are shown in, in bytes of UTF-8: those are what is loaded, and a letter is one to four.</param>
    public static int Fitting(IEnumerable<long> lengths)
    {
        var (count, bytes) = (0, 0L);
        foreach (var length in lengths)
        {
            bytes += length;
            if (count == MostAnswers || (count > 0 && bytes > MostBytes)) break;
            count++;
        }
        return count;
    }

    /// <summary>Where the part begins in which an answer stands, and where the one behind it does.</summary>
    /// <param name="lengths">Of all answers.</param>
    /// <param name="at">The answer's place among them.</param>
    public static (int First, int Next) Around(IReadOnlyList<long> lengths, int at)
    {
        for (var first = 0; ;)
        {
            var next = first + Fitting(lengths.Skip(first));
            if (at < next) return (first, next);
            first = next;
        }
    }

    public static long Length(string body) => Encoding.UTF8.GetByteCount(body);

    /// <summary>Where the part is that begins with an answer.</summary>
    /// <param name="question">The path of the question.</param>
    /// <param name="first">The answer's name.</param>
    public static string Path(string question, string first) => $"{question}?{From}={Uri.EscapeDataString(first)}";

    /// <summary>Where an answer stands; only the question where it is none of these.</summary>
    /// <param name="question">The path of the question.</param>
    /// <param name="answers">All its answers.</param>
    /// <param name="answer">Its name.</param>
    public static string PathTo(string question, IEnumerable<Answer> answers, string answer)
    {
        var all = Answer.InOrder(answers).ToList();
        if (all.FindIndex(one => one.Id == answer) is not (>= 0 and var at)) return question;
        var (first, _) = Around([.. all.Select(one => Length(one.Body))], at);
        return $"{(first == 0 ? question : Path(question, all[first].Id))}#{AnchorOf(answer)}";
    }

    /// <summary>Its place on the page.</summary>
    public static string AnchorOf(string answer) => $"answer-{answer}";
}

/// <summary>A part of a question's answers.</summary>
/// <param name="Answers">In the order they are shown in.</param>
/// <param name="Before">How many stand on the parts before.</param>
/// <param name="InAll">How many the question has.</param>
/// <param name="Next">The answer the next part begins with; null where this is the last.</param>
public sealed record AnswerPart(IReadOnlyList<Answer> Answers, int Before, int InAll, string? Next)
{
    public static readonly AnswerPart None = new([], 0, 0, null);

    /// <summary>The number of its last answer.</summary>
    public int Last => Before + Answers.Count;

    public bool IsWhole => Answers.Count == InAll;
}
