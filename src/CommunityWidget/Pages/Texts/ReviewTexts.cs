using System.Globalization;
using CommunityWidget.Moderation.Drafting;
using CommunityWidget.Moderation.Review;

namespace CommunityWidget.Pages.Texts;

/// <summary>The words of the moderators' pages; both languages of a text stand beside each other.</summary>
public sealed partial class ReviewTexts
{
    private static readonly ReviewTexts English = new("en"), French = new("fr");

    private readonly bool _french;

    private ReviewTexts(string language) => (Language, _french) = (language, language == "fr");

    public string Language { get; }

    public static ReviewTexts In(string language) => language == "fr" ? French : English;

    public string Parts => Say("Parts of moderation", "Rubriques de la modération");
    public string ToReview => Say("To review", "À relire");
    public string SentBack => Say("Sent back", "Renvoyées");
    public string Decided => Say("Decided", "Décisions");
    public string Lead => Say("Read each one as a stranger would find it. Greetings and thanks are left out, names of visitors never appear, personal data is masked.", "Lisez chacune comme une personne inconnue la trouverait. Les politesses sont retirées, le nom des visiteurs n’apparaît jamais, les données personnelles sont masquées.");
    public string Nothing => Say("Nothing to review right now", "Rien à relire pour le moment");
    public string NothingHint => Say("A conversation comes here when it has ended, its visitor was content with it and agreed to publish it.", "Une conversation arrive ici quand elle est terminée, que son visiteur en est satisfait et accepte de la publier.");
    public string NothingSent => Say("Nothing is waiting for somebody else. What you send back to whoever answered stands here until they have mended it.", "Rien n’attend quelqu’un d’autre. Ce que vous renvoyez à qui a répondu figure ici jusqu’à sa correction.");
    public string NothingDecided => Say("Nothing was decided yet. Each decision appears here, with who made it and why.", "Aucune décision pour l’instant. Chacune apparaît ici, avec son auteur et sa raison.");
    public string Show => Say("Show", "Afficher");
    public string All => Say("All", "Toutes");
    public string Mine => Say("Mine", "Les miennes");
    public string Doubtful => Say("Doubtful", "Douteuses");
    public string More => Say("Show more", "En afficher plus");
    public string PublicPages => Say("Public answers of this site", "Réponses publiques de ce site");

