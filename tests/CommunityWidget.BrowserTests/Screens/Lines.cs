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
}
