namespace CommunityWidget.Demo;

/// <summary>The words of the demo shop's pages.</summary>
public sealed record ShopTexts
{
    public required string Language { get; init; }
    public required string OtherLanguage { get; init; }
    public required string OtherLanguageName { get; init; }
    public required string Skip { get; init; }
    public required string Tagline { get; init; }
    public required string Intro { get; init; }
    public required string Lamps { get; init; }
    public required string Help { get; init; }
    public required string HelpText { get; init; }
    public required string AskNow { get; init; }
    public required string Basket { get; init; }
    public required string BasketHint { get; init; }
    public required string Facts { get; init; }
    public required string AskAbout { get; init; }
    public required string AllLamps { get; init; }
    public required string Delivery { get; init; }
    public required string Returns { get; init; }
    public required string Repair { get; init; }
    public required string Footer { get; init; }
    public required string DemoLead { get; init; }
    public required string PictureOf { get; init; }
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    /// <summary>A price as people of the language write it.</summary>
    public string Price(int cents) => Language == "fr" ? $"{cents / 100}\u00a0€" : $"€{cents / 100}";

    public static ShopTexts In(string language) => language == "fr" ? French : English;

    private static readonly ShopTexts English = new()
    {
        Language = "en",
        OtherLanguage = "fr",
        OtherLanguageName = "Français",
        Skip = "Skip to the content",
        Tagline = "Lamps made to be repaired",
        Intro = "A small workshop in Lyon. Eight lamps, made slowly, with every part on the shelf for twenty years.",
        Lamps = "Our lamps",
        Help = "Not sure which one?",
        HelpText = "Ask people who live with our lamps. They answer here, in minutes, because they like to.",
        AskNow = "Ask a question",
        Basket = "Add to basket",
        BasketHint = "This is a demo: nothing is sold here.",
        Facts = "In short",
        AskAbout = "Ask about this lamp",
        AllLamps = "All lamps",
        Delivery = "Delivered in 3 to 5 days, free from €80",
        Returns = "30 days to send it back, lit or not",
        Repair = "Every part can be ordered for 20 years",
        Footer = "Maison Lumen is an invented shop that shows CommunityWidget at work.",
        DemoLead = "This is a demo. Try it as:",
        PictureOf = "Drawing of the lamp",
        Roles = new Dictionary<string, string> { ["super_user"] = "super user", ["agent"] = "support", ["moderator"] = "moderator", ["admin"] = "admin" },
    };

    private static readonly ShopTexts French = new()
    {
        Language = "fr",
        OtherLanguage = "en",
        OtherLanguageName = "English",
        Skip = "Aller au contenu",
        Tagline = "Des lampes faites pour être réparées",
        Intro = "Un petit atelier lyonnais. Huit lampes, fabriquées sans hâte, et chaque pièce en réserve pour vingt ans.",
        Lamps = "Nos lampes",
        Help = "Laquelle choisir\u202f?",
        HelpText = "Demandez à celles et ceux qui vivent avec nos lampes. Ils répondent ici, en quelques minutes, par plaisir.",
        AskNow = "Poser une question",
        Basket = "Ajouter au panier",
        BasketHint = "Ceci est une démonstration\u00a0: rien n’est vendu ici.",
        Facts = "En bref",
        AskAbout = "Une question sur cette lampe\u202f?",
        AllLamps = "Toutes les lampes",
        Delivery = "Livrée en 3 à 5 jours, offerte dès 80\u00a0€",
        Returns = "30 jours pour la renvoyer, allumée ou non",
        Repair = "Chaque pièce se commande pendant 20 ans",
        Footer = "Maison Lumen est une boutique imaginaire qui montre CommunityWidget à l’œuvre.",
        DemoLead = "Ceci est une démonstration. Essayez-la en tant que\u00a0:",
        PictureOf = "Dessin de la lampe",
        Roles = new Dictionary<string, string> { ["super_user"] = "super-utilisateur", ["agent"] = "service client", ["moderator"] = "modération", ["admin"] = "administration" },
    };
}
