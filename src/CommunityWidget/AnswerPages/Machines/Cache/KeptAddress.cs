using CommunityWidget.Contracts;
using Microsoft.Extensions.Primitives;

namespace CommunityWidget.AnswerPages.Machines.Cache;

/// <summary>What two requests have in common that may be answered alike.</summary>
public static class KeptAddress
{
    private const int LongestValue = 200, LongestPath = 600;

    // As long as what is stored, of letters that take two places each.
    private const int LongestProduct = 2 * Limits.ContextCodePoints;

    /// <summary>The query as the endpoint may see it: parameters it named, once each, in its own order.</summary>
    public static QueryString Query(HttpRequest request, KeptAttribute kept)
    {
        if (!request.QueryString.HasValue) return QueryString.Empty;
        var query = QueryString.Empty;
        foreach (var name in kept.Queries)
        {
            if (request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] && value.Length <= (name == "product" ? LongestProduct : LongestValue)) query = query.Add(name, value);
        }
        return query;
    }

    /// <summary>Null for an address that is not worth keeping anything under.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="query">As the endpoint sees it.</param>
    /// <param name="way">By which it was come to, where that makes another answer.</param>
    public static string? Key(HttpRequest request, QueryString query, string way)
    {
        if (request.Path.Value is not { Length: <= LongestPath } path) return null;
        // Between the parts stands what no path can hold: a path may well have a question mark in it, once it was read.
        return query.HasValue || way.Length > 0 ? $"{path}\0{way}{query.Value}" : path;
    }

    /// <summary>Takes from a request, until it is given back, what could make the answer differ between readers: who they are, what they read, what they have already.</summary>
    public static Bared Bare(HttpRequest request, QueryString query) => new(request, query);
}

/// <summary>A request like anybody's.</summary>
public sealed class Bared : IDisposable
{
    private static readonly string[] Personal = ["Cookie", "Authorization", "Accept-Language", "If-None-Match", "If-Modified-Since", "If-Match", "If-Range", "Range", "Referer"];

    private readonly HttpRequest _request;
    private readonly QueryString _query;
    private readonly string _method;
    private readonly List<KeyValuePair<string, StringValues>> _taken = [];

    internal Bared(HttpRequest request, QueryString query)
    {
        (_request, _query, _method) = (request, request.QueryString, request.Method);
        (request.QueryString, request.Method) = (query, HttpMethods.Get);
        foreach (var name in Personal)
        {
            if (request.Headers.Remove(name, out var said)) _taken.Add(new(name, said));
        }
    }

    public void Dispose()
    {
        (_request.QueryString, _request.Method) = (_query, _method);
        foreach (var (name, said) in _taken) _request.Headers[name] = said;
    }
}
