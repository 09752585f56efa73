using CommunityWidget.Redis;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.Hosting;

public sealed class RedisAddressTests
{
    [Fact]
    public void An_address_that_cannot_be_read_stops_the_start_with_a_sentence_that_holds_no_password()
    {
        var error = Assert.Throws<OptionsValidationException>(() => RedisLink.Connect("redis:6379,passwort=secret", NullLogger<RedisLink>.Instance));

        Assert.Equal("ConnectionStrings:Redis cannot be read. Write it like redis:6379,password=….", error.Message);
    }
}
