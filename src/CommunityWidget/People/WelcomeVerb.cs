using CommunityWidget.Hosting;

namespace CommunityWidget.People;

/// <summary>Prints the link for the first admin to whoever runs it: where the start's own output is a log, the link is not in it.</summary>
public sealed class WelcomeVerb(WelcomeLink welcome, TextWriter output) : IVerb
{
    private const int TooLate = 1;

    public string Name => "welcome";

    public string Usage => "welcome: prints a link that makes you the admin, while nobody has an account";

    public async Task<int> Run(IReadOnlyList<string> words, CancellationToken stop)
    {
        if (await welcome.SiteWithoutPeople() is not { } site || await welcome.Issue(site) is not { } link)
        {
            await Console.Error.WriteLineAsync("Somebody has an account here already: sign in, or let an admin invite you.");
            return TooLate;
        }
        await output.WriteLineAsync("This link makes you the admin, once, within 15 minutes. Too late? Run this again for a new one.");
        await output.WriteLineAsync($"  {link}");
        return 0;
    }
}
