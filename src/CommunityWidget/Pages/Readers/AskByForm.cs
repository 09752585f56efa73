using System.Net;
using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Contracts;
using CommunityWidget.Contracts.Visitors;
using CommunityWidget.Conversations;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Questions;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Pages.Readers;

/// <summary>
/// A question from a form without script. Whoever asks is a new visitor whose token nobody gets: no cookie is set. The way back is a link like a
/// mail's, shown once, and the answer by mail if an address was left.
/// </summary>
public sealed class AskByForm(FormVisitors visitors, AskQuestion ask, LeaveEmail email, OpenLinks links, PublicAddress address, TimeProvider clock)
{
    public async Task<Reply<AskedByForm>> Run(Site site, string language, QuestionForm form, IPAddress? from)
    {
        // First what can be mended: nobody is written down for a form that comes back.
        var text = MessageText.Clean(form.Question);
        if (text.Refusal is { } unusable) return unusable;
        var wantsMail = !string.IsNullOrWhiteSpace(form.Email);
        if (wantsMail && LeaveEmail.Clean(form.Email) is null) return Refusals.EmailNotUsable;
        var welcome = await visitors.Welcome(site, text.Value!, from);
        if (welcome.Value is not { } caller) return welcome.Refusal!;
        var asked = await ask.Run(caller, Request(form, site.Slug, language));
        if (asked.Value is not { } question) return asked.Refusal!;
        var left = wantsMail ? await email.Run(caller, question.Thread.ThreadId, form.Email) : null;
        var link = await links.Make(site, question.Thread.ThreadId, language);
        if (link.Value is null) return link.Refusal!;
        return new AskedByForm(link.Value, left is { Refusal: null } ? form.Email!.Trim() : null, left?.Refusal?.Code);
    }

    private AskRequest Request(QuestionForm form, string slug, string language) => form.About is not { } about
        ? new(clock.NewId().ToString("N"), form.Question, Language: language)
        : new(
            clock.NewId().ToString("N"),
            form.Question,
            Language: about.Language,
            Topic: about.Topic,
            Page: new(address.Link(about.Path(slug)), about.Title),
            Product: new(about.ProductId, about.ProductName, about.ProductUrl));
}

/// <summary>What somebody is told who asked by a form.</summary>
/// <param name="Link">Opens the conversation, shown once.</param>
/// <param name="MailTo">Where the answer goes once that address is confirmed.</param>
/// <param name="NoMail">Why no mail can come although an address was left.</param>
public sealed record AskedByForm(string Link, string? MailTo, string? NoMail);
