using CommunityWidget.Hosting;
using Microsoft.Extensions.Configuration;

namespace CommunityWidget.Tests.Hosting;

/// <summary>Links begin with the address listened on where nobody named another: whichever of the framework's settings it came from.</summary>
public sealed class ListenTests
{
    [Theory]
    [InlineData(null, "urls", "")]
    [InlineData(null, "urls", " ; ")]
    [InlineData(null, "http_ports", "")]
    [InlineData(null, "Kestrel:Endpoints:Web:Url", "")]
    [InlineData("http://localhost:81", "urls", "http://+:81;http://*:82")]
    [InlineData("http://10.0.0.7:81", "urls", "http://10.0.0.7:81/")]
    [InlineData("http://localhost:8080", "http_ports", "8080;8081")]
    [InlineData("https://localhost:8443", "https_ports", "8443")]
    [InlineData("http://localhost:8080", "http_ports", "8080", "https_ports", "8443", "urls", " ")]
    [InlineData("http://localhost:81", "http_ports", "8080", "urls", "http://[::]:81")]
    [InlineData("http://localhost:9000", "Kestrel:Endpoints:Web:Url", "http://0.0.0.0:9000", "urls", "http://localhost:81")]
    public void The_public_address_follows_what_is_listened_on(string? address, params string[] settings) =>
        Assert.Equal(address, PublicOptions.From(ListenOptions.Of(Settings(settings))));

    [Theory]
    [InlineData(true, "http://*:80")]
    [InlineData(true, "HTTPS://[::1]:5080/")]
    [InlineData(true, "http://[::1]")]
    [InlineData(true, "http://unix:/run/chat.sock")]
    [InlineData(false, "http://[::1]:70000")]
    [InlineData(false, "http://localhost:-1")]
    [InlineData(false, "http://localhost:port")]
    [InlineData(false, "http://localhost:5080/chat")]
    [InlineData(false, "ftp://localhost:21")]
    public void An_address_that_cannot_be_listened_on_is_known_before_it_is_tried(bool usable, string address) =>
        Assert.Equal(usable, new ListenOptions { Addresses = ListenOptions.Of(Settings("urls", address)) }.AreUsable);

    private static IConfiguration Settings(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();
}
