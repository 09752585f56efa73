using System.IO.Compression;
using CommunityWidget.Hosting;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityWidget.Tests.Hosting;

public sealed class WidgetAssetsTests(BuiltWidget built) : IClassFixture<BuiltWidget>
{
    private readonly TestApp _app = built.App;

    [Fact]
    public async Task The_loader_is_fresh_within_five_minutes_and_known_files_are_kept_for_a_year()
    {
        var loader = await _app.Browser().Get("/widget.js");
        var asset = await _app.Browser().Get("/assets/pages-ABC.css");

        Assert.Equal(TimeSpan.FromMinutes(5), loader.Headers.CacheControl!.MaxAge);
        Assert.NotNull(loader.Headers.ETag);
        Assert.Equal("text/javascript", loader.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", asset.Headers.CacheControl!.ToString());
        foreach (var answer in new[] { loader, asset })
        {
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        }
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so()
    {
        var first = await _app.Browser().Get("/widget.js");
        var again = await _app.Browser().Get("/widget.js", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(304, (int)again.StatusCode);
        Assert.Equal(200, (int)(await _app.Browser().Get("/widget.js", ("If-None-Match", "\"other\""))).StatusCode);
    }

    [Fact]
    public async Task It_travels_compressed_where_it_is_understood()
    {
        var answer = await _app.Browser().Get("/widget.js", ("Accept-Encoding", "gzip, br;q=0"));

        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(BuiltWidget.Script, await reader.ReadToEndAsync());
        Assert.Equal("br", Assert.Single((await _app.Browser().Get("/widget.js", ("Accept-Encoding", "gzip, br"))).Content.Headers.ContentEncoding));
    }

    [Theory]
    [InlineData("/assets/nothing.js")]
    [InlineData("/assets/../manifest.json")]
    [InlineData("/assets/..%2fmanifest.json")]
    [InlineData("/manifest.json")]
    public async Task Nothing_else_of_the_folder_is_served(string path) => Assert.Equal(404, (int)(await _app.Browser().Get(path)).StatusCode);

    [Fact]
    public async Task Pages_name_the_built_sheet() =>
        Assert.Contains("/assets/pages-ABC.css", await (await _app.Browser().Get("/sign-in")).Content.ReadAsStringAsync());
}

/// <summary>A running program beside a front end of two small files.</summary>
public sealed class BuiltWidget : IDisposable
{
    public const string Script = "console.log('hello'); console.log('hello'); console.log('hello'); console.log('hello');";

    private readonly string _folder = Directory.CreateTempSubdirectory("widget-").FullName;

    public BuiltWidget()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        File.WriteAllText(Path.Combine(_folder, "widget.js"), Script);
        File.WriteAllText(Path.Combine(_folder, "assets", "pages-ABC.css"), "body{}");
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), """{ "pages.css": "pages-ABC.css" }""");
        App = TestApp.Start(services: services => services.RemoveAll<WidgetAssets>().AddSingleton(new WidgetAssets(_folder)));
    }

    public TestApp App { get; }

    public void Dispose()
    {
        App.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
