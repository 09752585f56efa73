using System.Data.Common;
using Dapper;

namespace CommunityWidget.Database;

/// <summary>One open transaction, passed from room to room so that a step is whole or absent.</summary>
public sealed class Tx(DbConnection connection, DbTransaction transaction, SqlDialect dialect)
{
    private readonly List<Func<Task>> _news = [];

    public SqlDialect Dialect => dialect;

    /// <summary>What to tell once the transaction is durable, in order.</summary>
    public IReadOnlyList<Func<Task>> News => _news;

    public void AfterCommit(Func<Task> tell) => _news.Add(tell);

    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(sql, parameters, transaction)).AsList();

    public Task<T?> Find<T>(string sql, object? parameters = null) =>
        connection.QueryFirstOrDefaultAsync<T>(sql, parameters, transaction);

    /// <summary>Runs a statement; gives the number of rows it changed.</summary>
    public Task<int> Execute(string sql, object? parameters = null) => connection.ExecuteAsync(sql, parameters, transaction);
}
