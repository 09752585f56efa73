using CommunityWidget.SearchEngine;

// dotnet run --project tests/CommunityWidget.SearchEngine -- ADDRESS [--as PUBLIC-ORIGIN] [--sitemap URL] [--schema FOLDER] [--pages N]
if (args.Length == 0 || args[0].StartsWith('-') || !Uri.TryCreate(args[0], UriKind.Absolute, out var address))
{
    Console.Error.WriteLine("Say which address to read: http://localhost:5080 [--as https://chat.shop.example] [--sitemap https://shop.example/questions/sitemap.xml] [--schema ../shared/data/schemaorg] [--pages 200]");
    return 2;
}
var vocabulary = Vocabulary.Find(Option("--schema"));
Console.WriteLine(vocabulary is null ? "schema.org: its vocabulary was not found, so terms are not looked up (give its folder with --schema)" : $"schema.org: {vocabulary.Count} terms");
using var web = new Web(address, Option("--as") is { } named ? new Uri(named) : null);
var crawl = new Crawl(web, vocabulary) { MostPages = int.Parse(Option("--pages") ?? "200"), Sitemap = Option("--sitemap") };
await crawl.Run();
foreach (var fault in crawl.Faults) Console.WriteLine($"  {fault}");
Console.WriteLine($"{crawl.Summary}: {crawl.Faults.Count} faults");
return crawl.Faults.Count == 0 && crawl.Pages > 0 ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
