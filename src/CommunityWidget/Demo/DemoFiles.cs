using CommunityWidget.Hosting;

namespace CommunityWidget.Demo;

/// <summary>The shop's style sheet, script and drawings, carried inside the program.</summary>
public sealed class DemoFiles
{
    private const string Prefix = "demo/";

    private readonly Dictionary<string, MemoryFile> _files = [];

    public DemoFiles()
    {
        var assembly = typeof(DemoFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            _files[name[Prefix.Length..]] = new(name, bytes.ToArray(), "public, max-age=300");
        }
    }

    public MemoryFile? Find(string name) => _files.GetValueOrDefault(name);
}
