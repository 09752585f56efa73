using CommunityWidget.Tests.Testing;
using CommunityWidget.Tests.Testing.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityWidget.Tests.People.Brand;

/// <summary>A sign-in that failed is logged with its reason, and nothing a provider says of a person.</summary>
public sealed class BrandLogTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new(new HttpClientHandler { AllowAutoRedirect = false });

    private readonly EverythingLogged _log = new();
    private BrandProvider _provider = null!;
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _provider = await BrandProvider.Start();
        var settings = new Dictionary<string, string>(EverythingLogged.Settings);
        foreach (var (name, value) in _provider.Settings()) settings[name] = value;
        _app = TestApp.Start(services: services => services.AddSingleton<ILoggerProvider>(_log).AddLogging(logging => logging.AddFilter<EverythingLogged>(null, LogLevel.Trace)), settings: settings);
        await _app.AddSite("lumen");
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Theory]
    [InlineData("server_error", "server_error")]
    [InlineData("access_denied", "access_denied")]
    [InlineData("secret-of-ada", "another")]
    public async Task What_comes_back_with_a_refusal_is_no_line_of_the_log(string error, string told)
    {
        var browser = _app.Browser();
        var state = (await Asked(browser)).Split("state=")[1].Split('&')[0];

        var back = await browser.Get($"/sign-in/brand/return?state={state}&error={error}&error_description=secret-ada@people.example&error_uri=https://secret-uri.example");

        Assert.Equal("/sign-in?brand=failed&site=lumen", back.Headers.Location!.OriginalString);
        Discreet(told, Uri.UnescapeDataString(state));
    }

    [Theory]
    [InlineData("""{ "error": "invalid_client", "error_description": "secret-ada@people.example" }""", "invalid_client")]
    [InlineData("""{ "error": "secret-code", "error_description": "secret-ada@people.example" }""", "another")]
    [InlineData("""{ "account": "secret-ada@people.example" }""", "another")]
    [InlineData("secret-ada@people.example", "JsonReaderException")]
    public async Task What_the_provider_says_instead_of_tokens_is_no_line_of_the_log(string said, string told)
    {
        _provider.Refuses = said;

        Assert.Equal("/sign-in?brand=failed&site=lumen", await SignIn());

        Discreet(told, "secret-");
    }

    [Fact]
    public async Task What_we_found_wrong_ourselves_is_said()
    {
        _provider.SaidIssuer = "https://secret-issuer.example";

        Assert.Equal("/sign-in?brand=failed&site=lumen", await SignIn());

        Discreet("Another issuer answered.", "secret-");
    }

    [Fact]
    public async Task A_way_back_in_another_browser_is_told_from_a_refusal()
    {
        var state = (await Asked(_app.Browser())).Split("state=")[1].Split('&')[0];

        await _app.Browser().Get($"/sign-in/brand/return?state={state}&code=secret-code");

        Discreet("the cookie of this try was not there", Uri.UnescapeDataString(state));
    }

    private void Discreet(string told, string state)
    {
        var lines = _log.Lines;
        Assert.DoesNotContain(lines, line => line.Contains("secret-", StringComparison.OrdinalIgnoreCase) || line.Contains(state, StringComparison.Ordinal));
        Assert.Contains(told, Assert.Single(lines, line => line.Contains("brand's provider", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static async Task<string> Asked(Browser browser) => (await browser.Get("/sign-in/brand?site=lumen")).Headers.Location!.OriginalString;

    private async Task<string> SignIn()
    {
        var browser = _app.Browser();
        var back = (await Http.GetAsync(await Asked(browser))).Headers.Location!.PathAndQuery;
        return (await browser.Get(back)).Headers.Location!.OriginalString;
    }
}
