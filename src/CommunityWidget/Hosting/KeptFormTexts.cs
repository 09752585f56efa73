namespace CommunityWidget.Hosting;

/// <summary>The words around a form that could not be taken; both languages of a text stand beside each other.</summary>
public sealed class KeptFormTexts
{
    private static readonly KeptFormTexts English = new(french: false), French = new(french: true);

    private readonly Dictionary<string, string> _labels;

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
            ["why"] = Say("Note", "Note"),
            ["name"] = Say("Name", "Nom"),
            ["words"] = Own,
            ["text"] = Own,
            ["phrase"] = Own,
        };
    }

    public string Title => Say("Not kept yet", "Pas encore enregistré");
    public string Words => Say("We could not keep that just now. Your words are below: send them again in a moment.", "Nous n’avons pas pu l’enregistrer à l’instant. Vos mots sont ci-dessous\u00a0: renvoyez-les dans un instant.");
    public string NoWords => Say("We could not do that just now. Nothing you chose is lost: send it again in a moment.", "Nous n’avons pas pu le faire à l’instant. Rien de votre choix n’est perdu\u00a0: renvoyez-le dans un instant.");
    public string Again => Say("Send again", "Renvoyer");
    public string Own => Say("Your words", "Vos mots");

    public static KeptFormTexts In(string language) => language == "fr" ? French : English;

    /// <summary>Somebody typed it; all else goes along unseen.</summary>
    public bool IsWords(string name, string value) => !string.IsNullOrWhiteSpace(value) && (_labels.ContainsKey(Last(name)) || value.Trim().Any(char.IsWhiteSpace));

    public string Label(string name) => _labels.GetValueOrDefault(Last(name), Own);

    // Form.Text[fr], Answers[0].
    private static string Last(string name)
    {
        var part = name[(name.LastIndexOf('.') + 1)..];
        return part.IndexOf('[', StringComparison.Ordinal) is > 0 and var at ? part[..at] : part;
    }

    private string Say(string english, string french) => _french ? french : english;
}
