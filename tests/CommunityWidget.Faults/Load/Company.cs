using System.Text.Json.Serialization;
using CommunityWidget.Checker;
using CommunityWidget.Contracts;
using CommunityWidget.Replay;
using CommunityWidget.Replay.Play;
using CommunityWidget.Tests.Testing.Drivers;

namespace CommunityWidget.Faults.Load;

/// <summary>Members of the demo's shop, invited and joined for this run, with as many seats as they need.</summary>
internal sealed class Company : IAsyncDisposable
{
    private Company(IReadOnlyList<Helper> people) => People = people;

    public IReadOnlyList<Helper> People { get; }

    public static async Task<Company> Gather(Setting setting, string database, int count, int seats, Action<Helper>? before = null, params string[] also)
    {
        var cookies = await Invite(setting.Server, database, count, seats, also);
        var people = new List<Helper>();
        for (var number = 0; number < count; number++)
        {
            people.Add(new(setting, $"helper-{number}", cookies[number]));
            before?.Invoke(people[^1]);
        }
        foreach (var person in people) await person.Ready();
        return new(people);
    }

    /// <summary>Invitations that nobody has followed yet.</summary>
    public static async Task InviteOnly(Uri server, int count)
    {
        var ada = await Admin(server);
        for (var number = 0; number < count; number++)
            await ada.Post<Link>("/api/invitations", new { email = $"{Keys.New()}@poison.example", name = $"Invited {number}", roles = new[] { Roles.SuperUser }, languages = new[] { "en" } });
    }

    /// <summary>Cookies of that many new super users.</summary>
    /// <param name="also">Roles they have beside.</param>
    public static async Task<string[]> Invite(Uri server, string database, int count, int seats, params string[] also)
    {
        var ada = await Admin(server);
        var cookies = new string[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            var invited = await ada.Post<Link>("/api/invitations", new { email = $"{Keys.New()}@people.example", name = $"Helper {number}", roles = new[] { Roles.SuperUser }.Concat(also).ToArray(), languages = new[] { "en" } });
            cookies[number] = await DemoSignIn.Join(server, invited.Value!.Url, $"Helper {number}");
        });
        using var db = Source.Open(database);
        db.Execute("update members set seats = @seats where name like 'Helper %'", ("@seats", (long)seats));
        return cookies;
    }

    public Helper? Find(string? id) => id is null ? null : People.FirstOrDefault(p => p.Id == id);

    public async ValueTask DisposeAsync() => await Task.WhenAll(People.Select(p => p.DisposeAsync().AsTask()));

    private static async Task<WebDoor> Admin(Uri server) =>
        new(server, new Dictionary<string, string> { ["Cookie"] = await DemoSignIn.As(server, "ada"), ["Origin"] = server.GetLeftPart(UriPartial.Authority) });

    private sealed record Link([property: JsonPropertyName("link")] string Url);
}
