using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>Everything one browser context asked for and complained about.</summary>
public sealed class Watch
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<IRequest> _requests = new();

    private Watch()
    {
    }

    /// <summary>Console errors, uncaught errors and violations of a content security policy.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    public IReadOnlyList<IRequest> Requests => [.. _requests];

    public IReadOnlyList<string> RequestsTo(string origin) =>
        [.. Requests.Where(r => r.Url.StartsWith(origin + "/", StringComparison.Ordinal)).Select(r => r.Url[origin.Length..])];

    /// <summary>Origins spoken to, the pages' own included; addresses without one, such as <c>data:</c>, speak to nobody.</summary>
    public IReadOnlyList<string> Origins => [.. Requests.Select(r => new Uri(r.Url)).Where(url => url.Scheme.StartsWith("http", StringComparison.Ordinal))
        .Select(url => url.GetLeftPart(UriPartial.Authority)).Distinct()];

    public static async Task<Watch> Over(IBrowserContext context)
    {
        var watch = new Watch();
        context.Request += (_, request) => watch._requests.Enqueue(request);
        context.Console += (_, message) =>
        {
            if (message.Type == "error") watch._complaints.Enqueue($"{message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => watch._complaints.Enqueue(error.Error);
        await context.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', e => console.error('policy violated: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))");
        return watch;
    }
}
