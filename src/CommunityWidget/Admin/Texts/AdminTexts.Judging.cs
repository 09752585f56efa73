using CommunityWidget.Threads;

namespace CommunityWidget.Admin.Texts;

public sealed partial class AdminTexts
{
    public string JudgingTitle => Say("What may be said", "Ce qui peut se dire");
    public string JudgingLead => Say(
        "Every text is judged before anybody else sees it: insults, hate, advertising, dangerous links and personal data. Criticism of your brand is never a reason.",
        "Chaque texte est jugé avant que quiconque d’autre ne le voie : insultes, haine, publicité, liens dangereux et données personnelles. Critiquer votre marque n’est jamais un motif.");

    public string TryTitle => Say("Try a phrase", "Essayer une phrase");
    public string TryLead => Say(
        "See what would become of it here, by the words and percentages as they stand above, saved or not. It is kept nowhere and sent to nobody.",
        "Voyez ce qu’elle deviendrait ici, avec les mots et les pourcentages tels qu’ils figurent ci-dessus, enregistrés ou non. Elle n’est ni conservée ni envoyée.");
    public string TryButton => Say("Try it", "Essayer");
    public string WouldPass => Say("It would pass.", "Elle passerait.");
    public string WouldBeMasked => Say("It would pass; volunteers would read it without personal data.", "Elle passerait ; les bénévoles la liraient sans données personnelles.");
    public string WouldBeHeld => Say("It would be held until a moderator has decided.", "Elle serait retenue jusqu’à la décision de la modération.");
    public string WouldBeRefused => Say("It would be refused, and its author told what to change.", "Elle serait refusée, et son auteur saurait quoi changer.");
    public string Because => Say("Why:", "Motifs :");
    public string VolunteersRead => Say("Volunteers would read:", "Les bénévoles liraient :");
    public string ScoreOf(string language, int score, int threshold) => Say($"Language: {language}. The model is {score} % sure that somebody is insulted; it holds from {threshold} %.", $"Langue : {language}. Le modèle est sûr à {score} % que quelqu’un est insulté ; il retient à partir de {threshold} %.");

    public string ListsTitle => Say("Your own words", "Vos propres mots");
    public string ListsLead => Say(
        "One word or phrase a line; an asterisk at the end stands for any ending. Accents, capitals and tricks such as f 0 0 l are seen through.",
        "Un mot ou une expression par ligne ; un astérisque final vaut pour toute terminaison. Accents, majuscules et ruses du type f 0 0 l sont reconnus.");
    public string RefusedWords => Say("Refused", "Refusés");
    public string HeldWords => Say("Held for review", "Retenus pour relecture");
    public string AllowedWords => Say("Always allowed: words, your telephone number, your addresses and hosts", "Toujours permis : mots, votre numéro de téléphone, vos adresses et vos sites");
    public string ThresholdsTitle => Say("How strict the model is", "Sévérité du modèle");
    public string ThresholdsLead => Say("From how many percent on it holds a text. Lower is stricter; empty means as shipped.", "À partir de combien de pour cent il retient un texte. Plus bas est plus strict ; vide : comme livré.");
    public string ThresholdOf(string language) => Say($"{language}, percent", $"{language}, pour cent");

    public string Reason(string reason) => reason switch
    {
        JudgedReasons.Hate => Say("hate", "haine"),
        JudgedReasons.Insult => Say("an insult", "une insulte"),
        JudgedReasons.SiteWord => Say("a word of your list", "un mot de votre liste"),
        JudgedReasons.Toxic => Say("the model finds it insulting", "le modèle la trouve insultante"),
        JudgedReasons.Spam => Say("advertising", "de la publicité"),
        JudgedReasons.Link => Say("a link that is not safe", "un lien peu sûr"),
        _ => Say("personal data", "des données personnelles"),
    };
}
