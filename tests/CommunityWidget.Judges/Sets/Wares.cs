namespace CommunityWidget.Judges.Sets;

/// <summary>The names of what shops of every kind sell, in plain questions and answers: by them a text is known for a shop's, whatever the shop sells.</summary>
internal static class Wares
{
    private const int Times = 60;

    private static readonly Dictionary<string, string[]> Fillings = new()
    {
        ["ware"] =
        [
            "kettle", "toaster", "fridge", "freezer", "oven", "stove", "cooktop", "range", "hood", "dishwasher", "washing machine", "washer", "dryer", "microwave", "blender", "mixer", "juicer", "ice maker", "coffee grinder", "rice cooker", "pressure cooker", "air fryer", "vacuum cleaner", "steam mop", "iron", "heater",
            "fan", "air conditioner", "dehumidifier", "humidifier", "purifier", "boiler", "radiator", "thermostat", "water heater", "softener", "faucet", "tap", "sink", "shower head", "toilet seat", "cistern", "drain", "trap", "hose", "pipe", "valve", "gasket", "seal", "filter", "cartridge", "motor", "pump", "belt", "pulley", "bearing",
            "spring", "hinge", "handle", "knob", "latch", "lock", "key", "screw", "bolt", "nut", "washer ring", "bracket", "shelf", "drawer", "rack", "tray", "basket", "lid", "cover", "cap", "plug", "socket", "cord", "cable", "adapter", "charger", "battery", "bulb", "lamp", "switch", "fuse", "breaker", "wire", "sensor", "relay", "circuit board",
            "remote control", "television", "speaker", "headphones", "microphone", "keyboard", "mouse", "monitor", "laptop", "tablet", "phone", "case", "printer", "toner", "scanner", "router", "modem", "camera", "lens", "tripod", "drone", "console", "controller", "memory card", "hard drive", "watch", "strap", "ring", "necklace", "earrings",
            "bracelet", "sunglasses", "wallet", "belt buckle", "handbag", "backpack", "suitcase", "umbrella", "hat", "scarf", "gloves", "socks", "shoes", "boots", "sandals", "slippers", "trousers", "jeans", "skirt", "dress", "shirt", "blouse", "jumper", "hoodie", "jacket", "coat", "raincoat", "swimsuit", "bra", "tights", "pyjamas", "uniform", "apron",
            "mattress", "pillow", "duvet", "sheet", "blanket", "curtain", "blind", "rug", "carpet", "sofa", "armchair", "stool", "table", "desk", "wardrobe", "bookcase", "mirror", "picture frame", "candle", "vase", "plate", "bowl", "mug", "glass", "fork", "spoon", "knife", "pan", "pot", "wok", "baking tin", "cutting board", "peeler", "thermos",
            "drill", "saw", "hammer", "screwdriver", "wrench", "pliers", "ladder", "sander", "grinder", "nail gun", "paint", "brush", "roller", "glue", "tape", "tile", "grout", "insulation", "lawn mower", "trimmer", "hedge cutter", "chainsaw", "rake", "shovel", "wheelbarrow", "sprinkler", "greenhouse", "fertiliser", "seeds", "weed killer", "grill",
            "bicycle", "tyre", "inner tube", "saddle", "pedal", "helmet", "brake pad", "spark plug", "wiper", "car battery", "oil filter", "jack", "roof box", "child seat", "pram", "cot", "bottle warmer", "nappies", "wipes", "dummy", "high chair", "doll", "puzzle", "train set", "board game", "ball", "racket", "skis", "tent", "sleeping bag", "fishing rod",
            "dog food", "collar", "leash", "litter box", "aquarium", "bird cage", "shampoo", "soap", "razor", "toothbrush", "cream", "perfume", "lipstick", "hair dryer", "bandage", "wheelchair", "walking stick", "hearing aid", "vitamins", "tea", "coffee beans", "olive oil", "honey", "flour", "chocolate", "wine", "cheese", "gift card", "voucher", "subscription",
        ],
        ["time"] = ["a week", "two years", "a month", "one winter", "ten days", "an hour", "three washes", "a year"],
        ["be"] = ["fine", "broken", "too big", "too small", "loose", "heavy", "quiet", "noisy", "dirty", "cheap", "sturdy", "missing", "bent", "the right one", "the wrong one", "worn out", "hard to find", "black", "white", "made of metal", "made of plastic"],
    };

