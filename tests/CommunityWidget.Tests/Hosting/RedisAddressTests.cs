using System.Net;
using CommunityWidget.Redis;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Hosting;

public sealed class RedisAddressTests
{
    [Theory]
    [InlineData("redis://cache", "cache:6379", null, false, null)]
    [InlineData("redis://cache:6380/2", "cache:6380", null, false, 2)]
    [InlineData("redis://:se%2Fcret@cache", "cache:6379", "se/cret", false, null)]
    [InlineData("rediss://default:se%40cret@cache:6380", "cache:6380", "se@cret", true, null)]
    [InlineData("cache:6380,password=secret,ssl=true", "cache:6380", "secret", true, null)]
    [InlineData("cache:6380,password=se://cret", "cache:6380", "se://cret", false, null)]
    [InlineData("cache:6380,defaultDatabase=0", "cache:6380", null, false, 0)]
    public void It_is_read_as_the_client_writes_it_and_as_hosters_do(string address, string at, string? password, bool ssl, int? database)
    {
        var read = RedisAddress.Read(address);

        var point = (DnsEndPoint)Assert.Single(read.EndPoints);
        Assert.Equal((at, password, ssl, database), ($"{point.Host}:{point.Port}", read.Password, read.Ssl, read.DefaultDatabase));
    }

    [Theory]
    [InlineData("password=S3cret")]
    [InlineData("redis://")]
    [InlineData("redis://:S3cret@cache/first")]
    [InlineData("redis://:S3cret@cache:6379?ssl=true")]
    [InlineData("redis://:S3/cret@cache:6379")]
    [InlineData("tcp://user:S3cret@cache:6379")]
    [InlineData("tcp://user:S3cret@cache:6379,ssl=true")]
    public void One_that_names_no_server_stops_the_start_with_the_same_sentence(string address) => Assert.Equal(
        "ConnectionStrings:Redis cannot be read. Write it like redis:6379,password=….",
        Assert.Throws<OptionsValidationException>(() => RedisAddress.Read(address)).Message);

    [Theory]
    [InlineData("redis://shop:S3cret@cache:6379")]
    [InlineData("rediss://shop@cache")]
    [InlineData("cache:6379,user=shop,password=S3cret")]
    [InlineData("cache:6379,password=S3cret, User=shop")]
    public void One_that_names_a_user_is_told_so_and_not_repeated(string address)
    {
        var error = Assert.Throws<OptionsValidationException>(() => RedisAddress.Read(address));

        Assert.StartsWith("ConnectionStrings:Redis names a user", error.Message, StringComparison.Ordinal);
        Assert.DoesNotMatch("S3cret|shop", error.ToString());
    }

    [Theory]
    [InlineData("cache:6379,channelPrefix=staging,password=S3cret", "Redis:Prefix")]
    [InlineData("cache:6379,defaultDatabase=-1,password=S3cret", "from 0 on")]
    [InlineData("cache:26379,serviceName=mymaster,password=S3cret", "name the servers themselves")]
    public void A_word_that_would_break_quietly_stops_the_start_with_what_to_write_instead(string address, string instead)
    {
        var error = Assert.Throws<OptionsValidationException>(() => RedisAddress.Read(address));

        Assert.Contains(instead, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("S3cret|staging|mymaster", error.ToString());
    }

    [Fact]
    public void An_address_that_cannot_be_read_stops_the_start_with_a_sentence_that_holds_no_password()
    {
        var error = Assert.Throws<OptionsValidationException>(() => RedisLink.Connect("redis:6379,passwort=secret", NullLogger<RedisLink>.Instance));

        Assert.Equal("ConnectionStrings:Redis cannot be read. Write it like redis:6379,password=….", error.Message);
    }
}
