using System.Globalization;

namespace CommunityWidget.Numbers.Reports;

/// <summary>Where a list of questions goes on, the newest asked first.</summary>
public sealed record PageMark(long AskedAt, Guid Thread)
{
    public static readonly PageMark Newest = new(long.MaxValue, Guid.Empty);

    /// <summary>From an address; what is no mark begins at the newest.</summary>
    public static PageMark Read(string? mark) =>
        (mark ?? "").Split('.') is [var at, var thread] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var askedAt) && Guid.TryParseExact(thread, "N", out var id)
            ? new(askedAt, id)
            : Newest;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AskedAt}.{Thread:N}");
}
