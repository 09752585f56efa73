namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string Mail => Say("Mail", "E-mails");
    public string MailOn(string from, string host) => Say($"Mails go out from {from}, by the mail server {host}.", $"Les e-mails partent de {from}, par le serveur {host}.");
    public string MailOnWhat => Say("Visitors whose question nobody could take may leave their address; once they confirmed it, the answer goes to it.", "Les visiteurs dont personne n’a pu prendre la question peuvent laisser leur adresse ; une fois confirmée, elle reçoit la réponse.");
    public string MailOff => Say("No mail goes out from here: no mail server is configured.", "Aucun e-mail ne part d’ici\u00a0: aucun serveur n’est configuré.");
    public IReadOnlyList<string> MailOffWhat => _french
        ? ["Les visiteurs ne peuvent pas laisser d’adresse. Leur réponse est conservée et les attend dans le widget à leur prochaine visite ; on le leur dit.", "Les invitations et les liens de mot de passe sont affichés pour que vous les transmettiez vous-même."]
        : ["Visitors cannot leave an address. Their answer is kept and waits in the widget for their next visit, and they are told so.", "Invitations and password links are shown, for you to pass them on yourself."];
    public string MailOffHow => Say("Whoever runs this installation can set Email:Host and Email:From (see the README).", "La personne qui gère cette installation peut régler Email:Host et Email:From (voir le README).");
    public string StuckMails => Say("Mails that have not left", "E-mails non partis");
    public string NoStuckMails => Say("None. A mail the mail server does not take now is tried five times within an hour; one it refuses for good, once. Then it is set aside and shown here.", "Aucun. Un e-mail que le serveur n’accepte pas pour l’instant est tenté cinq fois en une heure ; un e-mail refusé définitivement, une seule fois. Il est ensuite mis de côté et affiché ici.");
    public string StuckMailsLead => Say("The mail server did not take these. Answers wait in the widget all the same.", "Le serveur n’a pas accepté ceux-ci. Les réponses attendent de toute façon dans le widget.");
    public string MailWhat => Say("What", "Quoi");
    public string MailWhen => Say("When", "Quand");
    public string MailStanding => Say("State", "État");
    public string SendMailAgain => Say("Send again", "Renvoyer");
    public string MailTried(long times) => times == 1 ? Say("tried once, will be tried again", "tenté une fois, le sera à nouveau") : Say($"tried {times} times, will be tried again", $"tenté {times} fois, le sera à nouveau");
    public string MailSetAside(long times) => times == 1 ? Say("set aside after one try", "mis de côté après un essai") : Say($"set aside after {times} tries", $"mis de côté après {times} essais");

    /// <summary>What a mail server's number says, as far as it says anything to whoever reads this.</summary>
    public string? MailReason(string? code) => code switch
    {
        null => null,
        "550" or "551" or "553" => Say($"The mail server says that there is no such mailbox ({code}).", $"Le serveur indique que cette boîte n’existe pas ({code})."),
        "552" => Say($"The mail server says that the mailbox is full ({code}).", $"Le serveur indique que la boîte est pleine ({code})."),
        ['5', '3', ..] => Say($"The mail server does not let us in ({code}): whoever runs this installation checks Email:UserName and Email:Password.", $"Le serveur nous refuse l’accès ({code}) : la personne qui gère cette installation vérifie Email:UserName et Email:Password."),
        ['5', ..] => Say($"The mail server refuses it for good ({code}).", $"Le serveur le refuse définitivement ({code})."),
        _ => Say($"The mail server says “later” ({code}).", $"Le serveur répond « plus tard » ({code})."),
    };
    public string MailKind(string kind) => kind switch
    {
        "mail.answer" => Say("answer to a visitor", "réponse à un visiteur"),
        "mail.published" => Say("word to a visitor that their page is public", "annonce à un visiteur que sa page est publique"),
        "mail.published_elsewhere" => Say("word to a visitor that their words stand on another page", "annonce à un visiteur que ses mots figurent sur une autre page"),
        "mail.confirm" => Say("confirmation of an address", "confirmation d’une adresse"),
        "mail.invitation" => Say("invitation", "invitation à rejoindre"),
        "mail.sanction_issued" or "mail.sanction_lifted" or "mail.sanction_answered" => Say("word to a member about a sanction", "mot à un membre au sujet d’une sanction"),
        _ => Say("password link", "lien de mot de passe"),
    };
}
