using CommunityWidget.Servers;
using System.Net;
using System.Net.Sockets;
using CommunityWidget.Database;
using CommunityWidget.Hubs;
using CommunityWidget.Tests.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.BrowserTests.Testing;

/// <summary>The real program on a real port, with a database file and a mail server of its own and the demo shop open.</summary>
public sealed class Product : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("community-").FullName;
    private readonly WebApplicationFactory<VisitorHub> _factory;

    private Product(int port, Action<IWebHostBuilder>? more)
    {
        Origin = $"http://localhost:{port}";
        _factory = new WebApplicationFactory<VisitorHub>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Development");
            web.UseContentRoot(AppContext.BaseDirectory);
            web.UseSetting("urls", Origin);
            web.UseSetting("Database:Path", Path.Combine(_folder, "community.db"));
            web.UseSetting("Webhooks:AllowPrivate", "true");
            // A test types faster than anybody.
            web.UseSetting("Limits:MessagesInTenSeconds", "1000");
            // What was said can be searched at once.
            web.UseSetting("Inbox:RestMs", "0");
            web.UseSetting("Inbox:SweepMs", "200");
            web.UseSetting("Logging:LogLevel:Default", "Warning");
            web.UseSetting("Email:Host", "127.0.0.1");
            web.UseSetting("Email:Port", $"{Post.Port}");
            web.UseSetting("Email:From", "help@shops.example");
            web.UseSetting("Email:Security", "none");
            web.ConfigureServices(services => services.AddSingleton(TextWriter.Null)
                // The real number makes guessing slow; here it would make the tests slow.
                .Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000));
            more?.Invoke(web);
        });
    }

    /// <summary><c>http://localhost:PORT</c></summary>
    public string Origin { get; }

    /// <summary>Where its mails arrive.</summary>
    public MailServer Post { get; } = new();

    /// <param name="more">What differs from the others'.</param>
    public static Product Start(Action<IWebHostBuilder>? more = null)
    {
        var product = new Product(FreePort.Find(), more);
        product._factory.UseKestrel();
        product._factory.StartServer();
        return product;
    }

    public T Get<T>() where T : notnull => _factory.Services.GetRequiredService<T>();

    /// <summary>One transaction of the product's own.</summary>
    public Task Write(Func<Tx, Task> work) => Get<Db>().Write<Contracts.Done>(async tx =>
    {
        await work(tx);
        return Contracts.Done.It;
    });

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Post.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
