namespace CommunityWidget.Replay.Play;

/// <summary>Plays many talks, many at a time, against a running server; what everybody saw is in the recordings afterwards.</summary>
public static class Theatre
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>False when a talk got stuck.</summary>
    public static async Task<bool> Play(Setting setting, IEnumerable<Talk> talks, int atOnce, int volunteers, CancellationToken stop = default)
    {
        await using var cast = await Cast.Gather(setting, volunteers);
        using var stuck = new Recorder(setting.Folder, "theatre");
        var good = true;
        try
        {
            await Parallel.ForEachAsync(talks, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop }, async (talk, _) =>
            {
                try
                {
                    await new Scene(setting, talk, cast).Run().WaitAsync(Longest);
                }
                catch (Exception error) when (error is InvalidOperationException or TimeoutException)
                {
                    good = false;
                    stuck.Fault($"{talk.Name}: {error.Message}");
                }
            });
        }
        catch (OperationCanceledException)
        {
            // Told to stop: who is on the stage finishes.
        }
        return good;
    }

    /// <summary>Which talks: the seed shuffles them all and takes the first ones; the longest of these begin, so that none is left alone at the end.</summary>
    public static IReadOnlyList<Talk> Choose(IReadOnlyList<Talk> talks, int seed, int count)
    {
        var all = talks.ToArray();
        new Random(seed).Shuffle(all);
        return [.. all.Take(count).OrderByDescending(talk => talk.Lines.Count)];
    }
}
