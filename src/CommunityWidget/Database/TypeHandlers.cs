using System.Data;
using System.Text.Json;
using Dapper;

namespace CommunityWidget.Database;

/// <summary>How .NET values stand in columns; registered once for the process, before the first statement.</summary>
public static class TypeHandlers
{
    private static readonly Lock Once = new();
    private static bool _registered;

    public static void Register()
    {
        lock (Once)
        {
            if (_registered) return;
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.RemoveTypeMap(typeof(Guid));
            SqlMapper.RemoveTypeMap(typeof(Guid?));
            SqlMapper.AddTypeHandler(new GuidHandler());
            _registered = true;
        }
    }

    /// <summary>Keeps a record as JSON text in a column.</summary>
    public static void Json<T>() where T : class => SqlMapper.AddTypeHandler(new JsonHandler<T>());

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => value is Guid id ? id : Guid.Parse((string)value);

        // SQLite has no uuid and its provider writes upper-case text. We let it: Dapper hands lists of ids straight to the provider,
        // and two spellings of one id never meet.
        public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = value;
    }

    private sealed class JsonHandler<T> : SqlMapper.TypeHandler<T> where T : class
    {
        public override T? Parse(object value) => JsonSerializer.Deserialize<T>((string)value, JsonSerializerOptions.Web);

        public override void SetValue(IDbDataParameter parameter, T? value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value is null ? DBNull.Value : JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
        }
    }
}
