namespace CommunityWidget.Judges.Sets;

/// <summary>
/// What annoyed customers say of things, made from a few pieces: strong words about goods, colours and service, which are no insult. Sets of insults
/// hold such words next to people only, and a model that never saw them next to a kettle would hold them.
/// </summary>
internal static class Grumbles
{
    public static IEnumerable<string> English =>
        from feeling in new[] { "I hate", "I really dislike", "I can't stand", "I love", "I don't like", "So disappointed with", "I regret buying", "I'm sick of" }
        from thing in new[]
        {
            "the black ones", "the white one", "the brown version", "this machine", "the colour", "the smell", "the noise it makes", "your website", "your delivery service", "the new design", "this product",
            "the yellow ones", "the taste", "waiting for an answer",
        }
        from rest in new[] { "", "Are these shoes on sale?", "Can I return it?", "It broke after two days.", "Worst purchase ever.", "It is useless." }
        select rest.Length % 2 == 0 ? $"{feeling} {thing}. {rest}".Trim() : $"{rest} {feeling} {thing}.";

    public static IEnumerable<string> French =>
        from feeling in new[] { "Je déteste", "Je n'aime pas", "Je ne supporte plus", "J'adore", "Très déçu par", "Je regrette d'avoir acheté", "J'en ai marre avec" }
        from thing in new[]
        {
            "les noires", "la blanche", "le modèle marron", "cette machine", "la couleur", "l'odeur", "le bruit", "votre site", "votre service de livraison", "le nouveau design", "ce produit", "les jaunes",
            "le goût", "ce chargeur",
        }
        from rest in new[] { "", "Sont-elles en solde ?", "Puis-je le renvoyer ?", "Il est tombé en panne au bout de deux jours.", "C'est honteux à ce prix.", "Vraiment nul." }
        select rest.Length % 2 == 0 ? $"{feeling} {thing}. {rest}".Trim() : $"{rest} {feeling} {thing}.";
}
