using CommunityWidget.Database;

namespace CommunityWidget.Hosting;

/// <summary>What the program can do instead of serving: the first word after <c>--</c>.</summary>
public static class Verbs
{
    private const string Migrate = "migrate";

    /// <summary>Does what the verb says, or readies the database for serving; gives the exit code when there is nothing left to do.</summary>
    public static async Task<int?> Run(IServiceProvider services, string[] args)
    {
        // Settings come as --name=value, --name value, /name=value or name=value.
        var verb = args.FirstOrDefault() is { } first && !first.StartsWith('-') && !first.StartsWith('/') && !first.Contains('=') ? first : null;
        if (verb is not null and not Migrate) return await Say($"There is no verb {verb}. Say {Migrate}, or nothing to serve.", 2);
        try
        {
            var migrator = services.GetRequiredService<Migrator>();
            if (verb == Migrate) return await Tell(services, await migrator.Migrate());
            await migrator.Run();
            return null;
        }
        catch (UnusableDatabaseException error)
        {
            return await Say(error.Message, 1);
        }
    }

    private static async Task<int> Tell(IServiceProvider services, IReadOnlyList<Migration> run)
    {
        var words = run.Count == 0 ? "The schema is up to date: nothing to do." : $"The schema is up to date: ran {string.Join(", ", run.Select(m => m.Name))}.";
        await services.GetRequiredService<TextWriter>().WriteLineAsync(words);
        return 0;
    }

    private static async Task<int> Say(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
