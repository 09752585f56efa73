namespace CommunityWidget.Hosting;

/// <summary>Where the program listens, by the framework's own settings in the order in which it takes them; what is blank is not set.</summary>
public sealed class ListenOptions
{
    /// <summary>As they were written; ports alone as the framework makes addresses of them. Empty where none is named.</summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];

    /// <summary>What can be seen without trying; an address that is none at all the server names by itself.</summary>
    public bool AreUsable => Addresses.All(IsUsable);

    /// <summary>Those a configuration names.</summary>
    public static IReadOnlyList<string> Of(IConfiguration settings)
    {
        var endpoints = settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().Where(url => url.Trim() != "").ToList();
        if (endpoints.Count > 0) return endpoints;
        var urls = Parts(settings["urls"]);
        return urls.Count > 0 ? urls : [.. Ports(settings, "http"), .. Ports(settings, "https")];
    }

    /// <summary>What the framework has to be told, which takes spaces in <c>Urls</c> for part of an address and a blank one before ports; null where it finds by itself what is set.</summary>
    public static IReadOnlyList<string>? Told(IConfiguration settings, string otherwise) => Of(settings) switch
    {
        [] => [otherwise],
        _ when string.IsNullOrEmpty(settings["urls"]) => null,
        var addresses => Parts(settings["urls"]) is { Count: > 0 } urls ? urls : addresses,
    };

    private static IEnumerable<string> Ports(IConfiguration settings, string scheme) => Parts(settings[$"{scheme}_ports"]).Select(port => $"{scheme}://*:{port}");

    private static List<string> Parts(string? setting) => [.. (setting ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsUsable(string address)
    {
        if (address.Split("://", 2) is not [var scheme, var rest]) return true;
        if (scheme.ToUpperInvariant() is not ("HTTP" or "HTTPS")) return false;
        // A socket's file, or a pipe.
        if (rest.StartsWith("unix:/", StringComparison.Ordinal) || rest.StartsWith("pipe:/", StringComparison.Ordinal)) return true;
        var host = rest.EndsWith('/') ? rest[..^1] : rest;
        if (host.Contains('/')) return false;
        // Colons in brackets are those of an address.
        var colon = host.IndexOf(':', host.LastIndexOf(']') + 1);
        return colon < 0 || (int.TryParse(host[(colon + 1)..], out var port) && port is >= 0 and <= 65_535);
    }
}
