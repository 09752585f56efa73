using System.Text.Json;

namespace CommunityWidget.Hosting;

/// <summary>The built front end, held in memory: the loader, what it says when a release has taken the rest away, and the consoles' worker under lasting names, everything else under a name that changes with its content.</summary>
public sealed class WidgetAssets
{
    private const string Fresh = "public, max-age=300", Always = "no-cache", Hashed = "public, max-age=31536000, immutable";

    // Browsers look for a newer worker under the old address.
    private static readonly (string Name, string Cache)[] Lasting = [("widget.js", Fresh), ("questions.js", Fresh), ("sorry.js", Fresh), ("console-worker.js", Always)];

    private readonly Dictionary<string, MemoryFile> _files = [];
    private readonly Dictionary<string, string> _names = [];

    /// <param name="folder">Where the build put <c>widget.js</c>, <c>manifest.json</c> and <c>assets/</c>.</param>
    public WidgetAssets(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "widget.js"))) return;
        foreach (var (name, cache) in Lasting.Where(one => File.Exists(Path.Combine(folder, one.Name)))) Add("/" + name, Path.Combine(folder, name), cache);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "assets"))) Add("/assets/" + Path.GetFileName(file), file, Hashed);
        _names = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(folder, "manifest.json"))) ?? [];
    }

    /// <summary>Where a page finds a bundle by its plain name, such as <c>pages.css</c>; null when it was not built.</summary>
    public string? Address(string name) => _names.TryGetValue(name, out var hashed) ? $"/assets/{hashed}" : null;

    public MemoryFile? Find(string path) => _files.GetValueOrDefault(path);

    private void Add(string path, string file, string cache) => _files[path] = new(file, File.ReadAllBytes(file), cache);
}

public static class WidgetAssetsMiddleware
{
    public static void UseWidgetAssets(this IApplicationBuilder app)
    {
        var assets = app.ApplicationServices.GetRequiredService<WidgetAssets>();
        app.Use((http, next) =>
        {
            var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            if (!isRead || assets.Find(http.Request.Path.Value ?? "") is not { } file) return next(http);
            // Strangers' pages load these, also those that isolate themselves from other origins.
            http.Response.Headers.AccessControlAllowOrigin = "*";
            http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return file.Send(http);
        });
    }
}
