namespace CommunityWidget.Pages.Texts;

/// <summary>The words of our own pages; a language that lacks one does not compile.</summary>
public sealed record PageTexts
{
    public static PageTexts In(string language) => language == "fr" ? French.Texts : English.Texts;

    public required string Language { get; init; }
    public required string OtherLanguage { get; init; }
    public required string OtherLanguageName { get; init; }
    public required string Skip { get; init; }
    public required string YourPages { get; init; }
    public required IReadOnlyDictionary<string, string> PageNames { get; init; }
    public required IReadOnlyDictionary<string, string> RoleNames { get; init; }
    public required IReadOnlyDictionary<string, string> Refusals { get; init; }

    public required string SignIn { get; init; }
    public required string SignOut { get; init; }
    public required string SignedOut { get; init; }
    public required string Shop { get; init; }
    public required string ShopHint { get; init; }
    public required string Email { get; init; }
    public required string Password { get; init; }
    public required string NoAccount { get; init; }

    public required string Invitation { get; init; }
    public required string InvitationLead { get; init; }
    public required string Welcome { get; init; }
    public required string WelcomeLead { get; init; }
    public required string YourName { get; init; }
    public required string YourNameHint { get; init; }
    public required string NewPassword { get; init; }
    public required string NewPasswordHint { get; init; }
    public required string Join { get; init; }
    public required string NeedsScript { get; init; }

    public required string NotYours { get; init; }
    public required string NotYoursText { get; init; }
    public required string ToYours { get; init; }

    public required string ConsoleNeedsScript { get; init; }
    public required string NotBuilt { get; init; }

    public required string Moderation { get; init; }

    public required string OtherSites { get; init; }
    public required string SignInElsewhere { get; init; }
    public required string SignInElsewhereText { get; init; }
    public required string NewPasswordTitle { get; init; }
    public required string NewPasswordLead { get; init; }
    public required string KeepPassword { get; init; }

    public required string BePerson { get; init; }
    public required string BePersonLead { get; init; }
    public required string BackToShop { get; init; }
}
