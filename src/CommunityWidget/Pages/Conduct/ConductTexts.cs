using System.Globalization;
using CommunityWidget.Contracts;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Sites;

namespace CommunityWidget.Pages.Conduct;

/// <summary>The words of the pages about the charter and sanctions; both languages of a text stand beside each other.</summary>
public sealed partial class ConductTexts
{
    private static readonly ConductTexts English = new("en"), French = new("fr");

    private readonly bool _french;
    private readonly CultureInfo _culture;

    private ConductTexts(string language) => (_french, _culture) = (language == "fr", CultureInfo.GetCultureInfo(language == "fr" ? "fr-FR" : "en-GB"));

    public static ConductTexts In(string language) => language == "fr" ? French : English;

    public string Charter => Say("Charter", "Charte");
    public string CharterOf(string site) => Say($"The charter of {site}", $"La charte de {site}");
    public string NoCharter => Say("There is no charter here yet.", "Il n’y a pas encore de charte ici.");
    public string CharterAsOf(string date) => Say($"As of {date}.", $"En vigueur depuis le {date}.");
    public string CharterWhy => Say("Before your first question: read it, and say that you agree. You are asked again when it changes.", "Avant votre première question : lisez-la et dites que vous l’acceptez. Vous serez consulté à nouveau si elle change.");
    public string CharterAgree => Say("I have read it and agree", "Je l’ai lue et je l’accepte");
    public string CharterThanks => Say("Thank you. Questions can reach you now.", "Merci. Les questions peuvent maintenant vous parvenir.");
    public string CharterChanged => Say("The charter changed while you were reading. Here is the new one.", "La charte a changé pendant votre lecture. Voici la nouvelle.");

    public string Standing => Say("A word from the moderators", "Un mot de la modération");
    public string NowNothing => Say("The moderators have not written to you. What they tell you appears here, with the reason and a way to object.", "La modération ne vous a pas écrit. Ce qu’elle vous dit apparaît ici, avec le motif et un moyen de contester.");
    public string NowFree => Say("Nothing stands against you now.", "Rien n’est retenu contre vous à présent.");
    public string NowOnProbation(string until) => Say($"You are on probation until {until}: you go on helping.", $"Vous êtes à l’épreuve jusqu’au {until} : vous continuez à aider.");
    public string NowSuspended(string? until) => until is null
        ? Say("You cannot take part for now.", "Vous ne pouvez pas participer pour le moment.")
        : Say($"You are suspended until {until}. It ends by itself.", $"Vous êtes suspendu jusqu’au {until}. La suspension prend fin d’elle-même.");
    public string DecidedOn(long at, Hours hours) => Say($"decided on {Date(at, hours)}", $"décision du {Date(at, hours)}");
    public string ReadCharter => Say("Read the charter", "Lire la charte");
    public string YourAppeal => Say("What you said to it", "Ce que vous en avez dit");
    public string TheirAnswer => Say("The moderators’ answer", "Réponse de la modération");
    public string AppealWaits => Say("A moderator will answer: not the one who decided, if there is another.", "La modération répondra, si possible par une autre personne que celle qui a décidé.");
    public string AppealSent => Say("Sent. The answer will appear here.", "Envoyé. La réponse apparaîtra ici.");
    public string Object => Say("Do you see it differently?", "Vous voyez les choses autrement ?");
    public string ObjectHint => Say("You can object once, in your own words. Nobody but the moderators reads it; personal data in it are masked.", "Vous pouvez contester une fois, avec vos mots. Seule la modération le lit ; les données personnelles y sont masquées.");
    public string ObjectSend => Say("Send to the moderators", "Envoyer à la modération");

    /// <summary>What was said about a sanction, or that it was erased.</summary>
    public string Words(string said) => said != SanctionWords.Erased ? said : Say("(These words were erased with the conversation they were about.)", "(Ces mots ont été effacés avec la conversation dont ils parlaient.)");

    /// <summary>How a sanction stands now.</summary>
    public string State(Sanction sanction, long now, Hours hours) => sanction switch
    {
        { LiftedAt: { } lifted } => Say($"Lifted on {Date(lifted, hours)}", $"Levée le {Date(lifted, hours)}"),
        { Lasts: false } => Say("For you to know", "Pour information"),
        { EndsAt: null } => Say("Until it is lifted", "Jusqu’à sa levée"),
        { EndsAt: { } ends } when ends <= now => Say($"Ended on {Date(ends, hours)}", $"Terminée le {Date(ends, hours)}"),
        { EndsAt: { } ends } => Say($"Until {Moment(ends, hours)}", $"Jusqu’au {Moment(ends, hours)}"),
    };

    public string? Refused(Refusal refusal) => refusal.Code switch
    {
        "sanction_over" => Say("This was decided meanwhile. The page below shows how it stands.", "Une décision est intervenue entre-temps. La page ci-dessous indique où l’on en est."),
        "not_yours_to_judge" => Say("This is not yours to decide: nobody judges themselves, an admin only by an admin, and an objection is answered by somebody else where there is one.", "Cette décision ne vous revient pas : on ne se juge pas soi-même, seule l’administration juge l’administration, et une contestation est traitée par quelqu’un d’autre s’il y en a."),
        "sanction_not_usable" => Say("Choose what to do, for 1 to 365 days where it lasts, and say why: a reason from the list, your own words, or both.", "Choisissez la mesure, pour 1 à 365 jours si elle dure, et dites pourquoi : un motif de la liste, vos mots, ou les deux."),
        "last_admin" => Say("This is the only admin of the site who can still sign in. Make somebody else an admin first.", "C’est la seule personne qui peut encore administrer le site. Donnez d’abord ce rôle à quelqu’un d’autre."),
        "not_allowed" => Say("Your role here was changed meanwhile, and no longer allows this.", "Votre rôle a changé entre-temps et ne le permet plus."),
        "text_empty" => Say("Write something first.", "Écrivez d’abord quelque chose."),
        "text_too_long" => Say("That is too long: 4,000 characters at most. Shorten it and send it again.", "C’est trop long : 4 000 caractères au plus. Raccourcissez et renvoyez."),
        _ => null,
    };

    /// <summary>The day by the shop's clock, on which the moments stand too.</summary>
    public string Date(long at, Hours hours) => hours.Local(at).ToString("d MMMM yyyy", _culture);

    /// <summary>By the shop's clock, and whose clock that is: members may live elsewhere.</summary>
    public string Moment(long at, Hours hours)
    {
        var when = hours.Local(at).ToString(_french ? "d MMMM yyyy 'à' HH:mm" : "d MMMM yyyy, HH:mm", _culture);
        return hours.Place is { } place ? Say($"{when} ({place} time)", $"{when} (heure de {place})") : $"{when} UTC";
    }

    private string Say(string english, string french) => _french ? french : english;
}
