using CommunityWidget.Contracts;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Pages.Texts;
using CommunityWidget.People;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

/// <summary>
/// Where a link of a mail to a visitor leads. Opening it changes nothing, because mail programs look at links before people do: a button does. What it says then is a page of
/// its own: whoever loads that again, on a tab of last week, presses nothing.
/// </summary>
public abstract class MailPage(Func<string?, Task<Reply<MailedThread>>> act, DoneMarks marks, CallLimits limits) : OurPage
{
    public MailPageTexts M => MailPageTexts.In(T.Language);

    [BindProperty]
    public string? Secret { get; set; }

    /// <summary>What it was about, once it is done.</summary>
    public MailedThread? Done { get; private set; }

    /// <summary>Pressing again would not help.</summary>
    public bool IsTooOld { get; private set; }

    public void OnGet(string? done) => Done = marks.Read(Request.Path, done);

    public async Task<IActionResult> OnPost()
    {
        if (limits.TakeAddress(AddressLimits.Tries, HttpContext.Connection.RemoteIpAddress) is { } tooMany) return Explain(tooMany);
        var reply = await act(Secret);
        IsTooOld = reply.Refusal == Contracts.Refusals.LinkNotValid;
        if (reply.Value is not { } done) return Explain(reply.Refusal!);
        Response.Headers.Location = Link($"{Request.Path}?done={marks.Of(Request.Path, done)}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    protected override string Words(Refusal refusal) => refusal == Contracts.Refusals.LinkNotValid ? M.LinkTooOld : base.Words(refusal);
}

public sealed class ConfirmEmailModel(ConfirmEmail confirm, DoneMarks marks, CallLimits limits) : MailPage(confirm.Run, marks, limits);

public sealed class StopMailsModel(StopMails stop, DoneMarks marks, CallLimits limits) : MailPage(stop.Run, marks, limits);

public sealed class WithdrawConsentModel(WithdrawConsent withdraw, DoneMarks marks, CallLimits limits) : MailPage(withdraw.Run, marks, limits);
