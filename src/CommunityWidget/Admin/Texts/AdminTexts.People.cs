using System.Globalization;
using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string Name => Say("Name", "Nom");
    public string Email => Say("E-mail", "E-mail");
    public string RolesLabel => Say("Roles", "Rôles");
    public string LanguagesSpoken => Say("Languages spoken", "Langues parlées");
    public string TopicsKnown => Say("Topics they answer", "Sujets auxquels ils répondent");
    public string Seats => Say("Seats", "Places");
    public string SeatsHint => Say("How many conversations they can hold at once.", "Combien de conversations la personne peut mener à la fois.");
    public string CustomerSince => Say("Customer since (year)", "Client depuis (année)");
    public string CustomerSinceHint => Say("Visitors see it beside the name. Empty: not shown.", "Les visiteurs le voient près du nom. Vide : non affiché.");
    public string State => Say("State", "État");
    public string Busy => Say("Conversations", "Conversations");
    public string LastSeen => Say("Last seen", "Vu");
    public string Label(string name) => Say($"{name}: ", $"{name}\u00a0: ");
    public string NotLately => Say("not in the last hour", "pas dans l’heure");
    public string NowHere => Say("now", "maintenant");
    public string OfSeats(long busy, long seats) => Say($"{busy} of {seats}", $"{busy} sur {seats}");
    public string NobodyHere => Say("Nobody is available right now. Questions are kept and answered later.", "Personne n’est disponible en ce moment. Les questions sont gardées et auront leur réponse plus tard.");
    public string AvailableCount(int count) => count switch
    {
        0 => NobodyHere,
        1 => Say("1 person can take a question now.", "1 personne peut prendre une question maintenant."),
        _ => Say($"{count} people can take a question now.", $"{count} personnes peuvent prendre une question maintenant."),
    };

    public string StateName(PresenceState state) => state switch
    {
        PresenceState.Available => Say("Available", "Disponible"),
        PresenceState.Full => Say("All seats taken", "Toutes ses places sont prises"),
        PresenceState.Paused => Say("Paused after missed offers", "En pause après des offres manquées"),
        PresenceState.Connected => Say("Connected, not available", "Connecté, non disponible"),
        PresenceState.Suspended => Say("Suspended", "Suspendu"),
        _ => Say("Away", "Absent"),
    };

    public string Invite => Say("Invite someone", "Inviter quelqu’un");
    public string InviteByMailLead => Say("They get a link by mail. It works once, for 7 days.", "La personne reçoit un lien par e-mail. Il sert une fois, pendant 7 jours.");
    public string InviteByLinkLead => Say("No mail server is configured (Email:Host), so you get a link to send them yourself. It works once, for 7 days.", "Aucun serveur de courrier n’est configuré (Email:Host) : vous obtenez un lien à envoyer vous-même. Il sert une fois, pendant 7 jours.");
    public string SendInvitation => Say("Send the invitation", "Envoyer l’invitation");
    public string MakeLink => Say("Make the link", "Créer le lien");
    public string LinkFor(string name) => Say($"Here is the link for {name}", $"Voici le lien pour {name}");
    public string LinkOnce => Say("It is shown this once. Send it by a way only that person reads.", "Il n’est montré qu’une fois. Envoyez-le par un moyen que seule cette personne lit.");
    public string MailOnItsWay(string name) => Say($"The mail for {name} is on its way.", $"L’e-mail pour {name} est en route.");
    public string OpenInvitations => Say("Open invitations", "Invitations en attente");
    public string NoInvitations => Say("None. Invitations appear here until they are used.", "Aucune. Les invitations apparaissent ici jusqu’à ce qu’elles servent.");
    public string Until(string day) => Say($"until {day}", $"jusqu’au {day}");
    public string Resend => Say("Send again", "Renvoyer");
    public string NewLink => Say("New link", "Nouveau lien");
    public string Withdraw => Say("Withdraw", "Retirer");
    public string MailState(string state) => state switch
    {
        "done" => Say("mail sent", "e-mail envoyé"),
        "dead" => Say("the mail server did not take the mail: send it again, or make a link", "le serveur n’a pas accepté l’e-mail : renvoyez-le, ou créez un lien"),
        _ => Say("mail on its way", "e-mail en route"),
    };

    public string Sheet => Say("Invite many by a list (CSV)", "Inviter par une liste (CSV)");
    public string SheetLead => Say("One person a line; the first line names the columns: name, email, roles, languages, topics. Commas, semicolons or tabs, as your spreadsheet writes it. Nothing is sent before you have seen what was read.", "Une personne par ligne ; la première ligne nomme les colonnes : nom, email, rôles, langues, sujets. Virgules, points-virgules ou tabulations, comme l’écrit votre tableur. Rien n’est envoyé avant que vous ayez vu ce qui a été lu.");
    public string SheetFile => Say("A file", "Un fichier");
    public string SheetText => Say("Or the list itself", "Ou la liste elle-même");
    public string CheckSheet => Say("Check the list", "Vérifier la liste");
    public string Line => Say("Line", "Ligne");
    public string SheetFound(int good, int all) => Say($"{good} of {all} lines can be invited.", $"{good} lignes sur {all} peuvent être invitées.");
    public string Good => Say("can be invited", "peut être invité");
    public string InviteThese(int count) => count == 1 ? Say("Invite 1 person", "Inviter 1 personne") : Say($"Invite {count} people", $"Inviter {count} personnes");
    public string RestStays => Say("Lines with a problem are not sent; they stay here to be mended.", "Les lignes à problème ne sont pas envoyées ; elles restent ici pour être corrigées.");
    public string InvitedMany(int count, bool byMail) => (count, byMail) switch
    {
        (1, true) => Say("1 mail is on its way.", "1 e-mail est en route."),
        (_, true) => Say($"{count} mails are on their way.", $"{count} e-mails sont en route."),
        (1, false) => Say("1 link was made. It is shown this once.", "1 lien a été créé. Il n’est montré qu’une fois."),
        _ => Say($"{count} links were made. They are shown this once.", $"{count} liens ont été créés. Ils ne sont montrés qu’une fois."),
    };

    public string MayDo => Say("What they may do", "Ce que la personne peut faire");
    public string SuspendTitle => Say("Suspend", "Suspendre");
    public string SuspendLead => Say("A suspended person is signed out at once; their conversations and offers go to others.", "Une personne suspendue est déconnectée aussitôt ; ses conversations et offres vont à d’autres.");
    public string SuspendWhy => Say("Why", "Pour quelle raison");
    public string SuspendWhyHint => Say("They read it as it stands, by e-mail too, and may object to it under “Your standing”.", "La personne la lit telle quelle, aussi par e-mail, et peut la contester sous « Votre situation ».");
    public string SuspendFor => Say("For how long", "Pour combien de temps");
    public string SuspendChoice(string days) => days switch
    {
        "1" => Say("1 day", "1 jour"),
        "7" => Say("7 days", "7 jours"),
        "30" => Say("30 days", "30 jours"),
        _ => Say("until let back", "jusqu’à nouvel ordre"),
    };

    public string SuspendedUntil(string? when) => when is null ? Say("Suspended until let back.", "Suspendu jusqu’à nouvel ordre.") : Say($"Suspended until {when}.", $"Suspendu jusqu’au {when}.");
    public string LetBack => Say("Let back", "Rétablir");
    public string PasswordTitle => Say("New password", "Nouveau mot de passe");
    public string PasswordLead => Say("For somebody who lost theirs: a link to choose a new one. It works once, for one day; the old password works until then. Whoever has the link can sign in as this person.", "Pour qui a perdu le sien : un lien pour en choisir un nouveau. Il sert une fois, pendant un jour ; l’ancien mot de passe fonctionne jusque-là. Qui a le lien peut se connecter à la place de cette personne.");
    public string PasswordByMail => Say("Send the link by mail", "Envoyer le lien par e-mail");
    public string NoMailServer => Say("No mail server is configured (Email:Host), so the link is shown to copy.", "Aucun serveur de courrier n’est configuré (Email:Host) : le lien est montré, à copier.");
    public string Back => Say("All people", "Toutes les personnes");

    /// <summary>How long ago, as people say it.</summary>
    public string Ago(long ms) => ms switch
    {
        < 60_000 => Say("less than a minute ago", "il y a moins d’une minute"),
        < 3_600_000 => Minutes(ms / 60_000),
        < 86_400_000 => Hours(ms / 3_600_000),
        _ => Days(ms / 86_400_000),
    };

    /// <summary>By the shop's clock.</summary>
    public string Moment(long at, Hours hours)
    {
        var when = hours.Local(at).ToString(Say("d MMMM yyyy, HH:mm", "d MMMM yyyy 'à' HH:mm"), CultureInfo.GetCultureInfo(Language));
        return hours.Place is null ? $"{when} UTC" : when;
    }

    /// <summary>To the second, by the shop's clock, where the day is known.</summary>
    public string Second(long at, Hours hours) => hours.Local(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public string Date(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("d MMMM", CultureInfo.GetCultureInfo(Language));

    private string Minutes(long count) => Say($"{count} min ago", $"il y a {count} min");

    private string Hours(long count) => Say($"{count} h ago", $"il y a {count} h");

    private string Days(long count) => count == 1 ? Say("yesterday", "hier") : Say($"{count} days ago", $"il y a {count} jours");
}
