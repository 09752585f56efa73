namespace CommunityWidget.Demo;

/// <summary>The words of the page for shop developers.</summary>
public sealed record DeveloperTexts
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Tag { get; init; }
    public required string TagText { get; init; }
    public required string TagManagerText { get; init; }
    public required string Queue { get; init; }
    public required string QueueText { get; init; }
    public required string Commands { get; init; }
    public required string CommandsText { get; init; }
    public required string Run { get; init; }
    public required string Events { get; init; }
    public required string EventsText { get; init; }
    public required string Heard { get; init; }
    public required string NothingHeard { get; init; }
    public required string Clear { get; init; }
    public required string Off { get; init; }
    public required string On { get; init; }
    public required string Console { get; init; }
    public required string Policy { get; init; }
    public required string PolicyText { get; init; }

    public static DeveloperTexts In(string language) => language == "fr" ? French : English;

    private static readonly DeveloperTexts English = new()
    {
        Title = "For developers",
        Lead = "Everything your shop’s scripts may say to the widget, and everything it tells them. Press a button: what is shown is what runs, on this page.",
        Tag = "The tag",
        TagText = "Once, anywhere in the page. Language and topic are optional: without them the page’s own language counts, and no topic is set. Your site’s own tag is on its admin page.",
        TagManagerText = "A tag manager that drops data attributes has to make the tag itself:",
        Queue = "Before it has loaded",
        QueueText = "The tag is async. What you push into this list before it has loaded is done afterwards, in order; the same line works at any time.",
        Commands = "Commands",
        CommandsText = "None of them throws into your page. What cannot be done is said once in the browser’s console.",
        Run = "Run",
        Events = "Events",
        EventsText = "Each comes with one object: threadId, rung and reason, where they are known.",
        Heard = "Heard on this page",
        NothingHeard = "Nothing yet. Open the widget and ask something: each event appears here as it happens.",
        Clear = "Clear the list",
        Off = "Stop listening",
        On = "Listen",
        Console = "console",
        Policy = "Content security policy",
        PolicyText = "Three addresses and nothing inline. The widget’s styles are constructed sheets: no unsafe-inline, no unsafe-eval.",
    };

    private static readonly DeveloperTexts French = new()
    {
        Title = "Pour les développeurs",
        Lead = "Tout ce que les scripts de votre boutique peuvent dire au widget, et tout ce qu’il leur dit. Pressez un bouton\u00a0: ce qui est affiché est ce qui s’exécute, sur cette page.",
        Tag = "La balise",
        TagText = "Une fois, n’importe où dans la page. La langue et le sujet sont facultatifs\u00a0: sans eux, la langue de la page compte, et aucun sujet n’est fixé. La balise de votre site se trouve sur sa page d’administration.",
        TagManagerText = "Un gestionnaire de balises qui retire les attributs data doit créer la balise lui-même\u00a0:",
        Queue = "Avant le chargement",
        QueueText = "La balise est async. Ce que vous ajoutez à cette liste avant le chargement est fait ensuite, dans l’ordre\u202f; la même ligne marche à tout moment.",
        Commands = "Commandes",
        CommandsText = "Aucune ne lève d’erreur dans votre page. Ce qui n’est pas possible est dit une fois dans la console du navigateur.",
        Run = "Exécuter",
        Events = "Événements",
        EventsText = "Chacun vient avec un seul objet\u00a0: threadId, rung et reason, quand ils sont connus.",
        Heard = "Entendu sur cette page",
        NothingHeard = "Rien encore. Ouvrez le widget et posez une question\u00a0: chaque événement apparaît ici quand il se produit.",
        Clear = "Vider la liste",
        Off = "Ne plus écouter",
        On = "Écouter",
        Console = "console",
        Policy = "Politique de sécurité du contenu",
        PolicyText = "Trois adresses et rien en ligne. Les styles du widget sont des feuilles construites\u00a0: ni unsafe-inline, ni unsafe-eval.",
    };
}
