namespace CommunityWidget.Contracts;

/// <summary>Why a request was turned down. Expected refusals are values, never exceptions; the same one answers a hub call and its POST twin.</summary>
/// <param name="Number">Stable number, listed in <see cref="Refusals"/>. Tests and support quote it.</param>
/// <param name="Code">Stable snake_case code; clients choose their own words by it.</param>
/// <param name="Message">One English sentence that says what happened and what to do.</param>
/// <param name="RetryAfter">Seconds after which the same request may succeed; null when trying again is of no use.</param>
public sealed record Refusal(int Number, string Code, string Message, int? RetryAfter = null)
{
    /// <summary>The same, for whom trying again is of use after so long: in whole seconds, not one too early.</summary>
    public Refusal After(TimeSpan wait) => this with { RetryAfter = (int)Math.Clamp(Math.Ceiling(wait.TotalSeconds), 1, int.MaxValue) };

    /// <summary>The same, for whom it is of no use before so much time went by: what it says by itself is said at least.</summary>
    public Refusal NotBefore(TimeSpan wait) => wait.TotalSeconds <= RetryAfter ? this : After(wait);
}

/// <summary>The answer of every hub method: exactly one of the two is set.</summary>
/// <param name="Value">What was asked for.</param>
/// <param name="Refusal">Why not.</param>
public sealed record Reply<T>(T? Value, Refusal? Refusal = null) where T : class
{
    /// <summary>A value is a good answer.</summary>
    public static implicit operator Reply<T>(T value) => new(value);

    /// <summary>A refusal is an answer too.</summary>
    public static implicit operator Reply<T>(Refusal refusal) => new(null, refusal);
}

/// <summary>An answer that says only that it was done.</summary>
public sealed record Done
{
    /// <summary>The one instance.</summary>
    public static readonly Done It = new();
}
