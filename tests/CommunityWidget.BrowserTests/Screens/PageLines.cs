namespace CommunityWidget.BrowserTests.Screens;

/// <summary>What the public pages in the pictures say.</summary>
public static class PageLines
{
    private static readonly string[] Some = ["Camille", "Jonas", "Maya"];

    /// <param name="Answers">The accepted one first, where one is.</param>
    public sealed record Asked(string Question, string Topic, bool IsSettled, string[] Answers, string[] Authors);

    public static IEnumerable<Asked> All(DemoCast cast) => [One(cast), Ten(cast), Open(cast), Arabic(cast)];

    public static Asked One(DemoCast cast) => cast.French
        ? new("La lampe Aube se règle-t-elle avec un variateur ordinaire ?", "bulbs", true, ["Oui, avec un variateur à coupure en fin de phase. Le mien date de 2019 et ne bourdonne pas."], Some)
        : new("Does the Aube lamp work with an ordinary dimmer?", "bulbs", true, ["It does, with a trailing-edge dimmer. Mine is from 2019 and does not hum."], Some);

    public static Asked Ten(DemoCast cast) => cast.French
        ? new("Quelle ampoule éclaire assez pour lire le soir sans éblouir ?", "bulbs", true,
            [
                "Une LED de 806 lumens à 2 700 K, dépolie.\n\nC’est l’équivalent d’une ancienne ampoule de soixante watts, et elle ne chauffe presque pas.", "Je prends du 3 000 K, un peu plus blanc.", "Dépolie surtout : les claires éblouissent.",
                "Avec un variateur, prenez-la « dimmable ».", "470 lumens me suffisent au lit.", "Regardez l’indice de rendu : 90 ou plus.", "La mienne a un filament visible, c’est joli mais ça éblouit.",
                "Évitez le bleuté le soir.", "Deux petites valent mieux qu’une grande.", "Mesurez le culot avant : E14 ou E27 ?",
            ], Some)
        : new("Which bulb is bright enough to read at night and does not dazzle?", "bulbs", true,
            [
                "A frosted LED of 806 lumens at 2,700 K.\n\nThat is what an old sixty-watt bulb gave, and it hardly gets warm.", "I take 3,000 K, a little whiter.", "Frosted above all: clear ones dazzle.",
                "With a dimmer, see that it says dimmable.", "In bed 470 lumens are enough for me.", "Look at the colour index: ninety or more.", "Mine shows its filament, pretty but it dazzles.",
                "No bluish ones at night.", "Two small ones beat one large one.", "Measure the cap first: E14 or E27?",
            ], Some);

    public static Asked Open(DemoCast cast) => cast.French
        ? new("Le variateur ronfle quand la lumière est basse, que faire ?", "bulbs", false, ["Changez-le pour un modèle prévu pour 5 à 150 W.", "Chez moi c’était l’ampoule, pas le variateur."], Some)
        : new("The dimmer hums when the light is low, what can I do?", "bulbs", false, ["Swap it for one that is made for 5 to 150 W.", "In my case it was the bulb, not the dimmer."], Some);

    public static Asked Arabic(DemoCast _) => new("هل يمكن استخدام مصباح Aube مع مخفت إضاءة عادي؟", "bulbs", true, ["نعم، مع مخفت من نوع trailing-edge. اشتريته سنة 2019 ولا يصدر أي صوت.", "جربته مع لمبة 806 lumen وكان ممتازًا."], ["ليلى", "Jonas"]);
}
