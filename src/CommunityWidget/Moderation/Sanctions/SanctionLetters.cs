using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Mail;
using CommunityWidget.People;
using CommunityWidget.Sites;

namespace CommunityWidget.Moderation.Sanctions;

/// <summary>Tells a member by mail what they also find on their page. The reason itself stays there: a mail is read by others.</summary>
public sealed class SanctionLetters(SanctionStore sanctions, MemberStore members, SiteStore sites, Mailer mailer, PublicAddress address) : IOutboxHandler
{
    public const string Issued = "mail.sanction_issued", Lifted = "mail.sanction_lifted", Answered = "mail.sanction_answered";

    public bool Wants(string kind) => kind is Issued or Lifted or Answered;

    public Failure? Understand(Exception error) => error is MailRefusedException no ? new($"{no.Code}", no.IsForGood) : null;

    public async Task Handle(OutboxMessage message)
    {
        if (await sanctions.Find(message.Thread) is not { } sanction || await members.Find(sanction.Member) is not { } member) return;
        var site = await sites.Get(sanction.Site);
        var words = SanctionTexts.In(member.Languages.Split(' ')[0]);
        var subject = message.Kind switch { Issued => words.MailIssued(site.Name), Lifted => words.MailLifted(site.Name), _ => words.MailAnswered(site.Name) };
        var text = message.Kind == Issued ? words.MailText(member.Name, site.Name, sanction.Kind) : words.MailTextNews(member.Name, site.Name);
        await mailer.Send(Letter.WithLink(words.Language, member.Email, member.Name, subject, text, words.MailButton, address.Link("/standing"), words.MailAfter));
    }
}
