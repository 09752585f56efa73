using System.Collections.Concurrent;
using CommunityWidget.Contracts;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Replay.Play;

/// <summary>The members of a play: volunteers invited by the admin, who joined by the page the link leads to; and the brand's support.</summary>
public sealed class Cast : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Scene?>> _scenes = new();
    private readonly List<Volunteer> _people = [];

    public IReadOnlyList<Volunteer> Volunteers => [.. _people.Skip(1)];

    public static async Task<Cast> Gather(Setting setting, int volunteers)
    {
        var cast = new Cast();
        var ada = new WebDoor(setting.Server, new Dictionary<string, string>(Cookie(await DemoSignIn.As(setting.Server, "ada"))) { ["Origin"] = setting.Server.GetLeftPart(UriPartial.Authority) });
        cast._people.Add(new(setting, "sam", Cookie(await DemoSignIn.As(setting.Server, "sam")), isAgent: true, cast.SceneOf));
        var cookies = new string[volunteers];
        await Parallel.ForAsync(0, volunteers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            var invited = await ada.Post<Link>("/api/invitations", new { email = $"{Keys.New()}@people.example", name = $"Volunteer {number}", roles = new[] { Roles.SuperUser }, languages = new[] { "en" } });
            cookies[number] = await DemoSignIn.Join(setting.Server, invited.Value!.Url, $"Volunteer {number}");
        });
        for (var number = 0; number < volunteers; number++)
            cast._people.Add(new(setting, $"volunteer-{number}", Cookie(cookies[number]), isAgent: false, cast.SceneOf));
        foreach (var person in cast._people) await person.Ready();
        return cast;
    }

    public void Opened(string thread, Scene scene) => Opening(thread).TrySetResult(scene);

    public Volunteer? Find(string? id) => _people.Find(p => p.Id is not null && p.Id == id);

    /// <summary>Somebody at their console who is not among these.</summary>
    public Volunteer? Free(Random dice, IReadOnlyCollection<Volunteer> but)
    {
        var free = Volunteers.Where(v => v.IsAwake && !but.Contains(v)).ToList();
        return free.Count == 0 ? null : free[dice.Next(free.Count)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people) await person.DisposeAsync();
    }

    private static Dictionary<string, string> Cookie(string cookie) => new() { ["Cookie"] = cookie };

    // An offer may come before the answer to asking; one of a thread that is not of this play never gets a scene.
    private async Task<Scene?> SceneOf(string thread)
    {
        try
        {
            return await Opening(thread).Task.WaitAsync(TimeSpan.FromSeconds(3));
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private TaskCompletionSource<Scene?> Opening(string thread) => _scenes.GetOrAdd(thread, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private sealed record Link([property: System.Text.Json.Serialization.JsonPropertyName("link")] string Url);
}
