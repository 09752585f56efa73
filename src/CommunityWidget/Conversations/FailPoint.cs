namespace CommunityWidget.Conversations;

/// <summary>
/// Where a test makes the program fail, or die in the middle of a batch of messages. Nothing happens there, unless the environment says
/// <c>COMMUNITY_FAIL_POINT=before-commit:12</c>: then the process is gone the twelfth time, as by a power cut.
/// </summary>
public sealed class FailPoint
{
    public const string BeforeCommit = "before-commit", BeforeAck = "before-ack";

    private const string Variable = "COMMUNITY_FAIL_POINT";

    private readonly string[] _order = (Environment.GetEnvironmentVariable(Variable) ?? "").Split(':');
    private int _times;

    public FailPoint() => Reached = _order is [_, _] ? Die : _ => Task.CompletedTask;

    public Func<string, Task> Reached { get; set; }

    private Task Die(string where)
    {
        if (where == _order[0] && Interlocked.Increment(ref _times) == int.Parse(_order[1])) System.Diagnostics.Process.GetCurrentProcess().Kill();
        return Task.CompletedTask;
    }
}
