using System.Data.Common;
using Dapper;

namespace CommunityWidget.Database;

/// <summary>One open transaction, passed from room to room so that a step is whole or absent.</summary>
public sealed class Tx
{
    private readonly List<Func<Task>> _news = [];
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly Silence _silence;

    internal Tx(DbConnection connection, DbTransaction transaction, SqlDialect dialect, Silence silence) =>
        (_connection, _transaction, Dialect, _silence) = (connection, transaction, dialect, silence);

    public SqlDialect Dialect { get; }

    /// <summary>What to tell once the transaction is durable, in order.</summary>
    public IReadOnlyList<Func<Task>> News => _news;

    public void AfterCommit(Func<Task> tell) => _news.Add(tell);

    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? parameters = null) =>
        (await Asked().QueryAsync<T>(sql, parameters, _transaction)).AsList();

    public Task<T?> Find<T>(string sql, object? parameters = null) =>
        Asked().QueryFirstOrDefaultAsync<T>(sql, parameters, _transaction);

    /// <summary>Runs several queries in one go and reads what each gave, in order.</summary>
    public async Task<T> Queries<T>(string sql, object parameters, Func<SqlMapper.GridReader, Task<T>> read)
    {
        await using var results = await Asked().QueryMultipleAsync(sql, parameters, _transaction);
        return await read(results);
    }

    /// <summary>Runs a statement; gives the number of rows it changed.</summary>
    public Task<int> Execute(string sql, object? parameters = null) => Asked().ExecuteAsync(sql, parameters, _transaction);

    /// <summary>
    /// Nobody else is in a transaction that said the same until this one ends: for what is counted before it is added to. To be said first of all,
    /// before any row is locked.
    /// </summary>
    public Task Lock(string named) => Dialect.LockNamed is { Length: > 0 } sql ? Execute(sql, new { named }) : Task.CompletedTask;

    /// <summary>Runs statements for many rows each; gives the number of rows they changed.</summary>
    public Task<int> Run(params IReadOnlyList<RowStatement> statements)
    {
        _silence.Asked();
        return Dialect.Run(_transaction, statements);
    }

    /// <summary>Runs a statement for many rows; gives the numbers or texts it finds or returns.</summary>
    public Task<IReadOnlyList<T>> Values<T>(RowStatement statement) where T : notnull
    {
        _silence.Asked();
        return Dialect.Values<T>(_transaction, statement);
    }

    private DbConnection Asked()
    {
        _silence.Asked();
        return _connection;
    }
}
