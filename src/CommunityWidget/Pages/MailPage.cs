using CommunityWidget.Contracts;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Pages.Texts;
using Microsoft.AspNetCore.Mvc;

namespace CommunityWidget.Pages;

/// <summary>Where a link of a mail to a visitor leads. Opening it changes nothing, because mail programs look at links before people do: a button does.</summary>
public abstract class MailPage(Func<string?, Task<Reply<MailedThread>>> act) : OurPage
{
    public MailPageTexts M => MailPageTexts.In(T.Language);

    [BindProperty]
    public string? Secret { get; set; }

    /// <summary>What it was about, once it is done.</summary>
    public MailedThread? Done { get; private set; }

    /// <summary>Pressing again would not help.</summary>
    public bool IsTooOld { get; private set; }

    public async Task<IActionResult> OnPost()
    {
        var reply = await act(Secret);
        IsTooOld = reply.Refusal == Contracts.Refusals.LinkNotValid;
        if (reply.Value is null) return Explain(reply.Refusal!);
        Done = reply.Value;
        return Page();
    }

    protected override string Words(Refusal refusal) => refusal == Contracts.Refusals.LinkNotValid ? M.LinkTooOld : base.Words(refusal);
}

public sealed class ConfirmEmailModel(ConfirmEmail confirm) : MailPage(confirm.Run);

public sealed class StopMailsModel(StopMails stop) : MailPage(stop.Run);

public sealed class WithdrawConsentModel(WithdrawConsent withdraw) : MailPage(withdraw.Run);