    public string Title => Say("Title of the page", "Titre de la page");
    public string TitleNeeded => Say("Give the page a title of up to 200 characters. Nothing was published.", "Donnez à la page un titre de 200 caractères au plus. Rien n’a été publié.");
    public string Question => Say("Question", "Question");
    public string AnswerOf(string name, bool volunteer) => volunteer ? Say($"Answer – {name}, volunteer", $"Réponse – {name}, bénévole") : Say($"Answer – {name}, shop team", $"Réponse – {name}, équipe de la boutique");
    public string Product(string name) => Say($"Name the product: {name}", $"Nommer le produit : {name}");
    public string Edit => Say("Edit the words", "Modifier le texte");
    public string EmptyLeavesOut => Say("An answer you empty is left out.", "Une réponse que vous videz n’est pas reprise.");
    public string First => Say("Stands first", "Placée en premier");
    public string Save => Say("Save", "Enregistrer");
    public string ReturnToReview => Say("Send back to review", "Remettre à relire");
    public string Publish => Say("Publish", "Publier");
    public string Reject => Say("Reject", "Refuser");
    public string Reason => Say("Reason to reject", "Raison du refus");
    public string Select(string title) => Say($"Select “{title}”", $"Sélectionner « {title} »");
    public string PublishSelected => Say("Publish selected", "Publier la sélection");
    public string RejectSelected => Say("Reject selected", "Refuser la sélection");
    public string LeftAsTheyWere(int count) => count == 1 ? Say("1 draft stayed as it was.", "1 brouillon est resté tel quel.") : Say($"{count} drafts stayed as they were.", $"{count} brouillons sont restés tels quels.");
    public string ChangedSince => Say("Somebody reworded it or sent it back meanwhile: look at it, then decide again.", "Quelqu’un l’a reformulé ou renvoyé entre-temps : regardez-le, puis décidez à nouveau.");
    public string SelectFirst => Say("Select something first: the box in its corner, or the key x.", "Sélectionnez d’abord : par la case dans le coin, ou la touche x.");
    public string SelectedUnsaved => Say("You typed something in a draft you selected, and it is not saved: save it, or decide about that draft by its own button. Nothing was decided.", "Vous avez saisi quelque chose dans un brouillon sélectionné sans l’enregistrer : enregistrez-le ou décidez de ce brouillon par son propre bouton. Rien n’a été décidé.");
    public string Original => Say("Show the original", "Afficher l’original");
    public string OriginalLead => Say("As it was written, personal data included. That you looked is written down.", "Tel que cela a été écrit, données personnelles comprises. Votre consultation est consignée.");
    public string History => Say("Wordings", "Versions");
    public string HistoryLead => Say("What changed from one wording to the next. Struck out is gone, underlined is new.", "Ce qui a changé d’une version à l’autre. Barré : retiré ; souligné : ajouté.");
    public string Draft => Say("As proposed", "Telle que proposée");
    public string Wording(long number, string? by, string ago) => Say($"Wording {number}, by {by ?? SomebodyGone}, {ago}", $"Version {number}, par {by ?? SomebodyGone}, {ago}");
    public string Elsewhere => Say("answered elsewhere, imported", "répondu ailleurs, importé");
    public string SomebodyGone => Say("somebody who left", "une personne partie");
    public string Back => Say("Back to moderation", "Retour à la modération");
    public string Alike => Say("Similar pages", "Pages semblables");
    public string Merge(string title) => Say($"Same as “{title}”", $"Identique à « {title} »");
    public string MergeShort => Say("It is the same", "C’est la même");
    public string LooksAfter(string name) => Say($"{name} looks after it", $"{name} s’en occupe");
    public string TakeOn => Say("I look after it", "Je m’en occupe");
    public string LetGo => Say("Let it go", "Laisser");
    public string AssignTo => Say("Who looks after it", "Qui s’en occupe");
    public string RejectNote => Say("A note on the reason, for the team", "Une note sur la raison, pour l’équipe");
    public string Nobody => Say("nobody", "personne");
    public string Assign => Say("Assign", "Attribuer");
    public string SendBackTo => Say("Send back to", "Renvoyer à");
    public string SendBackNote => Say("What should they mend?", "Que faut-il corriger ?");
    public string SendBackButton => Say("Send back", "Renvoyer");
    public string SendBackNeedsAnswer => Say("Their answer is emptied: whoever gets the draft back mends what they said. Put it back, or send the draft to somebody else. Nothing was saved.", "Sa réponse est vide : qui reçoit le brouillon corrige ce qu’il a dit. Remettez-la, ou renvoyez le brouillon à quelqu’un d’autre. Rien n’a été enregistré.");
    public string SendBackNeedsNote => Say("Say what should be mended: they see these words.", "Dites ce qu’il faut corriger : la personne voit ces mots.");
    public string WaitsFor(string name) => Say($"Waits for {name}", $"Attend {name}");
    public string AMessage => Say("A message", "Un message");
    public string Visitor => Say("The visitor", "Le visiteur");
    public string Answer => Say("Answer", "Réponse");
    public string TakenBack => Say("taken back", "annulé");
    public string TakeBack => Say("Take it back to review", "Reprendre la relecture");
    public string Undo => Say("Undo", "Annuler");
    public string Undone => Say("Taken back: it waits for a decision again.", "Annulé : cela attend de nouveau une décision.");
    public string DecisionsStand(int count) => count == 1 ? Say("1 decision stands.", "1 décision est maintenue.") : Say($"{count} decisions stand.", $"{count} décisions sont maintenues.");
    public string TooLateToUndo => Say("That was more than a few seconds ago, or something else has happened since: change it back by hand.", "C’était il y a plus de quelques secondes, ou autre chose s’est passé depuis : rétablissez-le à la main.");
    public string ChosenGone => Say("What you chose to do with it is not possible any more: look at the draft, then decide again.", "Ce que vous vouliez en faire n’est plus possible : regardez-le, puis décidez à nouveau.");
    public string WordingSaved => Say("Your wording was saved.", "Votre version a été enregistrée.");
    public string Saved => Say("Saved.", "Enregistré.");
    public string TakeDown => Say("Take down", "Retirer");
    public string Changed => Say("Somebody saved another wording meanwhile. What you typed stands in the form; look at their wording, then decide again.", "Quelqu’un a enregistré une autre version entre-temps. Votre saisie est dans le formulaire ; regardez la leur, puis décidez à nouveau.");
    public string SentMeanwhile(string name) => Say(
        $"Somebody sent it back meanwhile, and it waits for {name}. What you typed stands in the form; take the draft back to review, or wait, then decide again.",
        $"Quelqu’un l’a renvoyé entre-temps, et il attend {name}. Votre saisie est dans le formulaire ; reprenez la relecture ou attendez, puis décidez à nouveau.");

    public string AnswerThere => Say("An answer on the page says this already.", "Une réponse de la page dit déjà la même chose.");

    public string AuthorShutOut => Say("Whoever wrote this has no account any more, or is shut out for now: it reaches nobody, and can be kept back.", "Qui a écrit ceci n’a plus de compte, ou en est exclu pour l’instant : le texte n’est remis à personne et peut être retenu.");

    public string Gone => Say("Somebody else decided about it, or its visitor took the consent back. Nothing was changed.", "Quelqu’un d’autre a décidé, ou le visiteur a retiré son accord. Rien n’a été modifié.");
    public string NotEmpty => Say("A page needs its question and one answer. Nothing was saved, and what you typed is still there.", "Une page a besoin de sa question et d’une réponse. Rien n’a été enregistré, et votre saisie est conservée.");

