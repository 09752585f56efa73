using CommunityWidget.Replay.Play;

namespace CommunityWidget.Faults.Load;

/// <summary>The usual load: many chats, each with a message a second.</summary>
internal sealed class Chats : IAsyncDisposable
{
    // So many that no question is parked for want of a free one.
    private const int SeatsEach = 400;

    private readonly Company _company;

    private Chats(Company company, IReadOnlyList<Chat> all, Setting setting) => (_company, All, Setting) = (company, all, setting);

    public IReadOnlyList<Chat> All { get; }

    public Company Company => _company;

    public Setting Setting { get; }

    public static async Task<Chats> Open(Setting setting, string database, int count)
    {
        return await Open(setting, await Company.Gather(setting, database, Math.Max(4, (count / 10) + 1), SeatsEach), count);
    }

    /// <summary>With people who are there already.</summary>
    public static async Task<Chats> Open(Setting setting, Company company, int count)
    {
        var chats = new Chat[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            chats[number] = new(await Guest.Arrive(setting, $"visitor-{number}", polls: false), company, number);
            await chats[number].Open();
        });
        return new(company, chats, setting);
    }

    public Task Talk(CancellationToken over) => Task.WhenAll(All.Select(chat => chat.Talk(over)));

    public Task End() => Parallel.ForEachAsync(All, new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (chat, _) => await chat.End());

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(All.Select(chat => chat.DisposeAsync().AsTask()));
        await _company.DisposeAsync();
    }
}
