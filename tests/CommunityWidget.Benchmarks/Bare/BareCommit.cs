using System.Threading.Channels;
using CommunityWidget.Contracts;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>A plain group commit: one writer, one insert of all that waits, one commit, then everybody's answer.</summary>
internal sealed class BareCommit(IBareTable? table)
{
    private const int Most = 256;

    private readonly Channel<Pending> _waiting = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });

    /// <summary>An author's own devices are told the key, which is nobody else's business: a push is written twice.</summary>
    public bool HasTwoForms { get; init; }

    /// <summary>Returns once it is committed; at once where nothing is stored.</summary>
    public Task Store(ThreadEvent happened, string key)
    {
        if (table is null) return Task.CompletedTask;
        var pending = new Pending(happened, key, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiting.Writer.TryWrite(pending);
        return pending.Done.Task;
    }

    public async Task Run()
    {
        if (table is null) return;
        await table.Create();
        var batch = new List<Pending>(Most);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < Most && _waiting.Reader.TryRead(out var pending)) batch.Add(pending);
            await table.Insert(batch);
            foreach (var pending in batch) pending.Done.TrySetResult();
            batch.Clear();
        }
    }
}

/// <summary>A message that waits for its commit.</summary>
internal sealed record Pending(ThreadEvent Happened, string Key, TaskCompletionSource Done);

/// <summary>One table, an insert of many rows.</summary>
internal interface IBareTable
{
    Task Create();

    Task Insert(IReadOnlyList<Pending> rows);
}
