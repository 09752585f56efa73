using System.Text;

namespace CommunityWidget.Hosting;

/// <summary>Names of hosts as name servers are asked for them.</summary>
public static class HostName
{
    /// <summary>In ASCII; null for a name that there cannot be, though what it stands in is read as an address.</summary>
    public static string? AsciiHost(this Uri address)
    {
        // A part that is too long is left as it is.
        try { return Ascii.IsValid(address.IdnHost) && address.IdnHost.Split('.').All(part => part.Length <= 63) ? address.IdnHost : null; }
        catch (UriFormatException) { return null; }
    }

    /// <summary>Host and, where it is not the usual one, port, as browsers send them and headers may hold them; null as above.</summary>
    public static string? AsciiAuthority(this Uri address)
    {
        if (address.AsciiHost() is not { } name) return null;
        var host = address.HostNameType == UriHostNameType.IPv6 ? $"[{name.Trim('[', ']')}]" : name;
        return address.IsDefaultPort ? host : $"{host}:{address.Port}";
    }

    /// <summary>The framework can make letters of it, as it does of a request's <c>Host</c>: <c>xn--…</c> with a letter lost stands for nothing.</summary>
    public static bool IsRead(string sent)
    {
        try
        {
            _ = HostString.FromUriComponent(sent);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
