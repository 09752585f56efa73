using CommunityWidget.Integrations;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Integrations;

/// <summary>What a delivery's signature covers, checked by a receiver that shares nothing with us but the rules.</summary>
public sealed class SignatureTests
{
    [Fact]
    public void A_receiver_notices_what_is_forged_moved_in_time_or_worded_anew()
    {
        var (secret, other) = (WebhookSecrets.New(), WebhookSecrets.New());
        var body = "{\"event\": \"thread.closed\"}"u8.ToArray();
        Posted Came(string id, string seconds, byte[] bytes, string by) => new(id, seconds, WebhookSecrets.Sign(by, "evt_1", "1700000000", body), "", bytes);

        Assert.True(Came("evt_1", "1700000000", body, secret).IsSignedBy(secret));
        Assert.False(Came("evt_1", "1700000000", body, other).IsSignedBy(secret));
        Assert.False(Came("evt_2", "1700000000", body, secret).IsSignedBy(secret));
        // Played again after five minutes under a time of its own.
        Assert.False(Came("evt_1", "1700000301", body, secret).IsSignedBy(secret));
        Assert.False(Came("evt_1", "1700000000", "{\"event\":\"thread.closed\"}"u8.ToArray(), secret).IsSignedBy(secret));
        Assert.False((Came("evt_1", "1700000000", body, secret) with { Signature = "" }).IsSignedBy(secret));
    }
}
