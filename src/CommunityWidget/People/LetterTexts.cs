using CommunityWidget.Mail;

namespace CommunityWidget.People;

/// <summary>The words of mails to members, in the first language of theirs that we have.</summary>
public abstract record LetterTexts(string Language)
{
    public static LetterTexts In(string languages) => languages.Split(' ')[0] == "fr" ? new French() : new English();

    public abstract Letter Invitation(Invitation to, string site, string link);

    public abstract Letter NewPassword(Member to, string site, string link);

    protected Letter With(string email, string name, string subject, string before, string button, string link, string after) =>
        Letter.WithLink(Language, email, name, subject, before, button, link, after);

    private sealed record English() : LetterTexts("en")
    {
        public override Letter Invitation(Invitation to, string site, string link) => With(
            to.Email, to.Name,
            $"{site}: your invitation",
            $"Hello {to.Name}, {site} invites you to answer its visitors. Choose how you want to be called and a password; that is all.",
            "Accept the invitation", link,
            "The link works once, for 7 days. If you did not expect this, you need do nothing.");

        public override Letter NewPassword(Member to, string site, string link) => With(
            to.Email, to.Name,
            $"{site}: choose a new password",
            $"Hello {to.Name}, an admin of {site} sends you this link to choose a new password.",
            "Choose a new password", link,
            "The link works once, for one day. Until then your old password goes on working. If you did not ask for this, tell your admin.");
    }

    private sealed record French() : LetterTexts("fr")
    {
        public override Letter Invitation(Invitation to, string site, string link) => With(
            to.Email, to.Name,
            $"{site}\u00a0: votre invitation",
            $"Bonjour {to.Name}, {site} vous invite à répondre à ses visiteurs. Choisissez le nom sous lequel on vous connaîtra et un mot de passe\u202f; c’est tout.",
            "Accepter l’invitation", link,
            "Le lien sert une fois, pendant 7 jours. Si vous n’attendiez pas ce message, vous n’avez rien à faire.");

        public override Letter NewPassword(Member to, string site, string link) => With(
            to.Email, to.Name,
            $"{site}\u00a0: choisissez un nouveau mot de passe",
            $"Bonjour {to.Name}, l’administration de {site} vous envoie ce lien pour choisir un nouveau mot de passe.",
            "Choisir un nouveau mot de passe", link,
            "Le lien sert une fois, pendant un jour. D’ici là, votre ancien mot de passe fonctionne. Si vous n’avez rien demandé, prévenez votre administration.");
    }
}
