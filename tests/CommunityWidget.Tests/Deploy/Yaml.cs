using CommunityWidget.Tests.Architecture;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace CommunityWidget.Tests.Deploy;

/// <summary>A file of deploy/ as its reader sees it: merge keys resolved, read by path.</summary>
public sealed class Yaml(object? node)
{
    public static IReadOnlyList<string> Files { get; } = [.. Repository.Files("deploy", ".yaml").Select(file => file.Path)];

    /// <summary>Its one document; a key that stands twice is refused.</summary>
    public static Yaml Read(string path)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, path));
        // What is merged in may be written over; what is written twice is a slip.
        new DeserializerBuilder().WithDuplicateKeyChecking().Build().Deserialize(text);
        return new(new DeserializerBuilder().Build().Deserialize(new MergingParser(new Parser(new StringReader(text)))));
    }

    /// <summary>What stands under these names, one inside the other; a number picks from a list.</summary>
    public Yaml this[params object[] path]
    {
        get
        {
            var at = node;
            foreach (var step in path)
            {
                at = (at, step) switch
                {
                    (Dictionary<object, object> map, string name) => map.GetValueOrDefault(name),
                    (List<object> list, int place) => list.ElementAtOrDefault(place),
                    _ => null,
                };
            }
            return new(at);
        }
    }

    public bool Exists => node is not null;

    public string? Text => node as string;

    public IReadOnlyList<Yaml> Items => node is List<object> list ? [.. list.Select(item => new Yaml(item))] : [];

    public IReadOnlyList<string> Texts => [.. Items.Select(item => item.Text ?? "")];

    public IReadOnlyDictionary<string, Yaml> Entries => node is Dictionary<object, object> map ? map.ToDictionary(e => (string)e.Key, e => new Yaml(e.Value)) : [];
}
