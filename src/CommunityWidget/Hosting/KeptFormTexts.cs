namespace CommunityWidget.Hosting;

/// <summary>The words around a form that could not be taken; both languages of a text stand beside each other.</summary>
public sealed class KeptFormTexts
{
    private static readonly KeptFormTexts English = new(french: false), French = new(french: true);

    private readonly Dictionary<string, string> _labels;

    private readonly Dictionary<string, string> _deeds;

    private readonly bool _french;

    private KeptFormTexts(bool french)
    {
        _french = french;
        // By the last part of a field's name.
        _labels = new(StringComparer.OrdinalIgnoreCase)
        {
            ["title"] = Say("Title of the page", "Titre de la page"),
            ["question"] = Say("Question", "Question"),
            ["answer"] = Say("Answer", "Réponse"),
            ["answers"] = Say("Answer", "Réponse"),
            ["note"] = Say("Note", "Note"),
            ["why"] = Say("Note on the rejection", "Note sur le refus"),
            ["name"] = Say("Name", "Nom"),
            ["words"] = Own,
            ["text"] = Own,
            ["phrase"] = Own,
        };
        // By the handler that was pressed: of what others see the effect.
        _deeds = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Publish"] = Say("Publish", "Publier"),
            ["PublishAll"] = Say("Publish", "Publier"),
            ["Reject"] = Say("Reject", "Refuser"),
            ["RejectAll"] = Say("Reject", "Refuser"),
            ["SendBack"] = Say("Send back", "Renvoyer à son auteur"),
            ["Merge"] = Say("Merge", "Fusionner"),
            ["TakeDown"] = Say("Take down", "Retirer"),
            ["Withdraw"] = Say("Take down", "Retirer"),
            ["Decide"] = Say("Decide", "Décider"),
            ["Lift"] = Say("Lift", "Lever"),
            ["Erase"] = Say("Erase", "Effacer"),
            ["EraseWords"] = Say("Erase", "Effacer"),
            ["Delete"] = Say("Delete", "Supprimer"),
            ["Revoke"] = Say("Revoke", "Révoquer"),
        };
    }

    public string Title => Say("That did not go through", "Cela n’a pas abouti");
    public string Words => Say("We could not keep that just now. What was in the form is below: send it again in a moment.", "Nous n’avons pas pu l’enregistrer à l’instant. Le contenu du formulaire est ci-dessous\u00a0: renvoyez-le dans un instant.");
    public string NoWords => Say("We could not do that just now. What you chose is not lost: send it again in a moment.", "Nous n’avons pas pu le faire à l’instant. Ce que vous avez choisi n’est pas perdu\u00a0: renvoyez-le dans un instant.");
    public string Own => Say("Your words", "Vos mots");

    /// <summary>The connection may have broken after all was done.</summary>
    public string Look => Say("Look at the page first, without sending this", "Voir d’abord la page, sans envoyer ceci");

    /// <param name="handler">Of the page, as its address names it; empty where it has only one.</param>
    public string Again(string handler) => _deeds.TryGetValue(handler, out var deed) ? Say($"{deed}: send again", $"{deed}\u00a0: renvoyer") : Say("Send again", "Renvoyer");

    public static KeptFormTexts In(string language) => language == "fr" ? French : English;

    /// <summary>Somebody typed it; all else goes along unseen. What looks like the number of something, or a tick, is none whatever its field is called.</summary>
    public bool IsWords(string name, string value) => _labels.ContainsKey(Last(name)) ? value.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')) && !string.IsNullOrWhiteSpace(value) : value.Trim().Any(char.IsWhiteSpace);

    public string Label(string name) => _labels.GetValueOrDefault(Last(name), Own);

    // Form.Text[fr], Answers[0].
    private static string Last(string name)
    {
        var part = name[(name.LastIndexOf('.') + 1)..];
        return part.IndexOf('[', StringComparison.Ordinal) is > 0 and var at ? part[..at] : part;
    }

    private string Say(string english, string french) => _french ? french : english;
}
