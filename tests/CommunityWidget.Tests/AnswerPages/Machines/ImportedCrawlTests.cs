using CommunityWidget.Hosting;
using CommunityWidget.Import;
using CommunityWidget.SearchEngine;
using CommunityWidget.Tests.Architecture;
using CommunityWidget.Tests.Testing.App;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>What shops and offices really were asked, brought in as it stands in their files, is found without fault.</summary>
[Collection(nameof(TwoNodes))]
public sealed class ImportedCrawlTests(TwoNodes nodes)
{
    private const int Rows = 100;

    [QuestionSetTheory]
    [InlineData("amazon-appliances/qa.jsonl")]
    [InlineData("fr-travail/fiches-travail-sections.jsonl")]
    public async Task A_hundred_questions_of_a_file_have_no_fault(string set)
    {
        var shop = await nodes.Here.Open();
        nodes.Clock.Advance(TimeSpan.FromSeconds(1));
        var file = Path.Combine(Directory.CreateTempSubdirectory("crawled-").FullName, Path.GetFileName(set));
        await File.WriteAllLinesAsync(file, File.ReadLines(Path.Combine(QuestionSetTheoryAttribute.Folder, set)).Take(Rows));
        Assert.NotEqual(ImportVerb.Broken, await nodes.Here.Services.GetServices<IVerb>().OfType<ImportVerb>().Single().Run([file, "--site", shop.Site.Slug], CancellationToken.None));
        nodes.Clock.Advance(TimeSpan.FromMinutes(1));

        using var web = new Web(nodes.Here.Address, new Uri(TwoNodes.Name));
        var crawl = new Crawl(web, SearchEngineTests.Terms) { Sitemap = $"{TwoNodes.Name}/answers/{shop.Site.Slug}/sitemap.xml" };
        await crawl.Run();

        Assert.Empty(crawl.Faults);
        Assert.InRange(crawl.Questions, Rows / 2, Rows);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}

/// <summary>A test that needs the sets of questions: skipped, and counted as skipped, where they are not beside the repository.</summary>
public sealed class QuestionSetTheoryAttribute : TheoryAttribute
{
    public static readonly string Folder = Path.Combine(Repository.Root, "../shared/data/questions");

    public QuestionSetTheoryAttribute() => Skip = Directory.Exists(Folder) ? null : "There are no sets of questions beside the repository.";
}
