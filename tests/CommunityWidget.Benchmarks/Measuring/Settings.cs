namespace CommunityWidget.Benchmarks.Measuring;

/// <summary>How long and how often.</summary>
internal sealed record Settings(TimeSpan WarmUp, TimeSpan Time, int Repetitions, int Connections)
{
    /// <summary>Whatever its warm-up.</summary>
    public bool IsSmoke => Repetitions == 1;

    /// <summary>Long enough for every connection to be pinged as often as any other, and for what the system counts processor time in, hundredths of a second, to be little of it.</summary>
    public TimeSpan Quiet => TimeSpan.FromSeconds(IsSmoke ? Time.TotalSeconds : 45);

    /// <summary>Until nothing comes any more of those who left: members are missed after a while, and their threads handed on.</summary>
    public TimeSpan Missed => IsSmoke ? WarmUp : TimeSpan.FromSeconds(75);

    // Until the runtime has compiled for good what is called often: before, the larger program pays for its size, and that is once.
    public static readonly Settings Full = new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(4), 3, 2_000);

    public static readonly Settings Short = new(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(2), 3, 1_000);

    /// <summary>Proves that it runs; its numbers mean nothing.</summary>
    public static readonly Settings Smoke = new(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.3), 1, 50);
}
