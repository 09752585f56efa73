using CommunityWidget.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Admin.Pages;

/// <summary>Whether mails go out from here, what does not happen when they do not, and those that have not left.</summary>
public sealed class MailModel(AdminDesk desk, StuckMails mails, IOptions<EmailOptions> options) : AdminPage(desk)
{
    public bool IsOn => options.Value.IsConfigured;

    public string From => options.Value.From;

    public string Host => options.Value.Host;

    public IReadOnlyList<StuckMail> Stuck { get; private set; } = [];

    public async Task<IActionResult> OnPostAgain(Guid mail) => await Done(await mails.SendAgain(Me!, mail));

    protected override async Task Load() => Stuck = await mails.Of(Site.Id);
}
