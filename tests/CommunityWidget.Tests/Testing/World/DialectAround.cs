using System.Data.Common;
using CommunityWidget.Database;

namespace CommunityWidget.Tests.Testing.World;

/// <summary>A real dialect with something of it changed by a test.</summary>
public abstract class DialectAround(SqlDialect real) : SqlDialect
{
    protected SqlDialect Real => real;

    public override string Name => real.Name;

    public override string ForUpdate => real.ForUpdate;

    public override string ForUpdateOfFree => real.ForUpdateOfFree;

    public override string SkipLocked => real.SkipLocked;

    public override bool OneWriter => real.OneWriter;

    public override TextSearch Search => real.Search;

    public override bool MigratesItself => real.MigratesItself;

    public override string Elsewhere => real.Elsewhere;

    public override string TableExists => real.TableExists;

    public override string LockSchema => real.LockSchema;

    public override string UnlockSchema => real.UnlockSchema;

    public override string StepLimits => real.StepLimits;

    public override bool MayStepAgain(DbException error) => real.MayStepAgain(error);

    public override string LockNamed => real.LockNamed;

    public override string Now => real.Now;

    public override string Unsafe => real.Unsafe;

    public override TimeSpan Patience => real.Patience;

    public override string In(string column, string parameter) => real.In(column, parameter);

    public override string CodeOf(string text) => real.CodeOf(text);

    public override string Table(Rows rows) => real.Table(rows);

    public override string AnyOf(string column, string parameter) => real.AnyOf(column, parameter);

    public override object Texts(string[] values) => real.Texts(values);

    public override Task<int> Run(DbTransaction transaction, IReadOnlyList<RowStatement> statements) => real.Run(transaction, statements);

    public override Task<IReadOnlyList<T>> Values<T>(DbTransaction transaction, RowStatement statement) => real.Values<T>(transaction, statement);

    public override string? Refuses(DbConnection connection) => real.Refuses(connection);

    public override Task<bool> Scrub(DbConnection connection) => real.Scrub(connection);

    public override Task<DbConnection> Open(CancellationToken stop) => real.Open(stop);

    public override Task<DbTransaction> Begin(DbConnection connection, TimeSpan patience) => real.Begin(connection, patience);

    public override bool IsAway(DbException error) => real.IsAway(error);

    public override bool IsShutOut(DbException error) => real.IsShutOut(error);

    public override bool IsLocked(DbException error) => real.IsLocked(error);

    public override bool IsDuplicate(DbException error) => real.IsDuplicate(error);

    public override bool LostRace(DbException error) => real.LostRace(error);

    public override void BeforeAgain(DbException error) => real.BeforeAgain(error);

    public override bool IsSilent(DbException error) => real.IsSilent(error);

    public override bool LostConnection(DbException error) => real.LostConnection(error);

    public override string Explain(DbException error) => real.Explain(error);

    public override string ExplainReading(DbException error) => real.ExplainReading(error);
}
