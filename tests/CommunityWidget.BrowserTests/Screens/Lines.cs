namespace CommunityWidget.BrowserTests.Screens;

/// <summary>What is said in the pictures.</summary>
public static class Lines
{
    public const string Link = "https://example.org/dimmers";

    public static string Question(DemoCast cast) => cast.French
        ? "Cette lampe se règle-t-elle avec un variateur ordinaire, ou faut-il un modèle particulier ?"
        : "Does this lamp work with an ordinary dimmer, or do I need a special one?";

    public static string Answer(DemoCast cast) => cast.French
        ? "Bonjour ! Un variateur à coupure de phase suffit. Le mien date de 2019 et ne bourdonne pas."
        : "Hello! A trailing-edge dimmer will do. Mine is from 2019 and does not hum.";

    public static string More(DemoCast cast) => cast.French ? "Merci. Lequel avez-vous ?" : "Thanks. Which one do you have?";

    public static string Second(DemoCast cast) => cast.French ? "Livrez-vous en Belgique ?" : "Do you deliver to Belgium?";

    public static string[] Brass(DemoCast cast) => cast.French
        ? ["Bonjour, le laiton de la lampe de lecture fonce-t-il avec le temps ?", "Oui, en un an environ, surtout près d’une fenêtre.", "Un chiffon et un peu de jus de citron lui rendent son éclat."]
        : ["Hello! Does the brass of the reading lamp darken with time?", "It does, within a year or so, and sooner beside a window.", "A cloth and a little lemon juice bring it back."];

    public static string[] BrassAgain(DemoCast cast) => cast.French
        ? ["Bonjour, le laiton de ma lampe de lecture a foncé, comment le nettoyer ? Répondez-moi à robin@visiteurs.example ou au 06 12 34 56 78, commande n° 104233.", "Bonjour ! Un chiffon doux et du jus de citron, puis de l’eau claire.", "Séchez bien, sinon il reste des traces."]
        : ["Hello, the brass of my reading lamp has darkened, how do I clean it? Write to robin@visitors.example or call 06 12 34 56 78, order number 104233.", "Hello! A soft cloth and lemon juice, then clear water.", "Dry it well, or it leaves marks."];

    public static string[] Bulb(DemoCast cast) => cast.French
        ? ["Quelle ampoule va dans la lampe de cuisine ?", "Une E14 de quarante watts au plus."]
        : ["Which bulb fits the kitchen lamp?", "An E14 bulb of at most forty watts."];

    public static string[] Shade(DemoCast cast) => cast.French
        ? ["Peut-on laver l’abat-jour en lin ?", "Oui."]
        : ["Can the linen shade be washed?", "Yes."];

    public static string Mend(DemoCast cast) => cast.French ? "À la main ou en machine, et à combien de degrés ?" : "By hand or in a machine, and how warm?";

    public static string[] Parcel(DemoCast cast) => cast.French
        ? ["Où est mon colis ?", "Il arrive demain."]
        : ["Where is my parcel?", "It comes tomorrow."];

    public static string[] Doubtful(DemoCast cast) => cast.French
        ? ["C’est bien celle-ci ? https://bit.ly/3lampe", "Gagnez de l’argent facile, cliquez ici https://spam.example"]
        : ["Is it this one? https://bit.ly/3lampe", "Earn money from home! Click here https://spam.example/rich"];

    public static string Reported(DemoCast cast) => cast.French ? "Le citron abîme le vernis." : "Lemon harms the lacquer.";

    public static string BrassBetter(DemoCast cast) => cast.French ? "Le vinaigre marche aussi, mais rincez aussitôt." : "Vinegar does it too, but rinse it at once.";

    public static string Objection(DemoCast cast) => cast.French ? "Je citais le visiteur, je ne l’insultais pas." : "I was quoting the visitor, not insulting them.";

    public static string Charter(DemoCast cast) => cast.French
        ? "# Ensemble\n\nVous répondez en **votre nom**, pas en celui de la boutique.\n\n- Restez aimable, aussi avec qui ne l’est pas.\n- Dites ce que vous ne savez pas.\n- Ne demandez jamais d’adresse, de numéro ni de mot de passe."
        : "# Together\n\nYou answer in **your own name**, not in the shop’s.\n\n- Be kind, also to those who are not.\n- Say what you do not know.\n- Never ask for an address, a number or a password.";

    public static string Note(DemoCast cast) => cast.French ? "Le fabricant recommande la coupure en fin de phase." : "The maker recommends trailing edge.";

    public static string Suggestion(DemoCast cast) => cast.French ? "Le mien ronflait ; un variateur de 5 à 150 W convient." : "Mine hummed; a dimmer made for 5 to 150 W will do.";
}
