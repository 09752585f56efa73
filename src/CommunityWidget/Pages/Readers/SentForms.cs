using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Contracts;
using CommunityWidget.Conversations;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Database;
using CommunityWidget.People;
using CommunityWidget.Threads;

namespace CommunityWidget.Pages.Readers;

/// <summary>A question that came by a form, and what its sender is told: the first time, and when it comes again.</summary>
public sealed class SentForms(ThreadStore threads, LeaveEmail email, OpenLinks links, TimeProvider clock)
{
    /// <summary>The same again so soon is one press too many; later it may be somebody beside them, who is let into nobody's conversation.</summary>
    public const long DoubleClickMs = LeaveEmail.DoubleClickMs;

    /// <summary>What a form's sender has asked by it.</summary>
    public Task<ThreadRecord?> By(VisitorCaller sender) => threads.FirstOf(sender.Id);

    /// <summary>The very same form: told the same as the first time.</summary>
    public async Task<Reply<AskedByForm>> Again(VisitorCaller sender, ThreadRecord first, QuestionForm form)
    {
        var isSame = clock.NowMs() - first.AskedAt < DoubleClickMs || (form.Key is { } key && (await threads.Questions([first.Id])).Any(asked => asked.ClientKey == key));
        return isSame ? await Told(sender, first.PublicId, form) : Refusals.TextRepeated;
    }

    public async Task<Reply<AskedByForm>> Told(VisitorCaller sender, string thread, QuestionForm form)
    {
        var left = string.IsNullOrWhiteSpace(form.Email) ? null : await email.Run(sender, thread, form.Email, again: false);
        var link = await links.Make(sender.Site, thread);
        return link.Value is { } wayBack ? new AskedByForm(wayBack, left is null ? null : left.Refusal?.Code ?? AskedByForm.Written) : link.Refusal!;
    }
}
