using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CommunityWidget.Contracts;
using CommunityWidget.Database;

namespace CommunityWidget.Moderation.Reports;

/// <summary>
/// Knows an address, of a computer or of a person, again for the rest of the day, without keeping it: what is kept is a hash under a key that is thrown away.
/// Shops do not know that somebody was at another, too: where a reader is has a mark on each of its own.
/// </summary>
public sealed class ReaderMarks(Db db, TimeProvider clock)
{
    private const long DayMs = 24L * 3_600 * 1_000;

    private volatile DayKey? _known;

    /// <summary>How long a reader is still the one they are: whom a day's limit shut out comes in again then, as somebody else.</summary>
    public static TimeSpan Left(long now) => TimeSpan.FromMilliseconds(DayMs - (now % DayMs));

    public Task<Reply<string>> Of(Guid site, IPAddress? address) => Of([.. site.ToByteArray(), .. Place(address ?? IPAddress.None)]);

    /// <summary>Of an e-mail address, however its letters are written; one for all shops, so that nobody is sent more because they are many.</summary>
    public Task<Reply<string>> Of(string email) => Of(Encoding.UTF8.GetBytes(email.ToLowerInvariant()));

    private async Task<Reply<string>> Of(byte[] what)
    {
        var key = await Key(clock.NowMs() / DayMs);
        return key.Value is { } secret ? Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String(secret), what))[..32] : key.Refusal!;
    }

    private async Task<Reply<string>> Key(long day)
    {
        if (_known is { } known && known.Day == day) return known.Secret;
        var key = await db.Write<string>(async tx =>
        {
            const string find = "select key from daily_keys where day = @day";
            if (await tx.Find<string>(find, new { day }) is { } made) return made;
            await tx.Execute("insert into daily_keys (day, key) values (@day, @key) on conflict (day) do nothing", new { day, key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) });
            return (await tx.Find<string>(find, new { day }))!;
        });
        if (key.Value is { } secret) _known = new(day, secret);
        return key;
    }

    // Whoever has one address of IPv6 has billions beside it.
    private static byte[] Place(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..8] : bytes;
    }

    private sealed record DayKey(long Day, string Secret);
}
