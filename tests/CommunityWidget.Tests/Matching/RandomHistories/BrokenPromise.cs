namespace CommunityWidget.Tests.Matching.RandomHistories;

/// <summary>An invariant that did not hold.</summary>
public sealed class BrokenPromiseException(string what) : Exception(what);

public static class Promise
{
    public static void Hold(bool holds, FormattableString otherwise)
    {
        if (!holds) throw new BrokenPromiseException(FormattableString.Invariant(otherwise));
    }
}
