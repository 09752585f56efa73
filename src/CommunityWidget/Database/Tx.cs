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

    /// <summary>Runs several queries in one go and reads what each gave, in order.</summary>
    public async Task<T> Queries<T>(string sql, object parameters, Func<SqlMapper.GridReader, Task<T>> read)
    {
        await using var results = await connection.QueryMultipleAsync(sql, parameters, transaction);
        return await read(results);
    }

    /// <summary>Runs a statement; gives the number of rows it changed.</summary>
    public Task<int> Execute(string sql, object? parameters = null) => connection.ExecuteAsync(sql, parameters, transaction);

    /// <summary>Runs statements for many rows each; gives the number of rows they changed.</summary>
    public Task<int> Run(params IReadOnlyList<RowStatement> statements) => dialect.Run(transaction, statements);

    /// <summary>Runs a query for many rows; gives the numbers it finds.</summary>
    public Task<IReadOnlyList<long>> Numbers(RowStatement query) => dialect.Numbers(transaction, query);
}
