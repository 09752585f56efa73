using CommunityWidget.Hosting;

namespace CommunityWidget.People;

/// <summary>
/// While nobody has an account, each start makes one site and says how its first admin comes in: by a short-lived link on standard output, never through
/// the logger, or – where standard output is itself a log – by the verb that prints one to whoever says it. Logs are kept, shipped and read by others.
/// </summary>
public sealed class FirstAdmin(WelcomeLink welcome, Greeting greeting) : IHostedLifecycleService
{
    // After every room has started: the demo may just have made its people.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await welcome.SiteWithoutPeople() is not { } site) return;
        if (greeting.IsLog)
        {
            greeting.Say("Nobody has an account here yet. In this program's own surroundings (exec), run it with the verb welcome: dotnet CommunityWidget.dll welcome. It prints a link that makes you the admin");
            return;
        }
        if (await welcome.Issue(site) is not { } link) return;
        greeting.Say("Welcome. Nobody has an account here yet. This link makes you the admin, once, within 15 minutes:");
        greeting.Say($"  {link}");
        greeting.Say("Too late? Start the program again for a new one.");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
