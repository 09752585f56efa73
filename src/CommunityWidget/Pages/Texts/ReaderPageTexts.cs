using CommunityWidget.Moderation.Readers;
using CommunityWidget.Pages.Readers;

namespace CommunityWidget.Pages.Texts;

/// <summary>What readers of public pages are told after they sent a form; both languages of a text stand beside each other.</summary>
public sealed class ReaderPageTexts
{
    private static readonly ReaderPageTexts English = new("en"), French = new("fr");

    private readonly bool _french;

    private ReaderPageTexts(string language) => (Language, _french) = (language, language == "fr");

    public string Language { get; }

    public static ReaderPageTexts In(string language) => language == "fr" ? French : English;

    public string ThankYou => Say("Thank you", "Merci");
    public string NotTaken => Say("That could not be kept", "Cela n’a pas pu être enregistré");
    public string Kept => Say("What you typed was kept: it stands below.", "Ce que vous avez saisi est conservé : vous le retrouvez ci-dessous.");

    public string NotPublicNow => Say("This page is not public at the moment. Keep your text, and send it again later.", "Cette page n’est pas publique en ce moment. Gardez votre texte et renvoyez-le plus tard.");

    public string Told(string what) => what switch
    {
        TakeVote.Helped => Say("Thank you. Whoever answered can see that it helped.", "Merci. La personne qui a répondu saura que cela a aidé."),
        TakeVote.NotHelped => Say("Thank you for saying so. Ask your own question, and somebody who knows answers it.", "Merci de le dire. Posez votre propre question, et quelqu’un qui s’y connaît y répondra."),
        TakeVote.NoLongerTrue => Say("Thank you. We ask the author to look at it; when several readers say so, the page says it too.", "Merci. Nous demandons à l’auteur de vérifier ; si plusieurs personnes le disent, la page le dit aussi."),
        "thanks" => Say("Thank you. A moderator reads it.", "Merci. La modération va le lire."),
        ToldModel.Erased => Say("What you wrote is erased. If it stood on a page, it is gone from there and from the search too; search engines forget it by themselves, the next time they look.", "Ce que vous aviez écrit est effacé. Si cela figurait sur une page, cela n’y est plus, ni dans la recherche ; les moteurs de recherche l’oublient d’eux-mêmes, à leur prochain passage."),
        _ => Refused(what),
    };

    /// <summary>In place of <see cref="TakeVote.NoLongerTrue"/>'s where no member of ours wrote what stands first.</summary>
    public string NobodyAsked => Say("Thank you. When several readers say so, the page says it too.", "Merci. Si plusieurs personnes le disent, la page le dit aussi.");

    public string Mine => Say("What you wrote", "Ce que vous avez écrit");
    public string MineHint => Say("If the address of this page holds a key behind its #, that shows what you wrote and lets you have it erased, for as long as it is kept. Keep the whole address, and pass it on to nobody.", "Si l’adresse de cette page contient une clé après le #, cette clé montre ce que vous avez écrit et permet de le faire effacer, tant que c’est conservé. Gardez l’adresse entière et ne la transmettez à personne.");
    public string Key => Say("The key (what stands behind the # in the address)", "La clé (ce qui suit le # dans l’adresse)");
    public string ShowMine => Say("Show it to me", "Me le montrer");
    public string KeepAddress => Say("The address of what you wrote, with its key: keep it", "L’adresse de ce que vous avez écrit, avec sa clé : gardez-la");
    public string EraseHint => Say("Erased, it is gone at once and does not come back; where it stands on a page, it goes from there and from the search too.", "Une fois effacé, cela disparaît aussitôt et ne revient pas ; si cela figure sur une page, cela disparaît aussi de cette page et de la recherche.");
    public string EraseMine => Say("Erase it for good", "L’effacer définitivement");
    public string ErasedTitle => Say("Erased", "Effacé");

    public string Became(string state) => state switch
    {
        ProposedStates.Published => Say("Your answer is on the page now. Thank you for helping.", "Votre réponse est maintenant sur la page. Merci de votre aide."),
        ProposedStates.Rejected => Say("A moderator read your answer and did not put it on the page. Thank you all the same.", "La modération a lu votre réponse et ne l’a pas publiée. Merci tout de même."),
        _ => Say("Your answer was received. A moderator reads it before it appears; keep the address of this page if you want to know what becomes of it.", "Votre réponse est bien arrivée. La modération la lit avant sa publication ; gardez l’adresse de cette page si vous voulez connaître la suite."),
    };

