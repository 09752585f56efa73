using CommunityWidget.Hosting;
using CommunityWidget.Threads;

namespace CommunityWidget.Pages.Texts;

public sealed partial class ReviewTexts
{
    public string Held => Say("Held", "Retenus");
    public string HeldLead => Say("A judge stopped these before anybody else saw them. Their authors know and wait. The keys p and r decide here too.", "Un filtre les a retenus avant que quiconque les voie. Leurs auteurs le savent et attendent. Les touches p et r décident ici aussi.");
    public string NothingHeld => Say("Nothing is held", "Rien n’est retenu");
    public string NothingHeldHint => Say("Messages and questions a judge is not sure about come here before they are delivered.", "Les messages et questions dont un filtre doute arrivent ici avant d’être remis.");
    public string HeldQuestion => Say("A question, offered to nobody yet", "Une question, pas encore proposée");
    public string HeldMessage(string who) => Say($"A message from {who}", $"Un message {Elided.Of(who)}");
    public string AVisitor => Say("a visitor", "un visiteur");
    public string LetThrough => Say("Let it through", "Laisser passer");
    public string KeepBack => Say("Keep it back", "Ne pas remettre");
    public string LetThroughDone => Say("Delivered. Whoever was waiting for it has it now.", "Remis. Les personnes concernées l’ont maintenant.");
    public string KeptBackDone => Say("Not delivered. Its author is told in ten seconds.", "Non remis. Son auteur en est informé dans dix secondes.");

    /// <summary>Why a judge stopped a text.</summary>
    public string Judged(string reason) => reason switch
    {
        JudgedReasons.Insult => Say("Reads like an insult", "Ressemble à une insulte"),
        JudgedReasons.Hate => Say("Reads like hate against a group", "Ressemble à de la haine contre un groupe"),
        JudgedReasons.SiteWord => Say("Holds a word of your own list", "Contient un mot de votre liste"),
        JudgedReasons.Toxic => Say("Sounds unkind", "Semble désobligeant"),
        JudgedReasons.Spam => Say("Looks like advertising", "Ressemble à de la publicité"),
        JudgedReasons.Link => Say("Holds a link that may be dangerous", "Contient un lien peut-être dangereux"),
        JudgedReasons.PersonalData => Say("Holds personal data", "Contient des données personnelles"),
        _ => Say("A judge was not sure", "Un filtre a eu un doute"),
    };
}
