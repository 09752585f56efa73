using System.Globalization;
using System.Net;
using System.Text;
using CommunityWidget.AnswerPages;
using CommunityWidget.Database;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.AspNetCore.Hosting;

namespace CommunityWidget.Benchmarks.Bare;

/// <summary>
/// What somebody would write who wants one page fast and nothing else: its bytes from memory, or the same query and a string builder. What
/// stands between a page's own words is taken from a page of the product's, so that both send the same.
/// </summary>
internal static class BarePages
{
    public const string Verb = "bare-pages";

    public const string Memory = "/memory", Built = "/built/";

    /// <param name="address">Where it listens.</param>
    /// <param name="sample">A file: a page of the product's as it was sent.</param>
    /// <param name="id">Which page that is.</param>
    /// <param name="settings">How the product finds its database, as name=value.</param>
    public static async Task Run(string address, string sample, string id, string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(s => s[0], s => (string?)s[1]));
        builder.Services.AddDatabase();
        // The statements of the outbox are nobody's here.
        foreach (var worker in builder.Services.Where(service => service.ServiceType.Name == "IHostedService" && service.ImplementationType?.Name == "OutboxWorker").ToList()) builder.Services.Remove(worker);
        builder.Services.AddSingleton(TimeProvider.System);
        var app = builder.Build();
        var dialect = app.Services.GetRequiredService<SqlDialect>();
        var bytes = await File.ReadAllBytesAsync(sample);
        var site = await SiteOf(dialect, id);
        var pieces = Pieces(Encoding.UTF8.GetString(bytes), (await Find(dialect, site, id))!);
        app.MapGet("/health/ready", () => "ok");
        app.MapGet(Memory, http => Send(http, bytes));
        app.MapGet(Built + "{id}/{title}", async http =>
        {
            if (await Find(dialect, site, (string)http.Request.RouteValues["id"]!) is not { } page) http.Response.StatusCode = 404;
            else await Send(http, Encoding.UTF8.GetBytes(Build(pieces, page)));
        });
        await app.RunAsync();
    }

    private static Task Send(HttpContext http, byte[] bytes)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes).AsTask();
    }

    private static async Task<Guid> SiteOf(SqlDialect dialect, string id)
    {
        await using var connection = await dialect.Open(CancellationToken.None);
        return await connection.QueryFirstAsync<Guid>("select site from pages where public_id = @id", new { id });
    }

    // The product's own statements, in one way there and back.
    private static async Task<Dictionary<string, string>?> Find(SqlDialect dialect, Guid site, string publicId)
    {
        await using var connection = await dialect.Open(CancellationToken.None);
        await using var read = await connection.QueryMultipleAsync(ReadPage.Statements, new { site, publicId });
        if ((IDictionary<string, object>?)await read.ReadFirstOrDefaultAsync() is not { } page) return null;
        var words = new Dictionary<string, string> { ["question"] = (string)page["question"], ["title"] = (string)page["title"], ["slug"] = (string)page["slug"], ["public_id"] = (string)page["public_id"] };
        foreach (var (number, answer) in (await read.ReadAsync()).Index()) words[$"answer{number.ToString(CultureInfo.InvariantCulture)}"] = (string)((IDictionary<string, object>)answer)["body"];
        foreach (var (number, other) in (await read.ReadAsync()).Index())
        {
            foreach (var name in new[] { "title", "slug", "public_id" }) words[$"{name}{number.ToString(CultureInfo.InvariantCulture)}"] = (string)((IDictionary<string, object>)other)[name];
        }
        return words;
    }

    private static string Build(IReadOnlyList<(string? Fixed, string? Name)> pieces, Dictionary<string, string> page)
    {
        var html = new StringBuilder(16_384);
        foreach (var (said, name) in pieces)
        {
            if (said is not null) html.Append(said);
            else if (page.TryGetValue(name!, out var words)) html.Append(WebUtility.HtmlEncode(words));
        }
        return html.ToString();
    }

    // Cuts a page into what is fixed and what is its own.
    private static List<(string? Fixed, string? Name)> Pieces(string html, Dictionary<string, string> page)
    {
        var pieces = new List<(string? Fixed, string? Name)> { (html, null) };
        foreach (var (name, words) in page.OrderByDescending(word => word.Value.Length))
        {
            pieces = [.. pieces.SelectMany(piece => piece.Fixed is null
                ? [piece]
                : piece.Fixed.Split(WebUtility.HtmlEncode(words)).SelectMany((part, at) => at == 0 ? [(part, null)] : new (string? Fixed, string? Name)[] { (null, name), (part, null) }))];
        }
        return pieces;
    }
}