    public string Asked => Say("Your question was sent", "Votre question est envoyée");
    public string AskedHint => Say("Volunteers who know the products are being asked now; if none of them can take it, our team does.", "Des bénévoles qui connaissent les produits sont consultés ; si personne ne peut la prendre, notre équipe s’en charge.");
    public string Confirm => Say("We have written to the address you left. Open that mail and press its button: then the answer comes to you there.", "Nous avons écrit à l’adresse que vous avez laissée. Ouvrez ce message et appuyez sur son bouton : la réponse vous y parviendra ensuite.");
    public string NoMail(string why) => Say($"The answer cannot come by mail: {why}", $"La réponse ne peut pas venir par e-mail : {why}");
    public string WayBack => Say("The address of this page leads back to your question", "L’adresse de cette page ramène à votre question");
    public string WayBackHint => Say("Keep it: for 14 days it opens the conversation, in a browser that runs scripts. Pass it on to nobody.", "Gardez-la : pendant 14 jours, elle ouvre la conversation, dans un navigateur qui exécute les scripts. Ne la transmettez à personne.");
    public string AskedBefore => Say("This very question was asked from where you are, today. If it was you, it is on its way. If it was somebody else, send it once more from here: then it is your own.", "Cette même question a été posée depuis votre réseau aujourd’hui. Si c’était vous, elle est en chemin. Si c’était quelqu’un d’autre, renvoyez-la d’ici : elle sera alors la vôtre.");
    public string WordsTooLong => Say("That is too long: 1,000 characters at most. Shorten it and send it again.", "C’est trop long : 1 000 caractères au plus. Raccourcissez et renvoyez.");
    public string AskInstead => Say("Ask your own question", "Poser votre question");
    public string MailOff => Say("this shop has no mail server.", "cette boutique n’a pas de serveur de messagerie.");

    /// <summary>Why nothing was kept.</summary>
    public string Refused(string code) => code switch
    {
        "text_empty" => Say("Write something first.", "Écrivez d’abord quelque chose."),
        "text_too_long" => Say("That is too long: 4,000 characters at most. Shorten it and send it again.", "C’est trop long : 4 000 caractères au plus. Raccourcissez et renvoyez."),
        "text_control_characters" => Say("It holds characters that cannot be shown. Remove them and send it again.", "Il y a des caractères qui ne peuvent pas être affichés. Retirez-les et renvoyez."),
        "name_not_usable" => Say("Choose a name or pseudonym of 1 to 40 visible characters.", "Choisissez un nom ou pseudonyme de 1 à 40 caractères visibles."),
        "name_not_fit" => Say("Choose another name: one that insults nobody and holds no address or telephone number.", "Choisissez un autre nom, qui n’insulte personne et ne contient ni adresse ni numéro de téléphone."),
        "name_in_full" => Say("Give a first name or a nickname: full names are not shown.", "Donnez un prénom ou un pseudonyme : les noms complets ne sont pas affichés."),
        "text_insulting" => Say("Some of these words hurt people. Say it without them: criticism is welcome.", "Certains de ces mots blessent. Dites-le autrement : la critique est bienvenue."),
        "text_spam" => Say("This reads like advertising. Remove links and repetitions.", "Cela ressemble à de la publicité. Retirez liens et répétitions."),
        "link_not_safe" => Say("A link in it is not safe to follow. Remove it, or write the page’s plain address.", "Le texte contient un lien qui n’est pas sûr. Retirez-le, ou écrivez l’adresse simple de la page."),
        "text_repeated" => Say("You have sent this already; it was received.", "Vous l’avez déjà envoyé ; c’est bien arrivé."),
        "email_not_usable" => Say("That does not look like an e-mail address. Check it and send again.", "Cela ne ressemble pas à une adresse e-mail. Vérifiez et renvoyez."),
        "too_many_emails" => Say("We have written to this address several times today. Look into its inbox, or try tomorrow.", "Nous avons écrit plusieurs fois à cette adresse aujourd’hui. Regardez sa boîte, ou réessayez demain."),
        "too_many_proposals" => Say("Many answers wait to be read already. Keep your text and send it tomorrow.", "Beaucoup de réponses attendent déjà d’être lues. Gardez votre texte et envoyez-le demain."),
        "too_many_reports" => Say("You have reported a lot today. The moderators have it all; come back tomorrow if there is more.", "Vous avez beaucoup signalé aujourd’hui. La modération a tout reçu ; revenez demain s’il y a autre chose."),
        "not_understood" => Say("Choose one of the reasons.", "Choisissez une des raisons."),
        "too_many_votes" => Say("You have said a lot today. Thank you; come back tomorrow for more.", "Vous avez déjà beaucoup voté aujourd’hui. Merci ; revenez demain s’il y a autre chose."),
        "too_many_requests" => Say("That was too fast. Wait a minute and send it again.", "C’était trop rapide. Attendez une minute et renvoyez."),
        "link_not_valid" => Say("This key does not open it. Check that it is the whole of what stands behind the # in the address you were given.", "Cette clé ne convient pas. Vérifiez qu’il s’agit bien de tout ce qui suit le # dans l’adresse reçue."),
        "silenced" => Say("The team has paused this for you. Try again later.", "L’équipe a suspendu vos envois pour le moment. Réessayez plus tard."),
        "identity_required" => Say("Only signed-in customers of the shop can ask here. Sign in to the shop first.", "Ici, seuls les clients connectés à la boutique peuvent poser une question. Connectez-vous d’abord à la boutique."),
        "not_found" => Say("This page is not public any more.", "Cette page n’est plus publique."),
        "not_allowed" => Say("The form did not come from one of our pages. Send it from here.", "Le formulaire ne venait pas d’une de nos pages. Envoyez-le d’ici."),
        _ => Say("We could not keep that just now. Try again in a few seconds.", "Nous n’avons pas pu l’enregistrer à l’instant. Réessayez dans quelques secondes."),
    };

    private string Say(string english, string french) => _french ? french : english;
}
