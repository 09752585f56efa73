namespace CommunityWidget.Hosting;

/// <summary>Names of hosts as name servers are asked for them.</summary>
public static class HostName
{
    /// <summary>In ASCII; null for a name that there cannot be, though what it stands in is read as an address.</summary>
    public static string? AsciiHost(this Uri address)
    {
        try { return address.IdnHost; }
        catch (UriFormatException) { return null; }
    }
}
