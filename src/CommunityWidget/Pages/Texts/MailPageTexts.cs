namespace CommunityWidget.Pages.Texts;

/// <summary>The words of the pages that mails to visitors lead to; both languages of a text stand beside each other.</summary>
public sealed class MailPageTexts
{
    private static readonly MailPageTexts English = new("en"), French = new("fr");

    private readonly bool _french;

    private MailPageTexts(string language) => _french = language == "fr";

    public static MailPageTexts In(string language) => language == "fr" ? French : English;

    public string ConfirmTitle => Say("Is this your address?", "Est-ce bien votre adresse ?");
    public string ConfirmLead => Say("Press the button, and the answer to your question comes by e-mail. It is used for this question only, and seen by nobody who helps.", "Appuyez sur le bouton et la réponse à votre question arrivera par e-mail. L’adresse ne sert qu’à cette question et reste invisible pour ceux qui vous aident.");
    public string ConfirmButton => Say("Yes, this is my address", "Oui, c’est mon adresse");
    public string Confirmed => Say("Thank you. The answer will come by e-mail.", "Merci. La réponse vous arrivera par e-mail.");
    public string ConfirmedMore => Say("You may close this page. The answer also waits in the chat, where you asked.", "Vous pouvez fermer cette page. La réponse vous attendra aussi dans la conversation, là où vous avez posé la question.");

    public string StopTitle => Say("No more mails about this question?", "Ne plus recevoir de messages pour cette question ?");
    public string StopLead => Say("Your address is then forgotten. Answers still wait in the chat, where you asked.", "Votre adresse sera alors oubliée. Les réponses vous attendront toujours dans la conversation, là où vous avez posé la question.");
    public string StopButton => Say("Stop the mails", "Arrêter les messages");
    public string Stopped => Say("Done: no more mails about this question.", "C’est fait : plus aucun message pour cette question.");
    public string StoppedMore => Say("Your address was forgotten. You can leave it again in the chat.", "Votre adresse a été oubliée. Vous pouvez la laisser à nouveau dans la conversation.");

    public string WithdrawTitle => Say("Take down what is public?", "Retirer ce qui est public ?");
    public string WithdrawLead => Say("What is public of your conversation, its page or answers on another one, is gone at once, and nobody may publish it any more. The conversation itself stays in the chat, where you asked.", "Ce qui est public de votre conversation, sa page ou des réponses sur une autre, disparaît aussitôt, et personne ne peut plus la publier. La conversation elle-même reste là où vous avez posé la question.");
    public string WithdrawButton => Say("Take it down", "La retirer");
    public string Withdrawn => Say("Done: it is public no more.", "C’est fait : plus rien n’en est public.");
    public string WithdrawnMore => Say("Search engines forget it by themselves, the next time they look.", "Les moteurs de recherche l’oublient d’eux-mêmes, à leur prochain passage.");

    public string BackTo(string site) => Say($"Back to {site}", $"Retour à {site}");

    public string ConversationWith(string site) => Say($"Your conversation with {site}", $"Votre conversation avec {site}");
    public string ConversationLead => Say("It opens by itself, at the bottom of this page. If it does not, press the round button there.", "Elle s’ouvre d’elle-même, en bas de cette page. Sinon, appuyez sur le bouton rond.");
    public string ConversationNeedsScript => Say("The conversation needs JavaScript.", "La conversation a besoin de JavaScript.");

    public string TooOld => Say("The link is too old", "Le lien est trop ancien");
    public string LinkTooOld => Say("This link does not work any more: it is too old, or a newer one was sent. Your question and its answers are still in the chat, where you asked.", "Ce lien ne fonctionne plus : il est trop ancien, ou un plus récent vous a été envoyé. Votre question et ses réponses sont toujours dans la conversation, là où vous l’avez posée.");

    private string Say(string english, string french) => _french ? french : english;
}
