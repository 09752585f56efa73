using System.Data.Common;
using CommunityWidget.Database;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>A database on which something happens once, after whoever writes has looked and before they write.</summary>
/// <param name="real">The database.</param>
/// <param name="what">What happens.</param>
/// <param name="after">How many writes go before.</param>
public sealed class MeanwhileDialect(SqlDialect real, Func<Task> what, int after = 0) : DialectAround(real)
{
    private Func<Task>? _what = what;
    private int _left = after;

    public override async Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience)
    {
        if (Interlocked.Decrement(ref _left) < 0 && Interlocked.Exchange(ref _what, null) is { } happens) await happens();
        return await base.Begin(connection, patience);
    }
}
