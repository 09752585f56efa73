using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace CommunityWidget.Database;

/// <summary>One numbered schema step, embedded in the program.</summary>
public sealed record Migration(long Number, string Name, string Sql)
{
    // What a file said when somebody ran it before it was edited, against the rule.
    private static readonly Dictionary<long, string> Before = new() { [60] = "8606c3c443b893422284e4d4d1637e7e9cc9a4d29648f9f21ba71bae2126c0f3" };

    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>Whether a database that keeps this checksum has run it.</summary>
    public bool IsRun(string checksum) => checksum == Checksum || checksum == Before.GetValueOrDefault(Number);

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
