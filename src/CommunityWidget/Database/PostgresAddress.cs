using System.Text.RegularExpressions;
using Npgsql;

namespace CommunityWidget.Database;

/// <summary>What <c>ConnectionStrings:Postgres</c> says: keywords, or an address as hosters give it. It holds a password: no fault repeats what was written, nor the error that came of it.</summary>
public static partial class PostgresAddress
{
    private const int DefaultPort = 5432;

    private static UnusableDatabaseException Unreadable => new(
        "ConnectionStrings:Postgres cannot be read. Write it like Host=db;Username=community;Password=…;Database=community, or postgresql://community:…@db/community with %XX for signs that mean something in an address.");

    private static UnusableDatabaseException Socket => new(
        "ConnectionStrings:Postgres: the address names no server of the network. Write it like postgresql://community:…@db/community; a socket is named by keywords: Host=/var/run/postgresql;Username=community;Database=community.");

    private static UnusableDatabaseException NoPort => new(
        "ConnectionStrings:Postgres names a port that is none. Write a number from 1 to 65535, each of several servers its own: Host=one:5432,two:5432.");

    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        var read = FromText(text);
        // The driver finds out when it first connects, and not in words for whoever wrote it.
        return IsPort(read.Port) && (read.Host ?? "").Split(',').All(host => PortOf(host) is not { } port || (int.TryParse(port, out var number) && IsPort(number))) ? read : throw NoPort;
    }

    private static bool IsPort(int number) => number is > 0 and <= 65_535;

    // Behind the last colon, where that is neither an address's own nor a socket's.
    private static string? PortOf(string host) =>
        host.Trim() is not ['/' or '@', ..] and var server && server.LastIndexOf(':') is >= 0 and var colon && (colon == server.IndexOf(':', StringComparison.Ordinal) || server[colon - 1] == ']')
            ? server[(colon + 1)..] : null;

    private static NpgsqlConnectionStringBuilder FromText(string text)
    {
        if (text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)) return FromUrl(text);
        try
        {
            return new(text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw Unreadable;
        }
    }

    private static NpgsqlConnectionStringBuilder FromUrl(string text)
    {
        if (Nowhere().IsMatch(text)) throw Socket;
        // Several servers are no address to the framework: they are put in once the rest is read.
        var servers = Several().Match(text) is { Success: true } pair ? pair.Groups["servers"] : null;
        if (servers is not null) text = $"{text[..servers.Index]}several{text[(servers.Index + servers.Length)..]}";
        // A password's own sign that was not written as %XX ends up in the path, the query or the fragment.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.DnsSafeHost.Length == 0 || url.Fragment.Length > 0 || url.PathAndQuery.Contains('@', StringComparison.Ordinal)) throw Unreadable;
        var read = new NpgsqlConnectionStringBuilder { Host = url.DnsSafeHost, Port = url.Port < 0 ? DefaultPort : url.Port };
        if (servers is not null) read.Host = servers.Value;
        var (user, password) = url.UserInfo.Split(':', 2) is [var first, var second] ? (first, second) : (url.UserInfo, "");
        if (user.Length > 0) read.Username = Uri.UnescapeDataString(user);
        if (password.Length > 0) read.Password = Uri.UnescapeDataString(password);
        if (url.AbsolutePath.Trim('/') is { Length: > 0 } database) read.Database = Uri.UnescapeDataString(database);
        foreach (var part in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)) Set(read, part);
        return read;
    }

    // postgresql:///database?host=/folder, or the folder written with %2F where a server stands.
    [GeneratedRegex("^[a-z]+://([^@/?#]*@)?(%2F|[/?])[^@]*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Nowhere();

    // postgresql://user@one:5432,two:5432/database
    [GeneratedRegex("^[a-z]+://([^@/?#]*@)?(?<servers>[a-z0-9._:-]+(,[a-z0-9._:-]+)+)([/?#]|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Several();

    private static void Set(NpgsqlConnectionStringBuilder read, string part)
    {
        if (part.Split('=', 2) is not [var name, var value] || !name.All(letter => char.IsAsciiLetterLower(letter) || letter == '_')) throw Unreadable;
        switch (name, Uri.UnescapeDataString(value))
        {
            case ("sslmode", "disable"): read.SslMode = SslMode.Disable; break;
            case ("sslmode", "allow"): read.SslMode = SslMode.Allow; break;
            case ("sslmode", "prefer"): read.SslMode = SslMode.Prefer; break;
            case ("sslmode", "require"): read.SslMode = SslMode.Require; break;
            case ("sslmode", "verify-ca"): read.SslMode = SslMode.VerifyCA; break;
            case ("sslmode", "verify-full"): read.SslMode = SslMode.VerifyFull; break;
            case ("sslrootcert", var file): read.RootCertificate = file; break;
            case ("target_session_attrs", "any" or "read-write" or "primary" or "read-only" or "standby" or "prefer-standby"): read.TargetSessionAttributes = Uri.UnescapeDataString(value); break;
            case ("channel_binding", "disable"): read.ChannelBinding = ChannelBinding.Disable; break;
            case ("channel_binding", "prefer"): read.ChannelBinding = ChannelBinding.Prefer; break;
            case ("channel_binding", "require"): read.ChannelBinding = ChannelBinding.Require; break;
            default:
                throw new UnusableDatabaseException(
                    $"ConnectionStrings:Postgres: {name} is not understood in an address, or not what it says. Leave it out, or write the keywords: Host=db;Username=community;Password=…;Database=community.");
        }
    }
}
