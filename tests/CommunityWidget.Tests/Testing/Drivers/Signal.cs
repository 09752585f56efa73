namespace CommunityWidget.Tests.Testing.Drivers;

/// <summary>Lets a driver wait for the thing itself: looked at once now and again after each raise.</summary>
public sealed class Signal
{
    private TaskCompletionSource _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Raise() => Interlocked.Exchange(ref _raised, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Gives what <paramref name="look"/> finds as soon as it finds something.</summary>
    public async Task<T> Until<T>(Func<T?> look, string what, TimeSpan? patience = null) where T : class
    {
        using var late = new CancellationTokenSource(patience ?? Wire.Patience);
        while (true)
        {
            var next = Volatile.Read(ref _raised).Task;
            if (look() is { } found) return found;
            try
            {
                await next.WaitAsync(late.Token);
            }
            catch (OperationCanceledException error)
            {
                throw new TimeoutException($"Waited in vain for {what}.", error);
            }
        }
    }
}
