namespace CommunityWidget.Conversations.Later;

/// <summary>The words of mails to visitors; both languages of a text stand beside each other.</summary>
public sealed class LaterTexts
{
    private static readonly LaterTexts English = new("en"), French = new("fr");

    private readonly bool _french;

    private LaterTexts(string language) => (Language, _french) = (language, language == "fr");

    public string Language { get; }

    public static LaterTexts In(string language) => language == "fr" ? French : English;

    public string ConfirmSubject(string site) => Say($"{site}: is this your address?", $"{site} : est-ce bien votre adresse ?");

    // Nothing the visitor wrote: it might be anybody's address.
    public string ConfirmLead(string site) => Say(
        $"Somebody, probably you, asked {site} a question and wants the answer at this address. Press the button and it comes here. Until then we send you nothing else.",
        $"Quelqu’un, sans doute vous, a posé une question à {site} et souhaite recevoir la réponse à cette adresse. Appuyez sur le bouton et elle arrivera ici. D’ici là, nous ne vous envoyons rien d’autre.");

    public string ConfirmButton => Say("Yes, this is my address", "Oui, c’est mon adresse");

    public string ConfirmAfter => Say(
        "The link works for 7 days. If you did not ask anything, you need do nothing: no further mail will come.",
        "Le lien sert pendant 7 jours. Si vous n’avez rien demandé, vous n’avez rien à faire : aucun autre message ne viendra.");

    public string AnswerSubject(string site, int count) => count == 1
        ? Say($"{site}: an answer to your question", $"{site} : une réponse à votre question")
        : Say($"{site}: answers to your question", $"{site} : des réponses à votre question");

    public string YouAsked => Say("You asked:", "Vous avez demandé :");

    public string Wrote(string name) => Say($"{name} wrote:", $"{name} a écrit :");

    public string Volunteer(string name) => Say($"{name} (volunteer)", $"{name} (bénévole)");

    public string Team(string name) => Say($"{name} (shop team)", $"{name} (équipe de la boutique)");

    public string Somebody => Say("Somebody", "Quelqu’un");

    public string OpenButton => Say("Read and reply", "Lire et répondre");

    public string Elsewhere => Say("The page is gone, or does not show the conversation? See it here", "La page n’existe plus, ou n’affiche pas la conversation ? Retrouvez-la ici");

    public string OpenAfter => Say(
        "The button takes you back to your conversation, for 14 days. Please do not pass it on. Replies to this mail are not read.",
        "Le bouton vous ramène à votre conversation, pendant 14 jours. Ne le transmettez à personne. Les réponses à ce message ne sont pas lues.");

    public string SorrySubject(string site) => Say($"{site}: nobody could answer yet", $"{site} : personne n’a encore pu répondre");

    public string Sorry => Say(
        "We are sorry: nobody could answer you. Your question is kept. You can add to it or ask again, and it goes to whoever is there then.",
        "Nous sommes désolés : personne n’a pu vous répondre. Votre question est conservée. Vous pouvez la compléter ou la reposer, et elle ira à qui sera là à ce moment.");

    public string SorryButton => Say("See your question", "Voir votre question");

    public string PublishedSubject(string site) => Say($"{site}: your question helps others now", $"{site} : votre question aide maintenant d’autres clients");

    public string Published(string site) => Say(
        $"You agreed that {site} may publish your conversation, without your name. It is a public page now:",
        $"Vous avez accepté que {site} publie votre conversation, sans votre nom. C’est maintenant une page publique :");

    public string Withdraw => Say("If you have changed your mind, press the button and the page is gone.", "Si vous avez changé d’avis, appuyez sur le bouton et la page disparaît.");

    public string WithdrawButton => Say("Take the page down", "Retirer la page");

    public string WithdrawAfter => Say("Please do not pass this mail on: whoever has it can take the page down. It is the only one about this page.", "Ne transmettez pas ce message : qui l’a peut retirer la page. C’est le seul à son sujet.");

    /// <summary>The same where another page answers it already.</summary>
    public string PublishedElsewhere(string site) => Say(
        $"You agreed that {site} may publish your conversation, without your name. Another customer had asked the same, so what you were answered stands on their public page now:",
        $"Vous avez accepté que {site} publie votre conversation, sans votre nom. Un autre client avait posé la même question : ce qu’on vous a répondu figure maintenant sur sa page publique :");

    public string WithdrawWords => Say("If you have changed your mind, press the button and what comes from your conversation is taken out there.", "Si vous avez changé d’avis, appuyez sur le bouton et ce qui vient de votre conversation en est retiré.");

    public string WithdrawWordsButton => Say("Take it out", "Retirer ce qui vient de ma conversation");

    public string WithdrawWordsAfter => Say("Please do not pass this mail on: whoever has it can do that too. It is the only one about this page.", "Ne transmettez pas ce message : qui l’a peut le faire aussi. C’est le seul à ce sujet.");

    public string Why(string site) => Say(
        $"You receive this because you left your address with your question to {site}. It is used for this question only.",
        $"Vous recevez ce message parce que vous avez laissé votre adresse avec votre question à {site}. Elle ne sert qu’à cette question.");

    public string Stop => Say("No more mails about this question", "Ne plus recevoir de messages pour cette question");

    private string Say(string english, string french) => _french ? french : english;
}
