using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Pages.Readers;

/// <summary>
/// A question from a form without script. Whoever asks is a new visitor whose token nobody gets: no cookie is set. The way back is a link like a
/// mail's, and the answer by mail if an address was left. The same form again is the same question.
/// </summary>
public sealed class AskByForm(FormVisitors visitors, AskQuestion ask, SentForms sent, PublicAddress address)
{
    private const int KeyLength = 32;

    /// <param name="site">Who is asked.</param>
    /// <param name="language">What their browser asks for: a question that is about no page is in that one, unless its words surely say another.</param>
    /// <param name="form">As filled.</param>
    /// <param name="from">Where it comes from.</param>
    public async Task<Reply<AskedByForm>> Run(Site site, string language, QuestionForm form, FormSender from)
    {
        // Whom the shop has not named is let in by no form, also by one that was let in before.
        if (site.IdentityRequired) return Refusals.IdentityRequired;
        // Then what can be mended: nobody is written down for a form that comes back.
        var text = MessageText.Clean(form.Question);
        if (text.Refusal is { } unusable) return unusable;
        if (!string.IsNullOrWhiteSpace(form.Email) && LeaveEmail.Clean(form.Email) is null) return Refusals.EmailNotUsable;
        var marked = await visitors.Mark(site, text.Value!, form, from);
        if (marked.Value is not { } mark) return marked.Refusal!;
        if (await visitors.Before(site, mark) is { } before && await sent.By(before) is { } first) return await sent.Again(before, first, form);
        var welcome = await visitors.Welcome(site, text.Value!, from, mark);
        if (welcome.Value is not { } caller) return welcome.Refusal!;
        var asked = await ask.Run(caller, Request(form, site, language, form.Key ?? mark[..KeyLength]));
        return asked.Value is { } question ? await sent.Told(caller, question.Thread.ThreadId, form) : asked.Refusal!;
    }

    private AskRequest Request(QuestionForm form, Site site, string language, string key) => form.About is not { } about
        ? new(key, form.Question, Language: WrittenLanguage.Of(site, form.Question ?? "", site.LanguageFor(language)))
        : new(
            key,
            form.Question,
            Language: about.Language,
            Topic: about.Topic,
            Page: new(AnswerAddress.Link(address, site, about.Path(site.Slug)), about.Title),
            Product: new(about.ProductId, about.ProductName, about.ProductUrl));
}

/// <summary>What somebody is told who asked by a form.</summary>
/// <param name="WayBack">Stands behind the <c>#</c> of the address they are sent to, and opens the conversation there.</param>
/// <param name="Mail">What became of the address they left: <see cref="Written"/>, or why no mail can come; null where none was left.</param>
public sealed record AskedByForm(string WayBack, string? Mail)
{
    public const string Written = "written";
}
