using CommunityWidget.Hosting;

namespace CommunityWidget.AnswerPages.Pages;

/// <summary>The words of lists of questions; both languages of a text stand beside each other.</summary>
public sealed class ListTexts
{
    private static readonly ListTexts English = new("en"), French = new("fr");

    private readonly bool _french;

    private ListTexts(string language) => (Language, _french) = (language, language == "fr");

    public string Language { get; }

    public static ListTexts In(string language) => language == "fr" ? French : English;

    public string Topics => Say("Topics", "Thèmes");
    public string Products => Say("Products", "Produits");
    public string Newest => Say("Newest questions", "Questions récentes");
    public string Older => Say("Older questions", "Questions plus anciennes");
    public string ToNewest => Say("Back to the newest", "Revenir aux plus récentes");
    public string Parts => Say("Parts of the list", "Parties de la liste");
    public string PartOf(string list, string first) => Say($"{list}: “{first}” and older ones", $"{list} : « {first} » et plus anciennes");
    public string About(string name) => Say($"Questions about {name}", $"Questions sur {name}");
    public string NoneYet => Say("No questions here yet", "Pas encore de question ici");
    public string NoneYetHint => Say("Answered questions about this appear here. Ask the first one in the corner of this page, or below.", "Les questions à ce sujet apparaissent ici dès qu’elles ont une réponse. Posez la première dans le coin de cette page, ou ci-dessous.");
    public string Answers(long count) => count switch
    {
        0 => Say("no answer yet", "pas encore de réponse"),
        1 => Say("one answer", "une réponse"),
        _ => Say($"{count} answers", $"{count} réponses"),
    };

    public string Accepted => Say("accepted answer", "réponse acceptée");
    public string Outdated => Say("may be true no longer", "n’est peut-être plus vrai");

    public string Search => Say("Search the questions", "Chercher dans les questions");
    public string SearchButton => Say("Search", "Chercher");
    public string SearchFor(string words) => Say($"Questions that match “{words}”", $"Questions qui correspondent à « {words} »");
    public string MoreFound => Say("More that match", "Plus de résultats");
    public string TooManySearches => Say("There were many searches from where you are. Wait a moment, then search again.", "Beaucoup de recherches viennent de votre réseau. Patientez un instant, puis cherchez à nouveau.");
    public string SearchLead => Say("Type a few words: a product, a part, what does not work.", "Tapez quelques mots : un produit, une pièce, ce qui ne marche pas.");
    public string NothingFound => Say("Nothing found", "Aucun résultat");
    public string NothingFoundHint => Say("Try fewer or other words. Or ask: volunteers who know the products answer.", "Essayez moins de mots, ou d’autres. Ou demandez : des bénévoles qui connaissent les produits vous répondront.");

    public string TryAgain => Say("Try again", "Réessayer");

    public string AnswersOf(string name) => Say($"Answers by {name}", $"Réponses {Elided.Of(name)}");
    public string Published(long count) => count == 1 ? Say("one published answer", "une réponse publiée") : Say($"{count} published answers", $"{count} réponses publiées");

    private string Say(string english, string french) => _french ? french : english;
}
