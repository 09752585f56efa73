namespace CommunityWidget.AnswerPages;

/// <summary>The answers of a page that was public and is proposed anew, pure: those of its talk as they are said there now, those readers and doubles brought as they were.</summary>
internal static class RenewedAnswers
{
    public static IReadOnlyList<Answer> Of(IReadOnlyList<Answer> before, IReadOnlyList<Answer> said, long now)
    {
        var brought = before.Where(answer => answer.SourceSeqs.Length == 0 || answer.MergedFrom is not null).ToList();
        var all = said.Select(answer => Again(before.Except(brought).FirstOrDefault(old => old.Member is not null && old.Member == answer.Member), answer, now)).Concat(brought).ToList();
        // Whichever stood first stays there while it is there.
        var first = before.FirstOrDefault(old => old.IsAccepted)?.Id is { Length: > 0 } was ? all.FirstOrDefault(answer => answer.Id == was) : null;
        first ??= all.FirstOrDefault(answer => answer.IsAccepted);
        return [.. all.Select((answer, place) => answer with { Position = place + 1, State = answer == first ? Answer.Accepted : Answer.Suggested })];
    }

    // Whoever said it before has its address and its votes, in the words of now.
    private static Answer Again(Answer? before, Answer answer, long now) => before is null
        ? answer
        : answer with { Id = before.Id, Votes = before.Votes, RewordedAt = before.Body == answer.Body ? before.RewordedAt : now };
}
