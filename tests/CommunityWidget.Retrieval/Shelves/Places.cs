using CommunityWidget.Servers;

namespace CommunityWidget.Retrieval.Shelves;

/// <summary>The databases there are: SQLite always, PostgreSQL where it is installed.</summary>
internal sealed class Places : IAsyncDisposable
{
    private readonly string _folder = ChildServer.NewFolder("community-retrieval");
    private PrivatePostgres? _postgres;

    public IReadOnlyList<Place> All { get; private set; } = [];

    public string Names => string.Join(" and ", All.Select(place => place.Name)) + (_postgres is null ? " (PostgreSQL is not installed here)" : "");

    public static async Task<Places> Open()
    {
        var places = new Places();
        var all = new List<Place> { new("SQLite", () => Task.FromResult(("Database:Path", Path.Combine(places._folder, $"{Guid.CreateVersion7():n}.db")))) };
        if (PrivatePostgres.IsInstalled)
        {
            var server = places._postgres = await PrivatePostgres.Start();
            all.Add(new("PostgreSQL", async () => ("ConnectionStrings:Postgres", server.ConnectionString(await server.NewDatabase()))));
        }
        places.All = all;
        return places;
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <param name="Name">Of the database.</param>
/// <param name="NewDatabase">A new one, as the product is told of it.</param>
internal sealed record Place(string Name, Func<Task<(string Setting, string Value)>> NewDatabase)
{
    public async Task<Shelf> Fill(Sets.QuestionSet set)
    {
        var (setting, value) = await NewDatabase();
        return await Shelf.Fill(setting, value, set);
    }
}
