namespace CommunityWidget.Judges.Sets;

/// <summary>Harmless shop talk in other shapes and other words than anything trained from: thresholds are held by it.</summary>
internal static class Overheard
{
    private const int Times = 12;

    private static readonly Dictionary<string, string[]> FrenchFillings = new()
    {
        ["goods"] = ["l'aspirateur", "le sèche-cheveux", "les rideaux", "mes bottes", "la cafetière", "le four", "les écouteurs", "la tente", "le jean", "ce sac", "la table basse", "le clavier", "les gants", "la gourde", "le réveil", "le blender", "la valise", "les volets", "la colle", "le siège auto"],
        ["fault"] = ["en panne", "tordu", "déchiré", "fendu", "taché", "hideux", "hors de prix", "trop lourd", "raté", "mal fini", "plein de poussière", "vide", "abîmé", "immonde", "tiède", "de travers", "à moitié ouvert"],
        ["when"] = ["mardi matin", "avant la Toussaint", "en juillet", "l'après-midi", "le 1er mai", "depuis dix jours", "la nuit", "tous les soirs", "cet hiver", "jeudi dernier", "pendant les soldes"],
        ["someone"] = ["votre gérante", "le monsieur du camion", "la standardiste", "mon frère", "ma grand-mère", "un stagiaire", "le plombier", "l'agence", "votre chauffeur", "la voisine du dessus", "quelqu'un"],
        ["people"] = ["une Marocaine", "des Polonais", "un daltonien", "une mariée noire", "un senior", "des jumeaux", "une maman", "un rabbin", "un imam", "des lesbiennes", "un trans", "une naine", "un hamster", "un chaton", "une rousse", "un Africain", "des paysans", "les fumeurs"],
        ["tint"] = ["le turquoise", "l'argenté", "le kaki", "le bordeaux", "le blanc cassé", "le noir mat", "le fuchsia"],
    };

    private static readonly Dictionary<string, string[]> EnglishFillings = new()
    {
        ["goods"] = ["the hoover", "the hairdryer", "the curtains", "my boots", "the coffee machine", "the oven", "these earphones", "the tent", "the jeans", "this bag", "the keyboard", "the gloves", "the blender", "the suitcase", "the shutters", "the glue", "the car seat"],
        ["fault"] = ["out of order", "bent", "torn", "cracked", "stained", "hideous", "overpriced", "too heavy", "badly made", "dusty", "empty", "damaged", "vile", "lukewarm", "half open", "a nightmare"],
        ["when"] = ["Tuesday morning", "before Halloween", "in July", "in the afternoon", "for ten days", "at night", "every evening", "this winter", "last Friday", "during the sales"],
        ["someone"] = ["your manager", "the van man", "the operator", "my brother", "my grandma", "a trainee", "the plumber", "your agent", "somebody", "the woman upstairs"],
        ["people"] = ["a Moroccan", "Poles", "a colour-blind man", "a black bride", "a senior", "twins", "a mum", "a rabbi", "an imam", "lesbians", "a trans man", "a hamster", "a kitten", "an African", "farmers", "smokers", "a redhead"],
        ["tint"] = ["turquoise", "silver", "khaki", "off-white", "matt black", "fuchsia"],
    };

    public static IEnumerable<string> French => Fill.All(Times, FrenchFillings,
    [
        "{goods}, c'est {fault}.", "Quand j'ai ouvert, {goods} : {fault}.", "Assez joli, dommage que ce soit {fault}.", "Faudrait-il changer {goods} ou recoller ?", "Déjà {fault} au déballage.", "{tint} me va mal.", "{tint} fait vulgaire, à mon goût.", "Franchement {tint} ? Bof.",
        "Y a-t-il une tournée {when} ?", "{someone} devait venir {when}, pas un coup de fil.", "{when}, impossible de vous joindre.", "{someone} m'a envoyé promener.", "{someone} n'y connaît rien.", "{someone} est un amour.", "Dites à {someone} que c'est réglé.", "Déposez {goods} à la loge {when}.",
        "Votre boutique me dégoûte, {goods} encore {fault}.", "Vous avez perdu une cliente, {goods} {fault} deux fois.", "Trois mails, zéro réponse, vous dormez ?", "Bravo les délais, {goods} attendu {when}.", "Je me suis fait avoir avec {goods}.", "Qu'est-ce que vous attendez pour expédier {goods} ?", "Marre d'attendre {goods}.",
        "Auriez-vous {goods} en plus étroit ?", "Je flotte dedans, une taille de moins ?", "Ça me boudine, remplacez {goods}.", "Le bon de retour est illisible.", "Où déposer {goods} pour un échange ?", "Peut-on graver {goods} pour {people} ?", "Idéal pour {people} ?", "Mon cousin est {people}, ou presque, que lui offrir ?", "Nous recevons {people} {when}, quel plat choisir ?",
        "{goods} fait peur à {people}.", "La vidéo est sous-titrée en persan.", "Le tutoriel n'existe qu'en néerlandais et en ukrainien.", "Votre hotline parle créole ?", "Gaz ou électrique, {goods} ?", "Non merci, j'ai trouvé moins cher.", "Super, ça remarche !", "Hélas non.", "Pff, encore {fault}.", "La vis du bas tourne dans le vide.", "Ça coupe, ça saigne, faites gaffe à la lame.",
        "Ça extermine vraiment les acariens ?", "{goods} a explosé {when}.", "{goods} a pris feu, on a eu chaud.", "Attention, {goods} pique et gratte.",
    ]);

    public static IEnumerable<string> English => Fill.All(Times, EnglishFillings,
    [
        "{goods}: {fault}.", "When I opened it, {goods} looked {fault}.", "Quite pretty, pity it is {fault}.", "Should I replace {goods} or glue it?", "Already {fault} out of the box.", "{tint} does not suit me.", "{tint} looks tacky to me.", "Honestly, {tint}? Meh.",
        "Is there a round {when}?", "{someone} was due {when}, not even a call.", "No way to reach you {when}.", "{someone} sent me packing.", "{someone} knows nothing about it.", "{someone} is a sweetheart.", "Tell {someone} it is sorted.", "Put {goods} in the porch {when}.",
        "Your shop disgusts me, {goods} is {fault} again.", "You lost a customer, {goods} came {fault} twice.", "Three mails, no reply, are you asleep?", "I was had with {goods}.", "What are you waiting for, ship {goods}.", "Fed up waiting for {goods}.", "Would you have {goods} in a narrow fit?", "It squeezes my belly, replace {goods}.",
        "The return slip cannot be read.", "Where do I drop {goods} for a swap?", "Can you engrave {goods} for {people}?", "Ideal for {people}?", "We have {people} over {when}, which dish?", "{goods} scares {people}.", "The video has Persian subtitles.", "The tutorial is only in Dutch and Ukrainian.", "Gas or electric, {goods}?",
        "No thanks, found it for less.", "Great, it runs again!", "Sadly not.", "Ugh, {fault} again.", "The lower screw spins freely.", "It cuts, mind the blade.", "Does it really exterminate mites?", "{goods} blew up {when}.", "{goods} caught fire, that was close.", "Careful, {goods} stings and itches.",
    ]);
}
