namespace CommunityWidget.Judges.Sets;

/// <summary>
/// Deliveries, days, nobody and never; goods that kill, stink and die; people as shops speak of them. Sets of insults hold such small words in
/// quarrels only, and a model that never saw them beside a parcel would hold "nobody delivers on a Sunday".
/// </summary>
internal static class Errands
{
    public static IEnumerable<string> English =>
    [
        .. from who in new[] { "Nobody", "No one", "The courier", "The postman", "Your driver", "My parcel" }
           from what in new[] { "came", "has arrived", "rang the bell", "answered", "was there", "turned up", "delivers here", "called me back" }
           from day in new[] { "on Tuesday", "on Friday, again", "all weekend", "in January", "on a public holiday", "before Easter", "and I waited all day", "even though I paid for express" }
           select who.StartsWith("No", StringComparison.Ordinal) ? $"{who} {what} {day}." : $"{who} never {what} {day}.",
        .. from goods in new[] { "This trap", "The powder", "Your cleaner", "That gel" }
           from does in new[] { "kills", "does not kill", "burns", "never killed", "destroys", "hurts" }
           from what in new[] { "the rats", "every mosquito", "weeds and moss", "my hands", "the smell of dogs", "bed bugs" }
           select $"{goods} {does} {what}.",
        .. from thing in new[] { "The motor", "My kettle", "The old mixer", "This hoover", "The battery", "Their app" }
           from does in new[] { "is dead", "sucks", "stinks", "is garbage", "is a nightmare", "is stupidly loud", "blew up", "is such a pain", "is rubbish", "makes me angry", "is a disgrace" }
           from rest in new[] { "", " Can it be mended?", " What shall I do?", " I want a refund." }
           select $"{thing} {does}.{rest}",
        .. from person in new[] { "women", "men", "black hair", "Muslim customers", "a gay wedding", "disabled children", "old people", "fat cats", "Chinese plugs", "Jewish holidays", "Arabic keyboards", "African hair", "a blind man", "Mexican food", "Indian voltage", "girls" }
           from asks in new[] { "Do you sell anything for {0}?", "Is this fit for {0}?", "Which one is best for {0}?", "A present for {0}, any idea?", "Does it go well with {0}?", "I could not find anything for {0} here." }
           select string.Format(System.Globalization.CultureInfo.InvariantCulture, asks, person),
    ];

    public static IEnumerable<string> French =>
    [
        .. from who in new[] { "Personne", "Le facteur", "Votre transporteur", "Le coursier", "Mon paquet", "On" }
           from what in new[] { "livre", "est passé", "est arrivé", "a répondu", "a appelé", "a sonné", "vient", "prévient" }
           from day in new[] { "le mardi", "vendredi, encore une fois", "de tout le week-end", "en janvier", "les jours fériés", "avant Pâques", "et j'ai attendu pour rien", "même en payant l'express" }
           select who == "Personne" ? $"{who} ne {what} {day}." : $"{who} ne {what} jamais {day}.",
        .. from day in new[] { "Le mardi", "Le soir", "En août", "Depuis jeudi", "Même à Noël", "Chez vous" }
           from what in new[] { "personne ne répond", "rien n'est livré", "aucun livreur ne passe", "personne n'a rappelé", "on ne m'a rien dit", "vous ne faites rien" }
           from rest in new[] { "", ", même en urgence", ", c'est dommage", ", et personne ne sait pourquoi" }
           select $"{day}, {what}{rest}.",
        .. from goods in new[] { "Ce piège", "La poudre", "Votre nettoyant", "Ce gel" }
           from does in new[] { "tue", "ne tue pas", "brûle", "n'a jamais tué", "détruit", "abîme" }
           from what in new[] { "les rats", "les moustiques", "les mauvaises herbes", "mes mains", "l'odeur de chien", "les cafards" }
           select $"{goods} {does} {what}.",
        .. from thing in new[] { "Le moteur", "Ma théière", "Le vieux mixeur", "Ce modèle", "Votre appli", "Le chargeur" }
           from does in new[] { "est mort", "est bidon", "pue", "est une horreur", "est débile à monter", "me rend fou", "est pourri", "est à jeter", "fait pitié", "est une vraie honte", "est foutu" }
           from rest in new[] { "", " Peut-on le réparer ?", " Que faire ?", " Je veux un remboursement." }
           select $"{thing} {does}.{rest}",
        .. from person in new[] { "les femmes", "les hommes", "cheveux noirs", "clients musulmans", "un mariage gay", "enfants handicapés", "personnes âgées", "gros chiens", "prises chinoises", "fêtes juives", "claviers arabes", "cheveux africains", "un aveugle", "une grosse dame", "filles", "peaux noires" }
           from asks in new[] { "Vendez-vous quelque chose pour {0} ?", "Est-ce fait pour {0} ?", "Lequel convient le mieux pour {0} ?", "Un cadeau pour {0}, une idée ?", "Je n'ai rien trouvé ici pour {0}." }
           select string.Format(System.Globalization.CultureInfo.InvariantCulture, asks, person),
    ];
}
