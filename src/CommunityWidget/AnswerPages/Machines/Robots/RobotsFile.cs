using System.Data.Common;
using System.Text;
using CommunityWidget.AnswerPages.Machines.Shown;
using CommunityWidget.AnswerPages.Machines.Sitemaps;
using CommunityWidget.Database;
using CommunityWidget.Sites;
using Microsoft.Extensions.Options;

namespace CommunityWidget.AnswerPages.Machines.Robots;

/// <summary>
/// What crawlers may read. Always answered, with nothing behind it: a search engine that gets an error here stays away from the whole host. The sites'
/// lines are as they were known last; where nobody knows any, those are left out.
/// </summary>
public sealed class RobotsFile(SiteStore sites, SitemapStore sitemaps, AnswerAddress address, IOptions<AnswersOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    // Those who say in public that they collect texts to train models, and those a site names to keep what it says out of models.
    private static readonly string[] Trainers =
        ["GPTBot", "ClaudeBot", "anthropic-ai", "Google-Extended", "Applebot-Extended", "CCBot", "Bytespider", "Meta-ExternalAgent", "FacebookBot", "Amazonbot", "cohere-training-data-crawler", "Diffbot", "omgili", "AI2Bot"];

    private volatile string? _known;

    public async Task<string> Text()
    {
        // Nobody waits for a database that hangs: whoever asks next has what this one found.
        var reading = Read();
        try
        {
            return await reading.WaitAsync(_known is null ? Patience : TimeSpan.FromMilliseconds(50), clock);
        }
        catch (TimeoutException)
        {
            return _known ?? Written([]);
        }
    }

    private async Task<string> Read()
    {
        try
        {
            var listed = await sitemaps.Sites();
            return _known = Written([.. (await sites.All()).Where(site => listed.Contains(site.Id))]);
        }
        catch (DbException)
        {
            return _known ?? Written([]);
        }
    }

    /// <param name="all">Those with something to find.</param>
    private string Written(IReadOnlyList<Site> all)
    {
        var text = new StringBuilder();
        Group(text, "*", "Allow: /answers/", "Allow: /assets/", "Allow: /widget.js", "Allow: /questions.js", "Allow: /api/answers", "Disallow: /");
        string[] shut = [.. options.Value.AllowTraining ? [] : Trainers, .. options.Value.DeniedList];
        if (shut.Length > 0) text.AppendJoin("", shut.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => $"User-agent: {name}\n")).Append("Disallow: /\n\n");
        // Those shown under a shop's name stand in the shop's own file.
        foreach (var site in all.Where(site => site.AnswersBase.Length == 0)) text.Append("Sitemap: ").Append(address.Link(site, $"{AnswerAddress.Home(site)}/sitemap.xml")).Append('\n');
        return text.ToString();
    }

    private static void Group(StringBuilder text, string agent, params string[] rules) => text.Append($"User-agent: {agent}\n").AppendJoin('\n', rules).Append("\n\n");
}
