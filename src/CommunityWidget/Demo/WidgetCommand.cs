using System.Text.Json;

namespace CommunityWidget.Demo;

/// <summary>One thing a shop's script may say to the widget, and what it is for. What is shown is what is run: both are made from the same call.</summary>
/// <param name="Call">Name and arguments, as pushed.</param>
/// <param name="English">What it does.</param>
/// <param name="French">The same.</param>
/// <param name="Built">False: promised, and answered by one warning in the console until then.</param>
public sealed record WidgetCommand(object?[] Call, string English, string French, bool Built = true)
{
    public static readonly IReadOnlyList<WidgetCommand> All =
    [
        new(["open"], "Opens the panel, as if the visitor had pressed the button.", "Ouvre le panneau, comme si le visiteur avait pressé le bouton."),
        new(["close"], "Closes it. A conversation goes on in the background.", "Le ferme. La conversation continue en arrière-plan."),
        new(["ask", "Does the Aube lamp come with a bulb?"], "Opens the panel and asks this question at once; without a text it only opens.", "Ouvre le panneau et pose aussitôt cette question\u202f; sans texte, l’ouvre seulement."),
        new(["hide"], "Takes the button away, on a checkout page for example.", "Retire le bouton, par exemple sur la page de paiement."),
        new(["show"], "Brings it back.", "Le remet."),
        new(
            ["setContext", new { topic = "care", product = new { id = "aube", name = "Aube", url = "https://shop.example/aube", image = "https://shop.example/aube.jpg" } }],
            "Says what the page is about. It travels with the question; call it again on every page of a single-page shop.",
            "Dit de quoi parle la page. Accompagne la question\u202f; à rappeler à chaque page d’une boutique monopage."),
        new(["setLocale", "fr"], "Changes the language of everything at once, in an open conversation too.", "Change d’un coup la langue de tous les textes, même en pleine conversation."),
        new(["setLocale", "en"], "And back.", "Et retour à l’anglais."),
        new(["identify", "a.signed.token"], "Tells who is signed in to your shop, by a short-lived token your server signs (/admin, Identity); null signs them out.", "Dit qui est connecté à votre boutique, par un jeton court signé par votre serveur (/admin, Identité) ; null le déconnecte."),
        new(["conversion", new { id = "order-42", value = 129, currency = "EUR" }], "Will tell that an order was placed. Not built yet.", "Dira qu’une commande a été passée. Pas encore construit.", Built: false),
        new(["shutdown"], "Forgets the visitor in this browser and takes the widget off the page: for when somebody signs out of your shop.", "Oublie le visiteur dans ce navigateur et retire le widget de la page\u00a0: pour quand quelqu’un se déconnecte de votre boutique."),
    ];

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // An object stands as somebody would type it, a property a line.
    private static readonly JsonSerializerOptions Shown = new(Plain) { WriteIndented = true };

    public string Name => (string)Call[0]!;

    /// <summary>The call as JSON.</summary>
    public string Json => JsonSerializer.Serialize(Call, Plain);

    /// <summary>The line a shop would write.</summary>
    public string Code => $"CommunityWidget.{Name}({string.Join(", ", Call.Skip(1).Select(argument => JsonSerializer.Serialize(argument, Shown)))});";

    public string In(string language) => language == "fr" ? French : English;
}

/// <summary>Something the widget tells a shop's script.</summary>
public sealed record WidgetEvent(string Name, string English, string French)
{
    public static readonly IReadOnlyList<WidgetEvent> All =
    [
        new("ready", "the button stands on the page", "le bouton est sur la page"),
        new("opened", "the panel was opened", "le panneau a été ouvert"),
        new("closed", "the panel was closed", "le panneau a été fermé"),
        new("asked", "a question was stored", "une question a été enregistrée"),
        new("offered", "people are being asked", "des personnes sont sollicitées"),
        new("matched", "somebody took it", "quelqu’un l’a prise"),
        new("fellBackToSupport", "the shop’s own team has it", "l’équipe de la boutique l’a reçue"),
        new("parked", "nobody is free: it will be answered later", "personne n’est libre\u00a0: la réponse viendra plus tard"),
        new("message", "somebody wrote to the visitor", "quelqu’un a écrit au visiteur"),
        new("answeredLater", "an answer came while the visitor was away", "une réponse est venue en l’absence du visiteur"),
        new("rated", "the visitor rated the conversation", "le visiteur a noté la conversation"),
        new("unavailable", "the server could not be reached, or refused this page or its token", "le serveur n’a pas pu être joint, ou refuse cette page ou son jeton"),
    ];

    public string In(string language) => language == "fr" ? French : English;
}
