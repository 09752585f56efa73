using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Mail;
using CommunityWidget.Sites;

namespace CommunityWidget.People;

/// <summary>
/// Writes and sends the mails that carry a link. The outbox holds only whose mail it is: the secret is made here, so that none ever stands
/// in the database. A mail sent again carries a new one, and the newest opens.
/// </summary>
public sealed class SendLetters(Db db, Invitations invitations, PasswordLinks passwords, SiteStore sites, Mailer mailer, PublicAddress address) : IOutboxHandler
{
    public const string Invitation = "mail.invitation", Password = "mail.password";

    public bool Wants(string kind) => kind is Invitation or Password;

    public Failure? Understand(Exception error) => error is MailRefusedException no ? new($"{no.Code}", no.IsForGood) : null;

    public async Task Handle(OutboxMessage message)
    {
        var letter = message.Kind == Invitation ? await Invite(message.Thread) : await NewPassword(message.Thread);
        // Used or withdrawn meanwhile: nothing to say any more.
        if (letter is not null) await mailer.Send(letter);
    }

    private async Task<Letter?> Invite(Guid id)
    {
        var secret = Secret.New();
        var found = await db.Write<Invitation>(async tx => await invitations.Rekey(tx, id, secret) is { } open ? open : Refusals.LinkNotValid);
        StorageAwayException.ThrowIf(found.Refusal);
        if (found.Value is not { } invitation) return null;
        var site = await sites.Get(invitation.Site);
        return LetterTexts.In(invitation.Languages).Invitation(invitation, site.Name, address.Link($"/invitation#{secret}"));
    }

    private async Task<Letter?> NewPassword(Guid id)
    {
        if (await passwords.Rekey(id) is not var (member, link)) return null;
        var site = await sites.Get(member.Site);
        return LetterTexts.In(member.Languages).NewPassword(member, site.Name, link);
    }
}
