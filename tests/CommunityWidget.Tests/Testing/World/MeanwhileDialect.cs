using System.Data.Common;
using CommunityWidget.Database;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>A database on which something happens once, after whoever writes has looked and before they write.</summary>
public sealed class MeanwhileDialect(SqlDialect real, Func<Task> what) : DialectAround(real)
{
    private Func<Task>? _what = what;

    public override async Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience)
    {
        if (Interlocked.Exchange(ref _what, null) is { } happens) await happens();
        return await base.Begin(connection, patience);
    }
}
