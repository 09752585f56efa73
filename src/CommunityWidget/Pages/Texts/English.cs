namespace CommunityWidget.Pages.Texts;

internal static class English
{
    public static readonly PageTexts Texts = new()
    {
        Language = "en",
        OtherLanguage = "fr",
        OtherLanguageName = "Français",
        Skip = "Skip to the content",
        YourPages = "Your pages",
        PageNames = new Dictionary<string, string>
        {
            ["/admin"] = "Administration", ["/moderation"] = "Moderation", ["/inbox"] = "Inbox", ["/console"] = "Console",
        },
        RoleNames = new Dictionary<string, string>
        {
            ["super_user"] = "Super user", ["agent"] = "Agent", ["moderator"] = "Moderator", ["admin"] = "Admin",
        },
        Refusals = new Dictionary<string, string>
        {
            ["wrong_password"] = "The e-mail and the password do not match. Try again, or ask your community manager for a new link.",
            ["locked_out"] = "Too many wrong passwords. Wait 15 minutes, or ask your community manager for a new link.",
            ["suspended"] = "This account is suspended for now. Your community manager can tell you more.",
            ["changed_meanwhile"] = "Somebody changed this meanwhile. Look again, then try once more.",
            ["link_not_valid"] = "This link was used already or has expired. Ask the person who sent it for a new one.",
            ["name_not_usable"] = "Choose a name of 1 to 40 visible characters.",
            ["name_not_fit"] = "Choose another name: one that insults nobody and holds no address or telephone number.",
            ["password_too_short"] = "Choose a password of at least 10 characters.",
            ["email_not_usable"] = "That does not look like an e-mail address. Check it and try again.",
            ["not_understood"] = "Choose at least one role and one language.",
            ["not_possible_now"] = "Somebody decided on this one meanwhile. The list below is up to date.",
            ["not_found"] = "This draft is gone: its conversation was reopened or withdrawn.",
            ["storage_away"] = "We could not save that just now. Try again in a few seconds.",
        },
        SignIn = "Sign in",
        SignOut = "Sign out",
        SignedOut = "You are signed out. See you soon.",
        Shop = "Shop",
        ShopHint = "The shop’s short name, as in its answer pages’ address.",
        Email = "E-mail",
        Password = "Password",
        NoAccount = "No account yet? People join by invitation: ask the shop’s community manager. They also make a new link for a forgotten password.",
        Invitation = "An invitation for you",
        InvitationLead = "Choose a name and a password. That is all.",
        Welcome = "Welcome",
        WelcomeLead = "This installation has no admin yet: that is you now. The next step is the script tag for your shop.",
        YourName = "Your name",
        YourNameHint = "Others see it beside your answers. A first name or a pseudonym is fine.",
        NewPassword = "Password",
        NewPasswordHint = "At least 10 characters. A few words in a row are easy to remember and hard to guess.",
        Join = "Join",
        NeedsScript = "This page needs JavaScript to read the secret of your link.",
        NotYours = "This page is not one of yours",
        NotYoursText = "Your role on this site does not include it. If it should, an admin can change that.",
        ToYours = "Go to your page",
        ConsoleNeedsScript = "The console needs JavaScript.",
        NotBuilt = "The consoles were left out of this build. Build without -p:BuildWidget=false to have them.",
        Moderation = "Moderation",
        OtherSites = "Your sites",
        SignInElsewhere = "Sign in to another site",
        SignInElsewhereText = "You stay signed in here too, and can go from one to the other.",
        NewPasswordTitle = "Choose a new password",
        NewPasswordLead = "Your old one stops working, and you are signed out wherever you were signed in with it.",
        KeepPassword = "Save and sign in",
        BePerson = "Sign in as",
        BePersonLead = "One of the people of the demo shop. Press the button and you are signed in, on this machine only.",
        BackToShop = "Back to the shop",
    };
}
