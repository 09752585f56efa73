using System.Net;
using CommunityWidget.Integrations;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Integrations;

/// <summary>Nothing somebody types makes this program talk to a machine inside.</summary>
public sealed class GuardedClientTests
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("192.0.0.8")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    public async Task An_address_inside_is_refused_wherever_it_comes_from(string inside)
    {
        Assert.False(PublicNetwork.Holds(IPAddress.Parse(inside)));
        // A name may lead there, alone or among others that are public.
        using var client = Client(new Names(IPAddress.Parse("93.184.216.34"), IPAddress.Parse(inside)));
        Assert.Equal(Troubles.Private, (await client.Post(new("https://shop.example/"), default, NoHeaders, default)).Trouble);
        var literal = inside.Contains(':') ? $"[{inside}]" : inside;
        Assert.Equal("webhook_private", WebhookAddress.Read($"https://{literal}/hook", allowPrivate: false).Fault);
    }

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    public void An_address_of_the_open_internet_is_not(string outside) => Assert.True(PublicNetwork.Holds(IPAddress.Parse(outside)));

    [Theory]
    [InlineData("http://shop.example/hook", "webhook_not_secure")]
    [InlineData("https://localhost/hook", "webhook_private")]
    [InlineData("https://LOCALHOST./hook", "webhook_private")]
    [InlineData("https://printer.local/", "webhook_private")]
    [InlineData("https://metadata.google.internal/", "webhook_private")]
    [InlineData("https://2130706433/", "webhook_private")]
    [InlineData("https://0x7f000001/", "webhook_private")]
    [InlineData("https://0177.0.0.1/", "webhook_private")]
    [InlineData("https://127.1/", "webhook_private")]
    [InlineData("https://shop.example:22/", "webhook_port")]
    [InlineData("https://user:word@shop.example/", "webhook_address")]
    [InlineData("https://shop.example/#part", "webhook_address")]
    [InlineData("file:///etc/passwd", "webhook_address")]
    [InlineData("gopher://shop.example/", "webhook_address")]
    [InlineData("shop.example/hook", "webhook_address")]
    [InlineData("", "webhook_address")]
    [InlineData(null, "webhook_address")]
    public void An_address_that_will_not_do_is_refused_when_it_is_typed(string? typed, string fault) => Assert.Equal(fault, WebhookAddress.Read(typed, allowPrivate: false).Fault);

    [Theory]
    [InlineData("https://shop.example/hook?token=1")]
    [InlineData("https://shop.example:8443/hook")]
    public void A_good_one_is_kept_as_it_is(string typed) => Assert.Equal(typed, WebhookAddress.Read(typed, allowPrivate: false).Address);

    [Fact]
    public async Task A_name_is_asked_for_once_and_the_answer_is_where_the_connection_goes()
    {
        await using var shop = await WebhookReceiver.Start();
        var port = new Uri(shop.Address).Port;
        // Whoever answers differently the second time is not asked.
        var names = new Names(IPAddress.Loopback) { Then = [IPAddress.Parse("10.0.0.1")] };
        using var client = Client(names, allowPrivate: true);

        Assert.Equal(204, (await client.Post(new($"http://shop.example:{port}/hook"), "{}"u8.ToArray(), NoHeaders, default)).Status);
        Assert.Equal(1, names.Asked);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_nothing_more()
    {
        await using var shop = await WebhookReceiver.Start();
        shop.Answer = (_, _) => Task.FromResult(302);
        using var client = Client(new NameResolver(), allowPrivate: true);

        Assert.Equal(302, (await client.Post(new(shop.Address), default, NoHeaders, default)).Status);
        Assert.Single(shop.Came);
    }

    private static GuardedClient Client(NameResolver names, bool allowPrivate = false) =>
        new(names, TimeProvider.System, Options.Create(new WebhookOptions { AllowPrivate = allowPrivate }));

    private sealed class Names(params IPAddress[] first) : NameResolver
    {
        public IPAddress[]? Then { get; init; }

        public int Asked { get; private set; }

        public override Task<IReadOnlyList<IPAddress>> Find(string name, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<IPAddress>>(Asked++ == 0 ? first : Then ?? first);
    }
}
