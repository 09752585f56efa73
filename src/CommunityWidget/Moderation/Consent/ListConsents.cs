using CommunityWidget.Contracts.Visitors;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Moderation.Consent;

/// <summary>A visitor's conversations that are public or may become so, whichever they have open now: what they agreed to once they can take back later.</summary>
public sealed class ListConsents(ThreadStore threads, ConsentViews views)
{
    private const int Most = 100, QuestionChars = 140;

    public async Task<OwnConversations> Run(VisitorCaller caller)
    {
        // Who came by a mail's link reaches that conversation only.
        var own = (await threads.MayBePublic(caller.Id, Most)).Where(thread => caller.Visitor.MayReach(thread.Id)).OrderByDescending(thread => thread.AskedAt).ToList();
        if (own.Count == 0) return new([]);
        var ids = own.ConvertAll(thread => thread.Id);
        var asked = (await threads.Questions(ids)).ToDictionary(question => question.Thread, question => Beginning(question.Body));
        var said = await views.Of(caller, own);
        return new([.. own.Where(thread => said[thread.Id].Given).Select(thread => new OwnConversation(
            thread.PublicId,
            asked.GetValueOrDefault(thread.Id),
            thread.AskedAt,
            said[thread.Id]))]);
    }

    private static string? Beginning(string? text)
    {
        if (text is null || text.Length <= QuestionChars) return text;
        // Never in the middle of a sign.
        var end = char.IsHighSurrogate(text[QuestionChars - 1]) ? QuestionChars - 1 : QuestionChars;
        return text[..end].TrimEnd() + "…";
    }
}
