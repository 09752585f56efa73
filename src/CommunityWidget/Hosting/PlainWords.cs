namespace CommunityWidget.Hosting;

/// <summary>What a page says where there is no page; both languages of a text stand beside each other.</summary>
/// <param name="Title">What is the matter.</param>
/// <param name="Text">Why, and what to do.</param>
public sealed record PlainWords(string Title, string Text)
{
    public static PlainWords Of(int status, string language) => (status, language == "fr") switch
    {
        (404 or 410, false) => new("Nothing here", "There is no page at this address. It may have moved, or the link was cut short."),
        (404 or 410, true) => new("Rien ici", "Il n’y a pas de page à cette adresse. Elle a peut-être changé de place, ou le lien est incomplet."),
        ( < 500, false) => new("That did not work", "The request could not be read. Go back, load the page again and retry: it may have been open for too long."),
        ( < 500, true) => new("Cela n’a pas fonctionné", "La demande n’a pas pu être lue. Revenez en arrière, rechargez la page et réessayez\u00a0: elle est peut-être restée ouverte trop longtemps."),
        (_, false) => new("A fault on our side", "We could not do that just now. Wait a few seconds and try again."),
        (_, true) => new("Une panne de notre côté", "Nous n’avons pas pu le faire à l’instant. Attendez quelques secondes et réessayez."),
    };
}
