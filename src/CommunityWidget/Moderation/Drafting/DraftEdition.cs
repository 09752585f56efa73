using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Drafting;

/// <summary>
/// What a conversation could be as a page: the question without courtesies, a title made of it, and what each member said joined into an
/// answer. Personal data is masked, and the name of whoever asked; why somebody should look twice is written down.
/// </summary>
public sealed class DraftEdition(Judges judges)
{
    private const int TitleLength = 110, ShortAnswer = 25;

    /// <param name="site">Where it was said.</param>
    /// <param name="language">In which it was asked.</param>
    /// <param name="rows">The talk.</param>
    /// <param name="asker">The name that whoever asked gave.</param>
    public Draft Make(Site site, string language, IReadOnlyList<EventRow> rows, string? asker = null)
    {
        var masked = 0;
        var said = rows.Where(r => r is { Kind: EventKinds.Message, Audience: Audiences.All, Body: not null }).ToList();
        var question = Public(said.TakeWhile(r => r.AuthorKind == "visitor"));
        var answers = said.Where(r => r.AuthorKind == "member").GroupBy(r => r.Author!.Value).Select(Answered).ToList();
        // What was found when it was said is looked at, though it left with a courtesy or is found no more.
        if (masked == 0) masked = said.Count(r => r.MaskedBody is not null);
        return new(TitleOf(question), question, answers, [.. Risks(said, question, answers, masked), .. Doubts(site, question, answers)]);

        // A number that is all of a message is one no longer between others: each message is read by itself, and then what they say together. What
        // was cut in two by the end of a message goes first: alone, neither half is anything.
        // A message that only says hello is not part of the matter; where all of them are, they stay.
        string Public(IEnumerable<EventRow> rows)
        {
            var (bodies, split) = PublicText.Unsplit(site, [.. rows.Select(r => r.Body!)], language);
            masked += split;
            var matter = bodies.Where(body => Courtesies.Off(body).Length > 0).Select(Alone).ToList();
            return Hide(string.Join("\n\n", matter.Count > 0 ? matter : bodies.Select(Hide)));
        }

        // Without its courtesies; what is data only beside one of them is hidden none the less.
        string Alone(string body)
        {
            var (matter, whole) = (PublicText.Of(site, Courtesies.Off(body), language, asker), PublicText.Of(site, body, language, asker));
            var isShown = whole.Found.Any(data => matter.Text.Contains(body.Substring(data.Start, data.Length), StringComparison.OrdinalIgnoreCase));
            masked += (isShown ? whole : matter).Found.Count;
            return isShown ? Courtesies.Off(whole.Text) : matter.Text;
        }

        string Hide(string text)
        {
            var hidden = PublicText.Of(site, text, language, asker);
            masked += hidden.Found.Count;
            return hidden.Text;
        }

        Answer Answered(IGrouping<Guid, EventRow> by, int place) => new()
        {
            Position = place + 1,
            Member = by.Key,
            SourceSeqs = string.Join(' ', by.Select(r => r.Seq)),
            Body = Public(by),
            State = place == 0 ? Answer.Accepted : Answer.Suggested,
            AnsweredAt = by.Last().At,
        };
    }

    /// <summary>The first sentence that asks something, else the first line; shown and told to machines as it is, so in the letters people see.</summary>
    public static string TitleOf(string question) => TitleOf(Lines(question).Where(MessageText.IsShown).ToList());

    /// <summary>The same, also where that line shows nothing.</summary>
    public static string FirstLine(string question) => TitleOf(Lines(question));

    private static string[] Lines(string question) => WrittenText.Plain(question).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string TitleOf(IReadOnlyList<string> lines)
    {
        var line = Sentences(lines).FirstOrDefault(sentence => sentence.EndsWith('?')) ?? lines.FirstOrDefault() ?? "";
        if (line.Length <= TitleLength) return line;
        var cut = line.LastIndexOf(' ', TitleLength);
        if (cut <= 0) cut = char.IsLowSurrogate(line[TitleLength]) ? TitleLength - 1 : TitleLength;
        return line[..cut] + "…";
    }

    private static IEnumerable<string> Sentences(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var from = 0;
            for (var at = 0; at < line.Length; at++)
            {
                if (line[at] is not ('.' or '!' or '?') || (at + 1 < line.Length && line[at + 1] != ' ')) continue;
                yield return line[from..(at + 1)].Trim();
                from = at + 1;
            }
            if (from < line.Length) yield return line[from..].Trim();
        }
    }

    private static List<string> Risks(IReadOnlyList<EventRow> said, string question, IReadOnlyList<Answer> answers, int masked)
    {
        var risks = new List<string>();
        if (masked > 0) risks.Add($"{DraftRisks.Masked}:{masked}");
        if (said.Any(r => Links(r.Body!))) risks.Add(DraftRisks.Link);
        if (answers.Count == 0 || answers.All(a => a.Body.Length < ShortAnswer)) risks.Add(DraftRisks.Short);
        if (answers.Count > 1) risks.Add(DraftRisks.Several);
        if (question.Length < ShortAnswer / 2) risks.Add(DraftRisks.Unclear);
        return risks;
    }

    // What a judge would stop a member for is no page without a look.
    private IEnumerable<string> Doubts(Site site, string question, IReadOnlyList<Answer> answers) => answers.Select(a => a.Body).Prepend(question)
        .Select(text => judges.Of(site, text)).SelectMany(judged => judged switch
        {
            { Refusal: not null } => [JudgedReasons.Insult],
            { Value: { IsHeld: true } held } => held.Reasons ?? [],
            _ => [],
        }).Distinct();

    private static bool Links(string text) => text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);
}

/// <param name="Title">Proposed.</param>
/// <param name="Question">Cleaned and masked.</param>
/// <param name="Answers">One for each member who said something, in the order they joined in.</param>
/// <param name="Risks">Of <see cref="DraftRisks"/>.</param>
public sealed record Draft(string Title, string Question, IReadOnlyList<Answer> Answers, IReadOnlyList<string> Risks);

/// <summary>Why a draft is doubtful: the name, and a number behind a colon where there is one.</summary>
public static class DraftRisks
{
    /// <summary>Personal data was taken out; so many times.</summary>
    public const string Masked = "masked";

    public const string Link = "link", Short = "short", Several = "several", Unclear = "unclear", Reported = "reported", Probation = "probation", RatedBadly = "rated_badly";
}
