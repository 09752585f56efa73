namespace CommunityWidget.Pages.Texts;

/// <summary>The words about signing in by the brand's own provider; both languages of a text stand beside each other.</summary>
public sealed class BrandTexts
{
    private static readonly BrandTexts English = new("en"), French = new("fr");

    private readonly bool _french;

    private BrandTexts(string language) => _french = language == "fr";

    public static BrandTexts In(string language) => language == "fr" ? French : English;

    public string SignInWith(string brand) => Say($"Sign in with {brand}", $"Se connecter avec {brand}");
    public string NotKnown(string brand) => Say($"{brand} knows you, but no member here has your verified e-mail. Use the link of your invitation first, or sign in by password and link your account.", $"{brand} vous connaît, mais aucun membre ici n’a votre adresse vérifiée. Utilisez d’abord le lien de votre invitation, ou connectez-vous par mot de passe et liez votre compte.");
    public string Failed(string brand) => Say($"Signing in with {brand} did not work. Try again, or use your password.", $"La connexion avec {brand} n’a pas abouti. Réessayez, ou utilisez votre mot de passe.");

    /// <param name="shop">As it was typed.</param>
    public string NoSuchShop(string? shop) => string.IsNullOrWhiteSpace(shop)
        ? Say("Type the shop’s short name first, then press again.", "Indiquez d’abord le nom court de la boutique, puis appuyez de nouveau.")
        : Say("No shop here has this short name. Look at the address of its answer pages, then try again.", "Aucune boutique ici n’a ce nom court. Regardez l’adresse de ses pages de réponses, puis réessayez.");

    public string Account => Say("How you sign in", "Votre connexion");
    public string PasswordOnly => Say("You sign in by e-mail and password.", "Vous vous connectez par e-mail et mot de passe.");
    public string LinkedText(string brand) => Say($"You can sign in with {brand}, and by password.", $"Vous pouvez vous connecter avec {brand}, et par mot de passe.");
    public string Unlink => Say("Unlink", "Délier");
    public string LinkLead(string brand) => Say($"Link your account of {brand}, and one press signs you in here.", $"Liez votre compte {brand} : un geste suffira pour vous connecter ici.");
    public string Link(string brand) => Say($"Link {brand}", $"Lier {brand}");
    public string LinkedElsewhere => Say("This could not be linked: the account belongs to another member here, or you are linked already.", "Liaison impossible : ce compte appartient à un autre membre ici, ou vous êtes déjà lié.");
    public string PasswordFirst => Say("You have no password yet: ask your admin for a link to choose one first.", "Vous n’avez pas encore de mot de passe : demandez d’abord à votre administration un lien pour en choisir un.");

    private string Say(string english, string french) => _french ? french : english;
}
