using CommunityWidget.Sites;

namespace CommunityWidget.Tests.Testing;

/// <summary>One running program with two shops, for all tests of a class: starting it is what takes time. Tests make people of their own.</summary>
public sealed class TwoShops : IAsyncLifetime
{
    public TestApp App { get; } = TestApp.Start();

    public Site Lamps { get; private set; } = null!;

    public Site Books { get; private set; } = null!;

    public async Task InitializeAsync() => (Lamps, Books) = (await App.AddSite("lamps"), await App.AddSite("books"));

    public async Task DisposeAsync() => await App.DisposeAsync();
}

/// <summary>One running program as a developer starts it: with the demo shop.</summary>
public sealed class InDevelopment : IAsyncLifetime
{
    public TestApp App { get; } = TestApp.Start("Development");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await App.DisposeAsync();
}