    private static readonly Dictionary<string, string[]> FrenchFillings = new()
    {
        ["ware"] =
        [
            "la bouilloire", "le grille-pain", "le frigo", "le congélateur", "le four", "la cuisinière", "la plaque", "la hotte", "le lave-vaisselle", "la machine à laver", "le sèche-linge", "le micro-ondes", "le mixeur", "le robot", "le moulin à café", "l'autocuiseur", "l'aspirateur", "le fer à repasser", "le chauffage", "le ventilateur",
            "la climatisation", "la chaudière", "le radiateur", "le robinet", "l'évier", "la douche", "la chasse d'eau", "le siphon", "le tuyau", "la vanne", "le joint", "le filtre", "la cartouche", "le moteur", "la pompe", "la courroie", "le roulement", "le ressort", "la charnière", "la poignée", "le bouton", "la serrure", "la clé", "la vis", "l'écrou",
            "l'étagère", "le tiroir", "la grille", "le panier", "le couvercle", "la prise", "le câble", "l'adaptateur", "le chargeur", "la batterie", "l'ampoule", "la lampe", "l'interrupteur", "le fusible", "le capteur", "la télécommande", "la télé", "l'enceinte", "le casque", "le clavier", "la souris", "l'écran", "l'ordinateur", "la tablette",
            "le téléphone", "la coque", "l'imprimante", "le toner", "la box", "l'appareil photo", "l'objectif", "le drone", "la manette", "la montre", "le bracelet", "la bague", "le collier", "les lunettes", "le portefeuille", "le sac", "la valise", "le parapluie", "le chapeau", "l'écharpe", "les gants", "les chaussettes", "les chaussures", "les bottes",
            "les sandales", "le pantalon", "le jean", "la jupe", "la robe", "la chemise", "le pull", "la veste", "le manteau", "le maillot de bain", "le collant", "le pyjama", "le tablier", "le matelas", "l'oreiller", "la couette", "le drap", "le rideau", "le store", "le tapis", "le canapé", "le fauteuil", "la table", "le bureau", "l'armoire", "le miroir",
            "la bougie", "l'assiette", "le bol", "la tasse", "le verre", "la fourchette", "le couteau", "la poêle", "la casserole", "la perceuse", "la scie", "le marteau", "le tournevis", "la pince", "l'échelle", "la ponceuse", "la peinture", "le pinceau", "la colle", "le carrelage", "la tondeuse", "le taille-haie", "la brouette", "l'engrais",
            "le désherbant", "le barbecue", "le vélo", "le pneu", "la selle", "le casque de vélo", "la plaquette de frein", "la bougie d'allumage", "l'essuie-glace", "le siège enfant", "la poussette", "le lit de bébé", "les couches", "la tétine", "la poupée", "le jeu de société", "le ballon", "la raquette", "la tente", "la canne à pêche", "les croquettes",
            "la laisse", "la litière", "l'aquarium", "le shampoing", "le savon", "le rasoir", "la crème", "le parfum", "le rouge à lèvres", "le sèche-cheveux", "le fauteuil roulant", "la canne", "le thé", "le café", "l'huile", "le miel", "le chocolat", "le vin", "le fromage", "la carte cadeau", "l'abonnement",
        ],
        ["time"] = ["une semaine", "deux ans", "un mois", "un hiver", "dix jours", "une heure", "trois lavages"],
    };

    public static IEnumerable<string> English => Fill.All(Times, Fillings,
    [
        "Do you sell a {ware}?", "Does the {ware} come with a {ware}?", "Will this {ware} fit my {ware}?", "My {ware} is {be}.", "The {ware} is {be} and so is the {ware}.", "I bought a {ware}, it is {be}.", "They sent a {ware} and not a {ware}.", "They forgot the {ware}.", "Is the {ware} {be}?", "I have had the {ware} for {time}, it is {be}.",
        "After {time} the {ware} was {be}.", "Where can I get a {ware} for the {ware}?", "Which {ware} goes with this {ware}?", "I need a new {ware}, the old one is {be}.", "I put the {ware} next to the {ware}.", "The {ware} fell on the {ware}.", "Their {ware} is {be}, mine is not.", "No, the {ware} is {be}.", "Yes, the {ware} is {be}.",
        "How do I clean the {ware}?", "What is the {ware} made of?", "Hate the {ware}, love the {ware}.", "You need a {ware} to take off the {ware}.", "The {ware} burned out and the {ware} stinks.", "Stupid {ware}, it is {be} again.", "They do not make this {ware} any more.", "My wife wants the {ware}, I want the {ware}.", "The man who sold me the {ware} said it is {be}.",
    ]);

    public static IEnumerable<string> French => Fill.All(Times, FrenchFillings,
    [
        "Vendez-vous ça avec {ware} ?", "Est-ce que {ware} va avec {ware} ?", "{ware} ne marche plus.", "J'ai changé {ware} et {ware}.", "Il manque {ware}.", "Ils ont oublié {ware}.", "Depuis {time}, {ware} fait du bruit.", "Au bout de {time}, {ware} a cassé.", "Comment nettoyer {ware} ?", "Où trouver {ware} moins cher ?", "J'ai posé {ware} à côté, {ware} est tombé.",
        "Je déteste {ware}, j'adore {ware}.", "{ware} pue, et {ware} aussi.", "Ma femme veut {ware}, moi {ware}.", "Ils ne font plus {ware}.", "Enlevez {ware} avant {ware}.", "Non, {ware} est trop grand.", "Oui, {ware} est livré avec.", "Je cherche {ware} pour mon fils.", "Celui qui m'a vendu {ware} s'est trompé.",
    ]);
}
