using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace CommunityWidget.Database;

/// <summary>One numbered schema step, embedded in the program.</summary>
public sealed record Migration(long Number, string Name, string Sql)
{
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The steps for one dialect, in order: the common files, and its half of each pair (<c>0007_name.sqlite.sql</c>).</summary>
    public static IReadOnlyList<Migration> All(string dialect)
    {
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (Resource: name, Parts: name.Split('.')))
            .Where(file => file.Parts[^2] == dialect || char.IsAsciiDigit(file.Parts[^2][0]))
            .Select(file => Read(assembly, file.Resource, file.Parts.First(part => char.IsAsciiDigit(part.TrimStart('_')[0]) && part.Contains('_')).TrimStart('_')))
            .OrderBy(m => m.Number)];
    }

    private static Migration Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new(long.Parse(name[..4]), name, reader.ReadToEnd());
    }
}