    public string Keys => Say("Keys", "Touches");
    public string Shortcuts => Say("Single-key shortcuts", "Raccourcis à une touche");
    public string CloseKeys => Say("Close", "Fermer");

    public IReadOnlyList<(string Key, string Does)> KeyList =>
    [
        ("j k", Say("next and previous", "suivante et précédente")), ("p", Say("publish", "publier")), ("r", Say("reject", "refuser")), ("u", Say("undo", "annuler")),
        ("x", Say("select", "sélectionner")), ("e", Say("edit the words", "modifier le texte")), ("?", Say("these keys", "cette liste")),
    ];

    /// <summary>What became of an edition, as the notice after a decision and the list of decisions say it.</summary>
    public string Became(string kind) => kind switch
    {
        DecisionKinds.Published => Say("Published:", "Publiée :"),
        DecisionKinds.Rejected => Say("Rejected. The conversation itself is kept.", "Refusée. La conversation elle-même est conservée."),
        DecisionKinds.Merged => Say("Marked as a double; its address leads to the other page.", "Marquée comme doublon ; son adresse mène à l’autre page."),
        DecisionKinds.SentBack => Say("Sent back. It returns here once it is mended.", "Renvoyée. Elle reviendra ici une fois corrigée."),
        DecisionKinds.Returned => Say("Back in review. Nobody reads it until you publish it again, or mark it as a double.", "De nouveau à relire. Personne ne la lit avant que vous la publiiez à nouveau ou la marquiez comme doublon."),
        _ => Say("Taken down.", "Retirée."),
    };

    public string Kind(string kind) => kind switch
    {
        DecisionKinds.Published => Say("published", "publiée"),
        DecisionKinds.Rejected => Say("rejected", "refusée"),
        DecisionKinds.Merged => Say("merged", "fusionnée"),
        DecisionKinds.SentBack => Say("sent back", "renvoyée"),
        DecisionKinds.Returned => Say("back in review", "de nouveau à relire"),
        DecisionKinds.Upheld => Say("report upheld", "signalement confirmé"),
        DecisionKinds.KeptBack => Say("not let through", "non remis"),
        DecisionKinds.Dismissed => Say("report dismissed", "signalement écarté"),
        _ => KindOfAnswer(kind) ?? Say("taken down", "retirée"),
    };

    public string ByPolicy => Say("by the site’s policy", "selon la règle du site");

    public string ReasonName(string? reason) => reason switch
    {
        RejectReasons.NotUseful => Say("Of no use to others", "Sans intérêt pour les autres"),
        RejectReasons.Wrong => Say("Wrong or out of date", "Inexacte ou dépassée"),
        RejectReasons.Personal => Say("Too personal", "Trop personnelle"),
        RejectReasons.Unkind => Say("Unkind", "Désobligeante"),
        _ => Say("Something else", "Autre raison"),
    };

    /// <summary>Why somebody should look twice.</summary>
    public string Risk(string risk)
    {
        var (name, count) = risk.Split(':') is [var known, var n] ? (known, int.Parse(n, CultureInfo.InvariantCulture)) : (risk, 0);
        return name switch
        {
            DraftRisks.Masked when count == 1 => Say("Personal data was masked", "Une donnée personnelle a été masquée"),
            DraftRisks.Masked => Say($"Personal data was masked in {count} places", $"Des données personnelles ont été masquées à {count} endroits"),
            DraftRisks.Link => Say("Holds a link", "Contient un lien"),
            DraftRisks.Short => Say("The answer is very short", "La réponse est très courte"),
            DraftRisks.Several => Say("Several people answered: do they agree?", "Plusieurs personnes ont répondu : sont-elles d’accord ?"),
            DraftRisks.Probation => Say("Who answered is, or then was, on probation or shut out", "Qui a répondu est, ou était alors, en période probatoire ou exclu"),
            DraftRisks.RatedBadly => Say("Was public, and its visitor rated it badly since", "A été publique, et son visiteur l’a mal notée depuis"),
            DraftRisks.Reported => Say("Was reported", "A été signalée"),
            DraftRisks.Unclear => Say("The question alone says little", "La question seule dit peu"),
            _ => Judged(name),
        };
    }

    public string Ago(long ms) => (ms / 60_000) switch
    {
        < 1 => Say("just now", "à l’instant"),
        < 60 and var m => Say($"{m} min ago", $"il y a {m} min"),
        < 1_440 and var m => Say($"{m / 60} h ago", $"il y a {m / 60} h"),
        var m => DaysAgo(m / 1_440),
    };

    private string DaysAgo(long days) => days switch
    {
        1 => Say("yesterday", "hier"),
        < 31 => Say($"{days} days ago", $"il y a {days} jours"),
        < 61 => Say("a month ago", "il y a un mois"),
        < 365 => Say($"{days / 30} months ago", $"il y a {days / 30} mois"),
        < 730 => Say("a year ago", "il y a un an"),
        _ => Say($"{days / 365} years ago", $"il y a {days / 365} ans"),
    };

    private string Say(string english, string french) => _french ? french : english;
}
