using CommunityWidget.AnswerPages.Searching;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Conversations;

/// <summary>Public answers to much the same question, for whoever answers now: they judge for themselves whether one fits.</summary>
public sealed class FindSimilarAnswers(ThreadAccess access, ThreadStore threads, SimilarPages similar)
{
    private const int Most = 3, MostCompared = 20;

    public async Task<Reply<Suggestions>> Run(Caller caller, string threadId)
    {
        var found = await access.Read(caller, threadId);
        if (found.Value is not { } thread) return found.Refusal!;
        var question = (await threads.Questions([thread.Id])).FirstOrDefault(asked => asked.Kind == EventKinds.Message)?.Body;
        if (question is null) return new Suggestions([]);
        var pages = await similar.Find(thread.Site, question, thread.Language, MostCompared);
        // What is about another product may still help whoever judges for themselves, but less.
        var others = pages.Select(one => one.Page).Where(page => page.Thread != thread.Id).OrderBy(page => thread.Product.IsOf(page) ? 0 : 1).Take(Most);
        return new Suggestions(await similar.Told(caller.Site, [.. others]));
    }
}
